import { shanghaiClock, shanghaiDay, shanghaiTime } from "./shanghai-time.ts";
import { addWorkingDays, isWorkingDay } from "./working-days.ts";

// The hours in which people may be written to: 09:00 to 18:00 on working days, Shanghai time.

const DAY_STARTS = "09:00";
const DAY_ENDS = "18:00";

/** Whether `now` (UTC ms) is 09:00 up to but not including 18:00 on a working day. */
export function isWorkingHour(now: number): boolean | "unknown" {
  const clock = shanghaiClock(now);
  if (clock < DAY_STARTS || clock >= DAY_ENDS) return false;
  return isWorkingDay(shanghaiDay(now));
}

/** `now` itself in working hours, else 09:00 of the next working day, UTC ms. Unknown in a year without a calendar. */
export function nextWorkingHour(now: number): { known: true; at: number } | { known: false; year: number } {
  const today = shanghaiDay(now);
  const working = isWorkingDay(today);
  if (working === "unknown") return { known: false, year: Number(today.slice(0, 4)) };
  const clock = shanghaiClock(now);
  if (working && clock < DAY_STARTS) return { known: true, at: shanghaiTime(today, DAY_STARTS) };
  if (working && clock < DAY_ENDS) return { known: true, at: now };
  const next = addWorkingDays(today, 1);
  return next.known ? { known: true, at: shanghaiTime(next.day, DAY_STARTS) } : next;
}
