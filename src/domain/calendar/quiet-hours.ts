import chineseDays from "chinese-days";
import { addDays, shanghaiClock, shanghaiDay, shanghaiTime } from "./shanghai-time.ts";
import { isWorkingDay } from "./working-days.ts";
import { nextWorkingHour } from "./working-hours.ts";

// Unrequested messages are sent from 09:00 to 18:00 on working days only. In a year whose holidays are not announced,
// Monday to Friday count as working days except every day that may become a holiday: a message can wait, whereas one
// sent on a holiday cannot be taken back.

const STARTS = "09:00";
const ENDS = "18:00";

/** `now` itself while unrequested messages may be sent, else the next time they may, UTC ms. */
export function quietUntil(now: number): number {
  const known = nextWorkingHour(now);
  if (known.known) return known.at;
  const today = shanghaiDay(now);
  const clock = shanghaiClock(now);
  if (mayWork(today) && clock < ENDS) return clock < STARTS ? shanghaiTime(today, STARTS) : now;
  let day = addDays(today, 1);
  while (!mayWork(day)) day = addDays(day, 1);
  return shanghaiTime(day, STARTS);
}

function mayWork(day: string): boolean {
  const working = isWorkingDay(day);
  if (working !== "unknown") return working;
  const weekday = new Date(`${day}T00:00:00Z`).getUTCDay();
  return weekday >= 1 && weekday <= 5 && !mayBeHoliday(day);
}

/** `MM-DD` of holidays on fixed dates, each at its longest so far. */
const FIXED = [
  ["01-01", "01-03"],
  ["04-03", "04-06"],
  ["05-01", "05-05"],
  ["10-01", "10-08"],
] as const;
/** Holidays by the lunar calendar, month * 100 + day: Spring Festival from two days before, Dragon Boat, Mid-Autumn. */
const LUNAR = [
  [1228, 1230],
  [101, 108],
  [504, 506],
  [814, 816],
] as const;

function mayBeHoliday(day: string): boolean {
  const date = day.slice(5);
  if (FIXED.some(([first, last]) => date >= first && date <= last)) return true;
  const [year = Number.NaN, month = Number.NaN, dayOfMonth = Number.NaN] = day.split("-").map(Number);
  // The library uses the machine's time zone, hence noon local time.
  const lunar = chineseDays.getLunarDate(new Date(year, month - 1, dayOfMonth, 12));
  const at = lunar.lunarMon * 100 + lunar.lunarDay;
  return !lunar.isLeap && LUNAR.some(([first, last]) => at >= first && at <= last);
}
