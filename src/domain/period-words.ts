import { type PeriodId, periodOf, previousPeriod, quarterOf, yearOf } from "./period.ts";

// Quarters as people write them: 三季度, 2026年第3季度, 上季度, Q3, last quarter.

const NUMBERS: Record<string, number> = {
  一: 1,
  二: 2,
  三: 3,
  四: 4,
  first: 1,
  second: 2,
  third: 3,
  fourth: 4,
};
const CHINESE = /(?:(\d{4}|\d{2})年|(今年|去年|本年))?第?([一二三四1-4])季度/;
const RELATIVE = /(上上|上|前|本|这|当)一?个?季度?/;
const LETTER = /(?<![a-z\d])(?:(20\d\d)(?:年| )?)?q([1-4])(?![\d])(?: ?(20\d\d))?/;
const ENGLISH = /\b(?:(20\d\d) )?(first|second|third|fourth|1st|2nd|3rd|4th) quarter(?: of)?(?: (20\d\d))?\b/;
const ENGLISH_RELATIVE = /\b(last|previous|this|current) quarter\b/;

/**
 * The quarter named in folded text, and the text without it; null when none is named. A quarter without a year is the
 * latest one that is not after `current`: 四季度 written in 2026Q1 is 2025Q4.
 */
export function findPeriod(text: string, current: PeriodId): { period: PeriodId; rest: string } | null {
  for (const [pattern, read] of READERS) {
    const match = pattern.exec(text);
    if (!match) continue;
    const rest = `${text.slice(0, match.index)} ${text.slice(match.index + match[0].length)}`;
    return { period: read(match, current), rest };
  }
  return null;
}

type Read = (match: RegExpExecArray, current: PeriodId) => PeriodId;
const READERS: ReadonlyArray<readonly [RegExp, Read]> = [
  [CHINESE, ([, year, word, quarter], current) => named(yearNamed(year, word, current), quarter, current)],
  [RELATIVE, ([, word], current) => relative(word, current)],
  [
    LETTER,
    ([, before, quarter, after], current) =>
      named(yearNamed(before ?? after, undefined, current), quarter, current),
  ],
  [
    ENGLISH,
    ([, before, quarter, after], current) =>
      named(yearNamed(before ?? after, undefined, current), quarter, current),
  ],
  [
    ENGLISH_RELATIVE,
    ([, word], current) => relative(word === "last" || word === "previous" ? "上" : "本", current),
  ],
];

function yearNamed(digits: string | undefined, word: string | undefined, current: PeriodId): number | null {
  if (digits !== undefined) return digits.length === 2 ? 2000 + Number(digits) : Number(digits);
  if (word === undefined) return null;
  return word === "去年" ? yearOf(current) - 1 : yearOf(current);
}

function named(year: number | null, word: string | undefined, current: PeriodId): PeriodId {
  const quarter = NUMBERS[word ?? ""] ?? Number((word ?? "").charAt(0));
  if (year !== null) return periodOf(year, quarter);
  return periodOf(quarter > quarterOf(current) ? yearOf(current) - 1 : yearOf(current), quarter);
}

function relative(word: string | undefined, current: PeriodId): PeriodId {
  if (word === "上上") return previousPeriod(previousPeriod(current));
  return word === "上" || word === "前" ? previousPeriod(current) : current;
}
