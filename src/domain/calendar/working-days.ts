import chineseDays from "chinese-days";
import type { HolidayYear } from "./holiday-year.ts";
import { addDays } from "./shanghai-time.ts";

// Chinese working days: Monday to Friday, minus the State Council's holidays, plus its make-up days (调休). In a year
// whose arrangement is not loaded the answer is "unknown", never a guess (domain.md 11).

export type DayAnswer = { known: true; day: string } | { known: false; year: number };
export type CountAnswer = { known: true; days: number } | { known: false; year: number };
export type Holiday = { name: string; nameEn: string };

/** Years taken from confirmed notices; they take precedence over the package's data. */
export type Calendar = ReadonlyMap<number, HolidayYear>;

const NONE: Calendar = new Map();
let noticeYears: Calendar = NONE;
const knownYears = new Map<number, boolean>();

/**
 * Replaces the confirmed years held in this process's memory. They are read from the store at the start and again by
 * the heartbeat, so that all instances agree within a minute.
 */
export function setNoticeYears(years: readonly HolidayYear[]): void {
  noticeYears = new Map(years.map((one) => [one.year, one]));
  knownYears.clear();
  details.clear();
  added.clear();
  between.clear();
}

/** The confirmed years in force: another object after every change, so that what follows from them can be remembered. */
export function calendarInForce(): Calendar {
  return noticeYears;
}

/** A year in the package's data; null when it is not included. */
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

/** The arrangement in force for a year: the notice's, else the package's; null when unknown. */
export function knownYear(year: number): { year: HolidayYear; source: "notice" | "package" } | null {
  const notice = noticeYears.get(year);
  if (notice) return { year: notice, source: "notice" };
  const known = packageYear(year);
  return known && { year: known, source: "package" };
}

/** Whether the year's holidays are loaded: its 1 January, 1 May and 1 October carry a holiday's name. */
export function isYearKnown(year: number, calendar: Calendar = noticeYears): boolean {
  if (calendar.has(year)) return true;
  const answer =
    knownYears.get(year) ??
    ["01-01", "05-01", "10-01"].every((day) => nameOf(readDetail(`${year}-${day}`)) !== null);
  knownYears.set(year, answer);
  return answer;
}

/**
 * Whether a day (`YYYY-MM-DD`) is a working day; "unknown" in a year without an arrangement. `calendar`: years that are
 * only proposed, to preview their effect.
 */
export function isWorkingDay(day: string, calendar: Calendar = noticeYears): boolean | "unknown" {
  return isYearKnown(yearOfDay(day), calendar) ? dayDetail(day, calendar).work : "unknown";
}

/** The holiday a day off belongs to; null on working days, make-up days and ordinary weekends. */
export function holidayOn(day: string): Holiday | null {
  const detail = dayDetail(day, noticeYears);
  return detail.work ? null : nameOf(detail);
}

/** The n-th working day after `day` (before it when n is negative); `day` itself when n is 0. */
export function addWorkingDays(day: string, n: number, calendar: Calendar = noticeYears): DayAnswer {
  if (calendar !== noticeYears) return countOn(day, n, calendar);
  return remembered(added, `${day} ${n}`, () => countOn(day, n, calendar));
}

/** Caches: every card asks for the same few due days, and how far away they are. */
const added = new Map<string, DayAnswer>();
const between = new Map<string, CountAnswer>();
const MOST = 10_000;

function remembered<T>(answers: Map<string, T>, key: string, count: () => T): T {
  const answer = answers.get(key) ?? count();
  if (answers.size >= MOST) answers.clear();
  answers.set(key, answer);
  return answer;
}

function countOn(day: string, n: number, calendar: Calendar): DayAnswer {
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
 * Number of working days in (afterDay, throughDay]: with the due day and the day of submission, the lateness of
 * scoring.md 2. 0 when the second is not after the first.
 */
export function workingDaysBetween(afterDay: string, throughDay: string): CountAnswer {
  return remembered(between, `${afterDay} ${throughDay}`, () => countBetween(afterDay, throughDay));
}

function countBetween(afterDay: string, throughDay: string): CountAnswer {
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
/** Cache: the library takes 0.1 ms a day, and every card asks about the same few weeks. */
const details = new Map<string, DayDetail>();

function dayDetail(day: string, calendar: Calendar): DayDetail {
  if (calendar !== noticeYears) return noticeDetail(day, calendar) ?? readDetail(day);
  const known = details.get(day) ?? noticeDetail(day, calendar) ?? readDetail(day);
  details.set(day, known);
  return known;
}

/**
 * The entry of a day in the notices: of its own year, or of the next one, whose New Year holiday may begin in December.
 */
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

/** Festivals of a notice in English, one or several joined by 、; what is no festival stays as it is. */
export function festivalsInEnglish(names: string): string {
  return names
    .split("、")
    .map((name) => ENGLISH[name] ?? name)
    .join(", ");
}

/** The package's short names and the full names used in notices. */
const FULL_NAMES: Record<string, string> = {
  清明: "清明节",
  端午: "端午节",
  中秋: "中秋节",
};

function isWeekend(day: string): boolean {
  return [0, 6].includes(new Date(`${day}T00:00:00Z`).getUTCDay());
}

/** The library's entry for a day. It formats in the machine's time zone, hence noon local time. */
function readDetail(day: string): DayDetail {
  const [year = Number.NaN, month = Number.NaN, date = Number.NaN] = day.split("-").map(Number);
  return chineseDays.getDayDetail(new Date(year, month - 1, date, 12));
}

/** Holidays and make-up days are named "National Day,国庆节,3", all other days by their weekday. */
function nameOf({ name: written }: DayDetail): Holiday | null {
  const [nameEn = "", name] = written.split(",");
  return name === undefined ? null : { name, nameEn };
}
