import { laterPeriod, type PeriodId, periodOf, quarterOf, yearOf } from "../calendar/period.ts";
import { readNumeral } from "../reading/numerals.ts";

// Reads promises from what a town says it will do next: "下季度完成主体". Conservative: a clause has to name a result and one
// quarter to come, and nothing that leaves it open. What is read is offered to the official, who confirms it or does not.

/** What a clause promises, in the town's own words, and the quarter it is promised for. */
export type PromisedWords = { text: string; quarter: PeriodId };

/** Characters of a clause that may be a promise; a longer one says several things. */
const LONGEST = 100;
/** A promise is for one of this many quarters to come. */
const AHEAD = 4;
const CLAUSE_END = /[；;。！!？?\n]+|\.(?=\s|$)/;
const RESULT =
  /完成|建成|竣工|完工|封顶|开工|启动|投用|投产|投入使用|启用|开放|通车|通水|通电|验收|交付|落地|签约|\b(?:complete|finish|open|start|deliver)s?\b/i;
/** Wishes, conditions, what is not done and what is done already leave it open whether anything is promised. */
const OPEN =
  /已|[本上]季|力争|争取|尽量|尽快|预计|有望|希望|拟|如果|若|视|待|不能|无法|难以|未能|暂不|\b(?:try|hope|aim|expect|may|might|if|cannot|unable)\b/i;
const NEXT = /下一?个?季度|下季(?!度)|\bnext quarter\b/i;
const NAMED = /(?<!下)([一二三四1-4])季度/g;
const MONTH =
  /(1[0-2]|0?[1-9]|十[一二]?|[一二三四五六七八九])月(?:份|底|末|上旬|中旬|下旬|\d{1,2}[日号])?之?前/g;
const YEAR_END = /年底|年末|年内|\bend of the year\b/i;
const YEAR = /(20\d\d)年|([明次]年)|(今年)/;

/** The promises in a text of a report for `period`, in the order they are written. */
export function readPromises(words: string, period: PeriodId): PromisedWords[] {
  return words.split(CLAUSE_END).flatMap((clause): PromisedWords[] => {
    const text = clause.trim().replace(/^(?:\d+[.、)）]|[（(]\d+[)）])\s*/, "");
    if ([...text].length > LONGEST || !RESULT.test(text) || OPEN.test(text)) return [];
    const quarters = new Set(quartersIn(text, period));
    const [quarter] = quarters;
    return quarter !== undefined && quarters.size === 1 && isAhead(quarter, period)
      ? [{ text, quarter }]
      : [];
  });
}

/** Identifies a promise among those of a report: its place and letters, so that other words are another promise. */
export function promiseMark({ text }: PromisedWords, at: number): string {
  const sum = [...text].reduce((before, char) => (before * 31 + (char.codePointAt(0) ?? 0)) % 1_000_003, 7);
  return `${at}-${sum}`;
}

function quartersIn(text: string, period: PeriodId): PeriodId[] {
  const year = yearIn(text, period);
  const named = [...text.matchAll(NAMED)].map(([, numeral = ""]) => numberOf(numeral));
  const months = [...text.matchAll(MONTH)].map(([, numeral = ""]) => Math.ceil(numberOf(numeral) / 3));
  return [
    ...(NEXT.test(text) ? [laterPeriod(period, 1)] : []),
    ...[...named, ...months].map((quarter) => periodOf(year ?? comingYear(quarter, period), quarter)),
    ...(YEAR_END.test(text) ? [periodOf(year ?? yearOf(period), 4)] : []),
  ];
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

function isAhead(quarter: PeriodId, period: PeriodId): boolean {
  return quarter > period && quarter <= laterPeriod(period, AHEAD);
}
