import { laterPeriod, type PeriodId, periodOf, quarterOf, yearOf } from "../calendar/period.ts";
import { readNumeral } from "../reading/numerals.ts";

// The quarters by whose end something is to be done, as people write them in what they intend: 下季度, 12月底, 国庆前, 明年一季度.

const NEXT = /下一?个?季度(?!的?(?:各项|重点)?(?:工作|任务|目标))|下季(?!度)|\bnext quarter\b/i;
const QUARTER = /(?<!下)([一二三四1-4])季度(末|底|内)?(之?前|以前)?|\bq([1-4])\b/gi;
const MONTH =
  /(?<!\d)(1[0-2]|0?[1-9]|十[一二]?|[一二三四五六七八九])月(?![至到-])份?(底|末|初|上旬|中旬|下旬|(?:\d{1,2})[日号])?(之?前|以前|内)?/g;
const MONTHS = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];
const ENGLISH_MONTH =
  /\b(?:by|in|before|until|end of|mid)[ -](?:the end of )?(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*/gi;
const YEAR_END = /年[底末终]|岁末|(?<![半一二两三几]|(?<!20\d)\d)年内|\bend of the year\b|\byear[- ]end\b/i;
const HALF = /([上下])半年/g;
const YEAR = /(20\d\d)年|([明次]年)|(今年)/;
/** Days by whose eve something is to be done; those that move do not leave their quarter, or hardly. */
const EVES: ReadonlyArray<readonly [RegExp, 1 | 2 | 3 | 4]> = [
  [/国庆节?(?:之前|以前|前(?!后))|中秋节?(?:之前|以前|前(?!后))/, 3],
  [/元旦(?:之前|以前|前(?!后))/, 4],
  [/(?:春节|除夕|过年|元宵节?)(?:之前|以前|前(?!后))/, 1],
  [/(?:五一|劳动节|端午节?|七一)(?:之前|以前|前(?!后))/, 2],
];
/** Times of the year that no day ends. */
const SEASONS: ReadonlyArray<readonly [RegExp, 1 | 2 | 3 | 4]> = [
  [/开春/, 1],
  [/汛期?(?:来临)?(?:之前|前)/, 2],
  [/(?:入冬|上冻|封冻|冬季停工|供暖期?|采暖期?)(?:之前|前)/, 4],
];

/** The quarters a text names, seen from the report of `period`. `vague`: by a season, not by a day. */
export function quartersIn(text: string, period: PeriodId): { quarters: PeriodId[]; vague: boolean } {
  const year = yearIn(text, period);
  const of = (quarter: number) => periodOf(year ?? comingYear(quarter, period), quarter);
  const seasons = SEASONS.flatMap(([words, quarter]) => (words.test(text) ? [of(quarter)] : []));
  const quarters = [
    ...(NEXT.test(text) ? [laterPeriod(period, 1)] : []),
    ...[...text.matchAll(QUARTER)].map(([, numeral, end, before, english]) => {
      const named = of(numberOf(numeral ?? english ?? ""));
      return before !== undefined && end === undefined ? laterPeriod(named, -1) : named;
    }),
    ...monthsIn(text).flatMap(({ month, sure, eve }) => {
      const quarter = Math.ceil(month / 3);
      // A month that is over, named without a year or an end, is not next year's.
      if (!sure && year === null && quarter < quarterOf(period)) return [];
      return [laterPeriod(of(quarter), eve ? -1 : 0)];
    }),
    ...(YEAR_END.test(text) ? [periodOf(year ?? yearOf(period), 4)] : []),
    ...[...text.matchAll(HALF)].map(([, half]) => of(half === "上" ? 2 : 4)),
    ...EVES.flatMap(([words, quarter]) => (words.test(text) ? [of(quarter)] : [])),
    ...seasons,
  ];
  return { quarters, vague: seasons.length > 0 };
}

/** `sure`: by the end of it, or by a day in it. `eve`: before it begins, in the quarter before: 10月1日前. */
type Month = { month: number; sure: boolean; eve: boolean };

function monthsIn(text: string): Month[] {
  const chinese = [...text.matchAll(MONTH)].map(([, numeral = "", part, before]): Month => {
    const month = numberOf(numeral);
    const begins = part === undefined || /^0?1[日号]$/.test(part);
    const eve = month % 3 === 1 && begins && before !== undefined && before !== "内";
    return { month, sure: part !== undefined || before !== undefined, eve };
  });
  const english = [...text.matchAll(ENGLISH_MONTH)].map(([, name = ""]): Month => {
    return { month: MONTHS.indexOf(name.toLowerCase()) + 1, sure: true, eve: false };
  });
  return [...chinese, ...english];
}

/** The year a text names, as a number or as 明年; null when it names none. */
function yearIn(text: string, period: PeriodId): number | null {
  const [, number, next, present] = YEAR.exec(text) ?? [];
  if (number !== undefined) return Number(number);
  if (next !== undefined) return yearOf(period) + 1;
  return present === undefined ? null : yearOf(period);
}

/** The year of a quarter named by its number alone: next year's where this year's is over, never the one after that. */
function comingYear(quarter: number, period: PeriodId): number {
  return yearOf(period) + (quarter < quarterOf(period) ? 1 : 0);
}

function numberOf(numeral: string): number {
  const read = readNumeral(numeral.replace(/^0/, ""));
  if (!read.ok) throw new Error(`no number ${numeral}`);
  return read.value;
}
