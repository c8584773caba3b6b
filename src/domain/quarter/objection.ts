import type { PeriodId } from "../calendar/period.ts";
import { shanghaiDay, shanghaiTime } from "../calendar/shanghai-time.ts";
import { addWorkingDays } from "../calendar/working-days.ts";
import type { Programme } from "../programme/programme.ts";

// The objection window between provisional scores and publication; for the objections see
// procedure/objection.ts.

/** Time of day at which the window closes. */
const DAY_ENDS = "18:00";
/** `until`: UTC ms. Unknown in a year without a calendar, or if the day given in the pack is already past. */
export type ObjectionWindow = { known: true; until: number } | { known: false; why: NoWindow };
export type NoWindow =
  | { reason: "calendar_unknown"; year: number }
  | { reason: "override_over"; day: string };

/**
 * The last moment for objections to scores announced at `at`: 18:00 of the n-th working day after it, or of the day the
 * pack names for the quarter.
 */
export function objectionWindow(
  period: PeriodId,
  { workingDays, overrides }: NonNullable<Programme["objection"]>,
  at: number,
): ObjectionWindow {
  const named = overrides.find((override) => override.period === period);
  if (named) {
    const until = shanghaiTime(named.until, DAY_ENDS);
    if (until > at) return { known: true, until };
    return { known: false, why: { reason: "override_over", day: named.until } };
  }
  const last = addWorkingDays(shanghaiDay(at), workingDays);
  return last.known
    ? { known: true, until: shanghaiTime(last.day, DAY_ENDS) }
    : { known: false, why: { reason: "calendar_unknown", year: last.year } };
}
