import { quietUntil } from "../calendar/quiet-hours.ts";
import { addDays, shanghaiDay, shanghaiTime } from "../calendar/shanghai-time.ts";

// Calendar days and weeks as the schedule counts them.

/** Cache: every minute asks about the same few weeks. */
const known = new Map<string, string>();

/**
 * The first day on or after `day` on which people may be written to; in a year without a calendar no possible holiday.
 */
export function sendingDay(day: string): string {
  const found = known.get(day) ?? shanghaiDay(quietUntil(shanghaiTime(day, "00:00")));
  known.set(day, found);
  return found;
}

/** 18:00 of a day, UTC ms: messages not sent by then wait for another day. */
export function dayEnds(day: string): number {
  return shanghaiTime(day, "18:00");
}

/** The Monday of the day's week. */
export function mondayOf(day: string): string {
  const weekday = new Date(`${day}T00:00:00Z`).getUTCDay();
  return addDays(day, -((weekday + 6) % 7));
}

/** `2026-W47` (ISO 8601): a week belongs to the year of its Thursday. */
export function weekOf(day: string): string {
  const thursday = addDays(mondayOf(day), 3);
  const year = thursday.slice(0, 4);
  const nth = Math.floor((Date.parse(thursday) - Date.parse(`${year}-01-01`)) / (7 * 86_400_000)) + 1;
  return `${year}-W${String(nth).padStart(2, "0")}`;
}
