import { type PeriodId, periodDays } from "./period.ts";
import { type Deadlines, dueDate, lockDate } from "./quarter/dates.ts";
import { shanghaiClock, shanghaiDay, shanghaiTime } from "./shanghai-time.ts";
import { addWorkingDays, isWorkingDay } from "./working-days.ts";

// When a quarter is due, when it locks, and when people may be written to.

/** not_yet: the quarter is still running · open 可报 · late 计迟报 · locked 已锁 · unknown: no calendar for the dates. */
export type WindowState = "not_yet" | "open" | "late" | "locked" | "unknown";

const DAY_STARTS = "09:00";
const DAY_ENDS = "18:00";

/** Whether a quarter can be filled in at `now` (UTC ms), and on which terms. */
export function windowState(period: PeriodId, programme: Deadlines, now: number): WindowState {
  const today = shanghaiDay(now);
  if (today <= periodDays(period).last) return "not_yet";
  const due = dueDate(period, programme);
  if (!due.known) return "unknown";
  if (today <= due.due) return "open";
  const lock = lockDate(period, programme);
  if (!lock.known) return "unknown";
  return today <= lock.day ? "late" : "locked";
}

/** Whether `now` (UTC ms) is 09:00 to 18:00 (18:00 itself is out) on a working day. */
export function isWorkingHour(now: number): boolean | "unknown" {
  const clock = shanghaiClock(now);
  if (clock < DAY_STARTS || clock >= DAY_ENDS) return false;
  return isWorkingDay(shanghaiDay(now));
}

/** `now` itself in working hours, else 09:00 of the next working day to come, in UTC ms. */
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
