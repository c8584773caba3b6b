import { shanghaiDay } from "./shanghai-time.ts";

// A reporting period is a calendar quarter in Asia/Shanghai, written 2026Q3.

export type Quarter = 1 | 2 | 3 | 4;
/** `2026Q3`. Created by `parsePeriod` and `periodOf` only. */
export type PeriodId = `${number}Q${Quarter}`;

const PATTERN = /^(20\d\d)Q([1-4])$/i;

/** Reads `2026Q3` (either case); null when it is not a quarter. */
export function parsePeriod(text: string): PeriodId | null {
  const match = PATTERN.exec(text.trim());
  return match ? periodOf(Number(match[1]), Number(match[2])) : null;
}

/** The quarter `quarter` (1 to 4) of `year`; throws on any other number. */
export function periodOf(year: number, quarter: number): PeriodId {
  if (quarter === 1 || quarter === 2 || quarter === 3 || quarter === 4) return `${year}Q${quarter}`;
  throw new Error(`no quarter ${quarter} in a year`);
}

/** The calendar year of a quarter. */
export function yearOf(period: PeriodId): number {
  return Number(period.slice(0, 4));
}

/** The quarter's number within its year. */
export function quarterOf(period: PeriodId): Quarter {
  const quarter = Number(period.slice(5));
  return quarter === 1 ? 1 : quarter === 2 ? 2 : quarter === 3 ? 3 : 4;
}

/** The quarter `n` quarters later, also across years. */
export function laterPeriod(period: PeriodId, n: number): PeriodId {
  const count = yearOf(period) * 4 + quarterOf(period) - 1 + n;
  return periodOf(Math.floor(count / 4), (count % 4) + 1);
}

/** The quarter before, also across years. */
export function previousPeriod(period: PeriodId): PeriodId {
  return laterPeriod(period, -1);
}

/** The quarter before within the same year; null for a first quarter, where cumulative sums start at 0. */
export function previousInYear(period: PeriodId): PeriodId | null {
  return quarterOf(period) === 1 ? null : previousPeriod(period);
}

/** First and last day of the quarter, `YYYY-MM-DD`. */
export function periodDays(period: PeriodId): { first: string; last: string } {
  const month = quarterOf(period) * 3;
  const lastDay = month === 6 || month === 9 ? 30 : 31;
  const two = (n: number) => String(n).padStart(2, "0");
  return {
    first: `${yearOf(period)}-${two(month - 2)}-01`,
    last: `${yearOf(period)}-${two(month)}-${lastDay}`,
  };
}

/** The quarter at `ms` (UTC), by the date in Shanghai. */
export function quarterAt(ms: number): PeriodId {
  const [year, month] = shanghaiDay(ms).split("-").map(Number);
  return periodOf(year ?? 0, Math.ceil((month ?? 1) / 3));
}
