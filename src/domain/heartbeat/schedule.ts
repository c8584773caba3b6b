import { type PeriodId, periodDays, previousPeriod, quarterAt } from "../period.ts";
import { changesAfter, UNOPENED } from "../quarter/timetable.ts";
import { addDays, shanghaiClock, shanghaiDay, shanghaiTime } from "../shanghai-time.ts";
import { isYearKnown } from "../working-days.ts";
import { dayEnds, mondayOf, sendingDay, weekOf } from "./days.ts";
import type { Run, ScheduleFacts } from "./run.ts";

// When each job is due. Everything is counted from the calendar, so that asking twice gives the same answer.

const HOUR = 3_600_000;
const OPENS_AT = "09:00";
/** The day's month and quarter digests come after the week's, which keeps its minute. */
const LATER_DIGEST = 10 * 60_000;
/** A year without a calendar is spoken of from this day of the year before, every week. */
const WARN_FROM = "-11-16";

/** Quarters nobody has opened whose first working day lies in the days `from` to `through`. */
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

/** Open quarters whose first working day after the lock lies in the days `from` to `through`. */
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

/** The day from which an opened quarter takes no first report for its ranking; null where it is not known. */
function lockingOf(period: PeriodId, { programme }: Pick<ScheduleFacts, "programme">): string | null {
  const opened = { ...UNOPENED, status: "open" as const };
  const locks = changesAfter(period, programme, opened, 0).find(({ stage }) => stage === "locked");
  return locks ? shanghaiDay(locks.at) : null;
}

/** Every working day's round of reminders. */
export function chasing(day: string, { programme }: ScheduleFacts): Run[] {
  if (sendingDay(day) !== day) return [];
  return [{ job: "chase", period: day, at: shanghaiTime(day, programme.reminders.at), until: dayEnds(day) }];
}

/**
 * The digests of a day. The week's comes on its weekday or, that being a holiday, the next working day; when that is
 * the next week's own day already, the next week's says it all.
 */
export function digests(day: string, { programme, published }: ScheduleFacts): Run[] {
  const at = shanghaiTime(day, programme.digest.at);
  const until = dayEnds(sendingDay(addDays(day, 1)));
  const week = mondayOf(day);
  const weeks = [week, addDays(week, -7), addDays(week, -14)];
  const weekly = weeks.find((monday) => digestDay(monday, programme) === day);
  const month = day.slice(0, 7);
  const ended = addDays(`${month}-01`, -1).slice(0, 7);
  const later = { at: at + LATER_DIGEST, until };
  return [
    ...(weekly === undefined ? [] : [{ job: "digest_weekly" as const, period: weekOf(weekly), at, until }]),
    ...(sendingDay(`${month}-01`) === day
      ? [{ job: "digest_monthly" as const, period: ended, ...later }]
      : []),
    ...published
      .filter((one) => sendingDay(addDays(shanghaiDay(one.at), 1)) === day)
      .map(({ period }) => ({ job: "digest_quarterly" as const, period, ...later })),
  ];
}

function digestDay(monday: string, { digest }: ScheduleFacts["programme"]): string {
  return sendingDay(addDays(monday, digest.weekday - 1));
}

/** Once a week while this year's holidays, or late in the year the next one's, are not known. */
export function calendarWarnings(day: string, { programme }: ScheduleFacts): Run[] {
  if (sendingDay(mondayOf(day)) !== day) return [];
  const year = Number(day.slice(0, 4));
  const unknown = isYearKnown(year) ? year + 1 : year;
  if (isYearKnown(unknown) || (unknown > year && day < `${year}${WARN_FROM}`)) return [];
  const at = shanghaiTime(day, programme.digest.at);
  return [{ job: "calendar_warning", period: `${unknown}@${weekOf(day)}`, at, until: dayEnds(day) }];
}

/** This hour's look at oneself. */
export function selfCheck(now: number): Run {
  const hour = now - (now % HOUR);
  const period = `${shanghaiDay(hour)}T${shanghaiClock(hour).slice(0, 2)}`;
  return { job: "self_check", period, at: hour, until: hour + HOUR };
}
