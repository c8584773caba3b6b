import { addDays, shanghaiDay } from "../calendar/shanghai-time.ts";
import { addWorkingDays } from "../calendar/working-days.ts";

/** Default time for a 督办 item, in working days. */
export const SUPERVISION_DAYS = 5;

/**
 * The day `n` working days after `now`; in a year without a calendar, the calendar days that contain that
 * many weekdays.
 */
export function dueIn(n: number, now: number): string {
  const today = shanghaiDay(now);
  const answer = addWorkingDays(today, n);
  return answer.known ? answer.day : addDays(today, Math.ceil((n * 7) / 5));
}
