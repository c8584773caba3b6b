import { addDays } from "../calendar/shanghai-time.ts";
import type { ProcedureRecord } from "../procedure/record.ts";
import { readDay } from "../reading/read-day.ts";
import { MONTH, MONTH_NAMES, MONTHS, numberOf, YEARS } from "./past-day.ts";

// The month or day, past or to come, that a visit or a meeting is named by: 12月那次督查, 上个月的现场会, 9月22号.

/** Both ends belong to it (`YYYY-MM-DD`). */
export type Span = { from: string; to: string };

const NEXT = "明年";
const AWAY: ReadonlyArray<readonly [number, RegExp]> = [
  [-1, /上个?月|\blast month\b/],
  [1, /下个?月|\bnext month\b/],
  [0, /[这本]个?月|\bthis month\b/],
];
const ENGLISH = new RegExp(
  `\\b(?:(\\d{1,2})(?:st|nd|rd|th)?(?: of)? )?(${MONTH_NAMES})\\b(?: (\\d{1,2})\\b)?`,
);

/** The month or the day a folded text names, of this year unless it says which; null where it names none. */
export function spanIn(text: string, today: string): Span | null {
  const now = Number(today.slice(0, 4));
  const chinese = MONTH.exec(text);
  if (chinese) {
    const [, digits, word = "", month, date] = chinese;
    const year = digits ? Number(digits) : now - (YEARS[word] ?? (text.includes(NEXT) ? -1 : 0));
    return spanOf(year, numberOf(month) ?? 0, numberOf(date));
  }
  const away = AWAY.find(([, words]) => words.test(text))?.[0];
  if (away !== undefined) return spanOf(now, Number(today.slice(5, 7)) + away);
  const [, before, name, after] = ENGLISH.exec(text) ?? [];
  if (name === undefined || (name === "may" && !before && !after)) return null;
  const month = MONTHS.findIndex((one) => one.startsWith(name.slice(0, 3))) + 1;
  return spanOf(now, month, numberOf(before ?? after));
}

/** Month 0 is the December before, month 13 the January after. */
function spanOf(year: number, month: number, date?: number): Span | null {
  const first = (n: number) => new Date(Date.UTC(year, n - 1, 1)).toISOString().slice(0, 10);
  if (date === undefined) return { from: first(month), to: addDays(first(month + 1), -1) };
  const day = readDay(`${year}-${month}-${date}`, { year });
  return day === null ? null : { from: day, to: day };
}

/** Whether a visit, a meeting or what belongs to one takes place within these days. */
export function isWithin({ data: { from, to, day } }: ProcedureRecord, span: Span): boolean {
  const [begins, ends] = [String(from ?? day ?? ""), String(to ?? day ?? "")];
  return begins <= span.to && ends >= span.from;
}
