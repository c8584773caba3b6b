import { type PeriodId, periodDays, previousPeriod, quarterAt } from "../calendar/period.ts";
import { addDays, shanghaiClock, shanghaiDay, shanghaiTime } from "../calendar/shanghai-time.ts";
import { isYearKnown } from "../calendar/working-days.ts";
import { changesAfter, UNOPENED } from "../quarter/timetable.ts";
import { dayEnds, mondayOf, sendingDay, weekOf } from "./days.ts";
import type { Run, ScheduleFacts } from "./run.ts";

// When each job is due. Derived from the calendar alone, so that repeated calls give the same answer.

const HOUR = 3_600_000;
const OPENS_AT = "09:00";
/** ms. What is less urgent than a digest comes this much later. */
const AFTER_DIGEST = 20 * 60_000;
/** A year without a calendar is reported weekly from this day of the year before. */
const WARN_FROM = "-11-16";

/** Runs that open a quarter, where it is not opened yet and its first working day lies in `from` to `through`. */
export function quarterOpenings(from: string, through: string, facts: ScheduleFacts): Run[] {
  const last = previousPeriod(quarterAt(shanghaiTime(through, "12:00")));
  return [last, previousPeriod(last)].flatMap((period): Run[] => {
    if (facts.quarters.some((quarter) => quarter.period === period)) return [];
    const day = sendingDay(addDays(periodDays(period).last, 1));
    if (day < from || day > through) return [];
    const locks = lockingOf(period, facts);
    const until = dayEnds(addDays(locks ?? addDays(day, 31), -1));
    return [{ job: "quarter_open", period, at: shanghaiTime(day, OPENS_AT), until }];
  });
}

/** Runs that close an open quarter whose first working day after the lock lies in `from` to `through`. */
export function quarterClosings(
  from: string,
  through: string,
  { quarters, programme }: ScheduleFacts,
): Run[] {
  return quarters.flatMap(({ period, status }): Run[] => {
    const locks = status === "open" ? lockingOf(period, { programme }) : null;
    const day = locks === null ? null : sendingDay(locks);
    if (day === null || day < from || day > through) return [];
    const until = dayEnds(addDays(day, 14));
    return [{ job: "quarter_close", period, at: shanghaiTime(day, OPENS_AT), until }];
  });
}

/** The first day on which a first report is no longer ranked; null when unknown. */
function lockingOf(period: PeriodId, { programme }: Pick<ScheduleFacts, "programme">): string | null {
  const opened = { ...UNOPENED, status: "open" as const };
  const locks = changesAfter(period, programme, opened, 0).find(({ stage }) => stage === "locked");
  return locks ? shanghaiDay(locks.at) : null;
}

/** The day's round of reminders, if it is a working day. */
export function reminderRounds(day: string, { programme }: ScheduleFacts): Run[] {
  if (sendingDay(day) !== day) return [];
  return [{ job: "chase", period: day, at: shanghaiTime(day, programme.reminders.at), until: dayEnds(day) }];
}

/** What was not understood in a month, on the next one's first working day after its digest. */
export function notUnderstoodLists(day: string, { programme }: ScheduleFacts): Run[] {
  const first = `${day.slice(0, 7)}-01`;
  if (sendingDay(first) !== day) return [];
  const at = shanghaiTime(day, programme.digest.at) + AFTER_DIGEST;
  return [
    { job: "not_understood", period: addDays(first, -1).slice(0, 7), at, until: dayEnds(addDays(day, 14)) },
  ];
}

/** Once a week while the holidays of this year, or late in the year of the next one, are not loaded. */
export function calendarWarnings(day: string, { programme }: ScheduleFacts): Run[] {
  if (sendingDay(mondayOf(day)) !== day) return [];
  const year = Number(day.slice(0, 4));
  const unknown = isYearKnown(year) ? year + 1 : year;
  if (isYearKnown(unknown) || (unknown > year && day < `${year}${WARN_FROM}`)) return [];
  const at = shanghaiTime(day, programme.digest.at);
  return [{ job: "calendar_warning", period: `${unknown}@${weekOf(day)}`, at, until: dayEnds(day) }];
}

/** This hour's self-check. */
export function selfCheck(now: number): Run {
  const hour = now - (now % HOUR);
  const period = `${shanghaiDay(hour)}T${shanghaiClock(hour).slice(0, 2)}`;
  return { job: "self_check", period, at: hour, until: hour + HOUR };
}
