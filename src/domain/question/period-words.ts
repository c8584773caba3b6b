import {
  type PeriodId,
  periodOf,
  previousInYear,
  previousPeriod,
  quarterOf,
  yearOf,
} from "../calendar/period.ts";

// Times as people write them: 三季度, 2026年第3季度, 上季度, 上半年, 去年同期, 去年, 六月底, Q3, last quarter. Every one is
// the quarter whose figures answer it: sums run from the beginning of the year, so a first half or a year is its last
// quarter. What leaves out the beginning of the year (下半年, 二季度单季) also names the quarter it begins after.

const NUMBERS: Record<string, number> = {
  一: 1,
  二: 2,
  两: 2,
  三: 3,
  四: 4,
  first: 1,
  second: 2,
  third: 3,
  fourth: 4,
};
/** The quarter by itself, without what came before it in the year. */
const ALONE = /单季度?|当季(?:度)?(?=完成|投资|新增|的|$)|\b(?:alone|by itself|in that quarter only)\b/;
const SECOND_HALF = /下半年|\bh2\b|\bsecond half\b/;
/** 前两个季度: what the year's first quarters sum up to. */
const FIRST_QUARTERS = /前([一二两三四1-4])个季度/;
const MONTHS = ["一", "二", "三", "四", "五", "六", "七", "八", "九", "十", "十一", "十二"];
/** A month stands for the quarter it is in; the month of a date (10月15日) for none. */
const MONTH =
  /(?:(20\d\d|\d{2})年|(今年|去年|本年|上年|前年|明年))?(?<![\d个])(1[0-2]|[1-9]|十[一二]?|[一二三四五六七八九])月(?:份|底|末|初)?(?![\d一二三四五六七八九十])/;
const CHINESE = /(?:(\d{4}|\d{2})年|(今年|去年|本年|上年|前年|明年))?的?第?([一二三四1-4])季度/;
const YEAR_WORDS = "今年|本年|去年|上年|前年|明年|来年";
const HALF = new RegExp(`(?:(20\\d\\d|\\d{2})年|(${YEAR_WORDS}))?的?([上下])半年`);
const SAME_LAST_YEAR = /[去上]年(?:的)?(?:同期|同季度?|这个?季度|这个?时候)|同期|同比/;
const YEAR = /(?<!\d)(?:(20\d\d)年(?!度)|(去年|上年|前年|明年|来年))(年?[底末])?/;
const ENGLISH_HALF = /\b(?:(20\d\d) )?(?:h([12])|(first|second) half)(?: of)?(?: the year)?(?: (20\d\d))?\b/;
const ENGLISH_SAME = /\b(?:the )?same (?:period|quarter|time) last year\b/;
const ENGLISH_YEAR = /\b(?:in|of|for|during) (20\d\d)\b|\b(last|next) year\b/;
const RELATIVE = /(上上|上|前|本|这|当|下)一?个?季度?/;
const SOME_YEAR = `(20\\d\\d|last year|this year|next year|${YEAR_WORDS})`;
const LETTER = new RegExp(
  `(?<![a-z\\d])(?:${SOME_YEAR}(?:'s)?(?:年| )?)?q([1-4])(?![\\d])(?: ?(?:of )?${SOME_YEAR})?`,
);
const ENGLISH = new RegExp(
  `\\b(?:${SOME_YEAR}(?:'s)? )?(first|second|third|fourth|1st|2nd|3rd|4th) quarter(?: of)?(?: ${SOME_YEAR})?\\b`,
);
const ENGLISH_RELATIVE = /\b(last|previous|this|current|next) quarter\b/;

/** `current`: the quarter 本季度 means, the one being reported; `today`: the quarter of the present day. */
export type Present = { current: PeriodId; today: PeriodId };
/** `after`: only what came after that quarter of the same year is meant. `rest`: the text without the time. */
export type NamedPeriod = { period: PeriodId; after?: PeriodId; rest: string };

/**
 * The quarter named in folded text; null when none is named. A quarter without a year is the latest one that has begun:
 * 四季度 written in 2026Q1 is 2025Q4.
 */
export function findPeriod(text: string, current: PeriodId, today: PeriodId = current): NamedPeriod | null {
  for (const [pattern, read] of READERS) {
    const match = pattern.exec(text);
    if (!match) continue;
    const period = read(match, { current, today });
    const rest = `${text.slice(0, match.index)} ${text.slice(match.index + match[0].length)}`;
    const alone = ALONE.exec(rest);
    const after = SECOND_HALF.test(match[0]) ? periodOf(yearOf(period), 2) : alone && previousInYear(period);
    return { period, ...(after ? { after } : {}), rest: alone ? rest.replace(alone[0], " ") : rest };
  }
  return null;
}

type Read = (match: RegExpExecArray, present: Present) => PeriodId;
const sameLastYear: Read = (_, { current }) => periodOf(yearOf(current) - 1, quarterOf(current));
const READERS: ReadonlyArray<readonly [RegExp, Read]> = [
  [CHINESE, ([, year, word, quarter], at) => named(yearNamed(year, word, at.current), quarter, at.today)],
  [
    FIRST_QUARTERS,
    ([, quarter], { current }) => periodOf(yearOf(current), NUMBERS[quarter ?? ""] ?? Number(quarter)),
  ],
  [
    MONTH,
    ([, year, word, month], { current }) =>
      periodOf(yearNamed(year, word, current) ?? yearOf(current), quarterOfMonth(month ?? "")),
  ],
  [
    HALF,
    ([, year, word, half], { current }) =>
      periodOf(yearNamed(year, word, current) ?? yearOf(current), half === "上" ? 2 : 4),
  ],
  [SAME_LAST_YEAR, sameLastYear],
  [
    LETTER,
    ([, before, quarter, after], at) => named(yearSaid(before ?? after, at.current), quarter, at.today),
  ],
  [
    ENGLISH,
    ([, before, quarter, after], at) => named(yearSaid(before ?? after, at.current), quarter, at.today),
  ],
  [
    ENGLISH_HALF,
    ([, before, n, word, after], { current }) =>
      periodOf(
        yearNamed(before ?? after, undefined, current) ?? yearOf(current),
        n === "1" || word === "first" ? 2 : 4,
      ),
  ],
  [ENGLISH_SAME, sameLastYear],
  [RELATIVE, ([, word], { current }) => relative(word, current)],
  [ENGLISH_RELATIVE, ([, word], { current }) => relative(ENGLISH_RELATIVES[word ?? ""] ?? "本", current)],
  // 去年底 is a day of the calendar, also while the fourth quarter of that year is still being reported.
  [
    YEAR,
    ([, year, word, end], { current, today }) =>
      end ? endOf(yearNamed(year, word, today), today) : endOf(yearNamed(year, word, current), current),
  ],
  [
    ENGLISH_YEAR,
    ([, year, word], { current }) =>
      endOf(yearNamed(year, word === "next" ? "明年" : word && "去年", current), current),
  ],
];
const ENGLISH_RELATIVES: Record<string, string> = { last: "上", previous: "上", next: "下" };

function quarterOfMonth(month: string): number {
  const n = MONTHS.includes(month) ? MONTHS.indexOf(month) + 1 : Number(month);
  return Math.ceil(n / 3);
}

/** A whole year is its last quarter; the year that runs is the quarter being reported. */
function endOf(year: number | null, current: PeriodId): PeriodId {
  return year === null || year === yearOf(current) ? current : periodOf(year, 4);
}

const YEARS_AWAY: Record<string, number> = { 去年: -1, 上年: -1, 前年: -2, 明年: 1, 来年: 1 };

function yearNamed(digits: string | undefined, word: string | undefined, current: PeriodId): number | null {
  if (digits !== undefined) return digits.length === 2 ? 2000 + Number(digits) : Number(digits);
  return word === undefined ? null : yearOf(current) + (YEARS_AWAY[word] ?? 0);
}

const ENGLISH_YEARS: Record<string, string> = {
  "last year": "去年",
  "this year": "今年",
  "next year": "明年",
};

/** A year in digits or in a word of either language. */
function yearSaid(said: string | undefined, current: PeriodId): number | null {
  if (said === undefined || /^\d/.test(said)) return yearNamed(said, undefined, current);
  return yearNamed(undefined, ENGLISH_YEARS[said] ?? said, current);
}

function named(year: number | null, word: string | undefined, today: PeriodId): PeriodId {
  const quarter = NUMBERS[word ?? ""] ?? Number((word ?? "").charAt(0));
  if (year !== null) return periodOf(year, quarter);
  return periodOf(quarter > quarterOf(today) ? yearOf(today) - 1 : yearOf(today), quarter);
}

function relative(word: string | undefined, current: PeriodId): PeriodId {
  if (word === "上上") return previousPeriod(previousPeriod(current));
  if (word === "下")
    return quarterOf(current) === 4
      ? periodOf(yearOf(current) + 1, 1)
      : periodOf(yearOf(current), quarterOf(current) + 1);
  return word === "上" || word === "前" ? previousPeriod(current) : current;
}
