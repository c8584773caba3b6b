import { periodDays, quarterAt } from "../calendar/period.ts";
import { quietUntil } from "../calendar/quiet-hours.ts";
import { addDays, shanghaiDay, shanghaiTime } from "../calendar/shanghai-time.ts";

const DAY = 86_400_000;
const HOUR = 3_600_000;
const DAY_ENDS = "18:00";
const TODAY = ["12:00", "15:00"];
const TOMORROW = ["10:00", "12:00", "15:00"];

/**
 * When an urgent message proposed at `now` (UTC ms, a working hour) may end: the first is the usual one, the working
 * day's 18:00; an earlier one leaves an hour at least, and none is more than a day away.
 */
export function urgentEnds(now: number): number[] {
  const today = shanghaiDay(now);
  const tomorrow = addDays(today, 1);
  const sooner = TODAY.map((time) => shanghaiTime(today, time)).filter((at) => at - now >= HOUR);
  const later = TOMORROW.map((time) => shanghaiTime(tomorrow, time)).filter(
    (at) => at - now <= DAY && quietUntil(at) === at,
  );
  return [shanghaiTime(today, DAY_ENDS), ...sooner, ...later];
}

/** Where the month and the quarter of `now` began, UTC ms by Shanghai's days. */
export function urgentSpans(now: number): { month: number; quarter: number } {
  const { first } = periodDays(quarterAt(now));
  const month = `${shanghaiDay(now).slice(0, 7)}-01`;
  return { month: shanghaiTime(month, "00:00"), quarter: shanghaiTime(first, "00:00") };
}
