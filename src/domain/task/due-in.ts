import { addDays, shanghaiDay } from "../calendar/shanghai-time.ts";
import { addWorkingDays } from "../calendar/working-days.ts";

/** Working days a 督办 item is given unless somebody says otherwise. */
export const SUPERVISION_DAYS = 5;

/** `n` working days from `now` on; in a year without a calendar the same number of weekdays' worth of calendar days. */
export function dueIn(n: number, now: number): string {
  const today = shanghaiDay(now);
  const answer = addWorkingDays(today, n);
  return answer.known ? answer.day : addDays(today, Math.ceil((n * 7) / 5));
}
