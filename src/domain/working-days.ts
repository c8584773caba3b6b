import chineseDays from "chinese-days";
import type { HolidayYear } from "./holiday-notice/holiday-year.ts";
import { addDays } from "./shanghai-time.ts";

// Chinese working days: Monday to Friday, less the State Council's holidays, plus its make-up days (调休).
// A year whose arrangement is not loaded is said to be unknown, never guessed (domain.md 11).

export type DayAnswer = { known: true; day: string } | { known: false; year: number };
export type CountAnswer = { known: true; days: number } | { known: false; year: number };
export type Holiday = { name: string; nameEn: string };

/** Years a notice was taken over for; they win over the package's data. */
export type Calendar = ReadonlyMap<number, HolidayYear>;

const NONE: Calendar = new Map();
let learned: Calendar = NONE;
const knownYears = new Map<number, boolean>();

/**
 * Takes over the arrangements of these years in place of all taken over before. The process's own memory: whoever starts
 * reads them from the store, and a heartbeat reads them again, so that every instance counts alike within a minute.
 */
export function learnYears(years: readonly HolidayYear[]): void {
  learned = new Map(years.map((one) => [one.year, one]));
  knownYears.clear();
  details.clear();
}

/** A year as the package has it; null for one it does not know. */
export function packageYear(year: number): HolidayYear | null {
  if (!isYearKnown(year, NONE)) return null;
  const all: HolidayYear = { year, holidays: [], workdays: [] };
  for (let day = `${year}-01-01`; yearOfDay(day) === year; day = addDays(day, 1)) {
    const detail = readDetail(day);
    const name = nameOf(detail)?.name;
    if (name !== undefined && !detail.work) all.holidays.push({ day, name: FULL_NAMES[name] ?? name });
    if (detail.work && isWeekend(day)) all.workdays.push(day);
  }
  return all;
}

/** A year as it is counted by here: the notice's, else the package's; null while nobody knows it. */
export function knownYear(year: number): { year: HolidayYear; source: "notice" | "package" } | null {
  const notice = learned.get(year);
  if (notice) return { year: notice, source: "notice" };
  const known = packageYear(year);
  return known && { year: known, source: "package" };
}

/** Whether the year's holiday arrangement is loaded: its 1 January, 1 May and 1 October carry a holiday's name. */
export function isYearKnown(year: number, calendar: Calendar = learned): boolean {
  if (calendar.has(year)) return true;
  const answer =
    knownYears.get(year) ??
    ["01-01", "05-01", "10-01"].every((day) => nameOf(readDetail(`${year}-${day}`)) !== null);
  knownYears.set(year, answer);
  return answer;
}

/**
 * Whether people work on this day (`YYYY-MM-DD`); "unknown" in a year without an arrangement. `calendar`: years that are
 * only proposed, to see what would follow from them.
 */
export function isWorkingDay(day: string, calendar: Calendar = learned): boolean | "unknown" {
  return isYearKnown(yearOfDay(day), calendar) ? dayDetail(day, calendar).work : "unknown";
}

/** The holiday a day off belongs to; null on working days, make-up days and plain weekends. */
export function holidayOn(day: string): Holiday | null {
  const detail = dayDetail(day, learned);
  return detail.work ? null : nameOf(detail);
}

/** The n-th working day after `day` (before it when n is negative); `day` itself when n is 0. */
export function addWorkingDays(day: string, n: number, calendar: Calendar = learned): DayAnswer {
  const step = n < 0 ? -1 : 1;
  let at = day;
  for (let left = Math.abs(n); left > 0; ) {
    at = addDays(at, step);
    const working = isWorkingDay(at, calendar);
    if (working === "unknown") return { known: false, year: yearOfDay(at) };
    if (working) left -= 1;
  }
  return { known: true, day: at };
}

/**
 * Working days in (afterDay, throughDay]: with a due date and the day of submission, the lateness of
 * scoring.md 2. Nothing when the second is not later than the first.
 */
export function workingDaysBetween(afterDay: string, throughDay: string): CountAnswer {
  let days = 0;
  for (let at = afterDay; at < throughDay; ) {
    at = addDays(at, 1);
    const working = isWorkingDay(at);
    if (working === "unknown") return { known: false, year: yearOfDay(at) };
    if (working) days += 1;
  }
  return { known: true, days };
}

function yearOfDay(day: string): number {
  return Number(day.slice(0, 4));
}

type DayDetail = { work: boolean; name: string };
/** The library takes 0.1 ms a day, and every card asks about the same few weeks. */
const details = new Map<string, DayDetail>();

function dayDetail(day: string, calendar: Calendar): DayDetail {
  if (calendar !== learned) return noticeDetail(day, calendar) ?? readDetail(day);
  const known = details.get(day) ?? noticeDetail(day, calendar) ?? readDetail(day);
  details.set(day, known);
  return known;
}

/** What the notices say of a day: its own year's, or the next one's, whose New Year may begin in December. */
function noticeDetail(day: string, calendar: Calendar): DayDetail | null {
  const year = yearOfDay(day);
  for (const one of [calendar.get(year + 1), calendar.get(year)]) {
    const off = one?.holidays.find((holiday) => holiday.day === day);
    if (off) return { work: false, name: `${ENGLISH[off.name] ?? off.name},${off.name},` };
    if (one?.workdays.includes(day)) return { work: true, name: "" };
  }
  return calendar.has(year) ? { work: !isWeekend(day), name: "" } : null;
}

const ENGLISH: Record<string, string> = {
  元旦: "New Year's Day",
  春节: "Spring Festival",
  清明节: "Tomb-sweeping Day",
  劳动节: "Labour Day",
  端午节: "Dragon Boat Festival",
  中秋节: "Mid-autumn Festival",
  国庆节: "National Day",
};

/** The package's short names and the notices' own. */
const FULL_NAMES: Record<string, string> = {
  清明: "清明节",
  端午: "端午节",
  中秋: "中秋节",
};

function isWeekend(day: string): boolean {
  return [0, 6].includes(new Date(`${day}T00:00:00Z`).getUTCDay());
}

/** The kept library's entry for a day. It formats in the machine's own time zone, hence the local noon. */
function readDetail(day: string): DayDetail {
  const [year = Number.NaN, month = Number.NaN, date = Number.NaN] = day.split("-").map(Number);
  return chineseDays.getDayDetail(new Date(year, month - 1, date, 12));
}

/** Holidays and make-up days are named "National Day,国庆节,3", all other days by their weekday. */
function nameOf({ name: written }: DayDetail): Holiday | null {
  const [nameEn = "", name] = written.split(",");
  return name === undefined ? null : { name, nameEn };
}
