import { addDays, shanghaiDay } from "../calendar/shanghai-time.ts";
import { addWorkingDays } from "../calendar/working-days.ts";
import { daysFor } from "../procedure/definition.ts";
import type { Programme } from "../programme/programme.ts";

/** Default time for a 督办 item, in working days. */
export const SUPERVISION_DAYS = 5;

/**
 * The day `n` working days after `now`; in a year without a calendar, the calendar days that contain that
 * many weekdays.
 */
function dueIn(n: number, now: number): string {
  const today = shanghaiDay(now);
  const answer = addWorkingDays(today, n);
  return answer.known ? answer.day : addDays(today, Math.ceil((n * 7) / 5));
}

/** The day on which what a state waits for is due where nobody names one: the pack's working days, or else `own`, after `now`. */
export function dueUnnamed(
  procedure: string,
  state: string,
  own: number,
  { now, programme }: { now: number; programme: Programme },
): string {
  return dueIn(daysFor(procedure, state, own, programme), now);
}
