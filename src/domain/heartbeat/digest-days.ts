import { previousPeriod, quarterAt } from "../calendar/period.ts";
import { addDays, daysBetween, shanghaiDay, shanghaiTime } from "../calendar/shanghai-time.ts";
import { DIGEST_KINDS, type DigestKind } from "../digest/digest-kind.ts";
import { dayEnds, mondayOf, sendingDay, weekOf } from "./days.ts";
import type { DigestJob, Run, ScheduleFacts } from "./run.ts";

// On which days digests come, and which stands for which: a month's for a week's, a quarter's for a month's and a week's,
// when they fall within three days; and one for all that were skipped.

/** Days within which two digests are one. */
const NEAR = 3;

/** The digests of a day. */
export function digests(day: string, facts: ScheduleFacts): Run[] {
  if (sendingDay(day) !== day) return [];
  const { programme, published } = facts;
  const run = (job: DigestJob, period: string): Run => ({
    ...{ job, period, at: shanghaiTime(day, programme.digest.at) },
    until: dayEnds(sendingDay(addDays(day, 1))),
  });
  const quarters = published.filter((one) => quarterDay(one) === day);
  const first = firstOfMonth(day);
  const isMonthly = monthDay(first, facts) === day && !isInQuarters(first, facts);
  const weekly = weeksBefore(day).find((monday) => weekDay(monday, facts) === day);
  return [
    ...quarters.map(({ period }) => run("digest_quarterly", period)),
    ...(isMonthly ? [run("digest_monthly", addDays(first, -1).slice(0, 7))] : []),
    ...(weekly === undefined || isInLarger(day, facts) ? [] : [run("digest_weekly", weekOf(weekly))]),
  ];
}

/** The first digest after `now`, at most `until` (UTC ms); null when there is none. */
export function nextDigestAfter(now: number, until: number, facts: ScheduleFacts): number | null {
  for (let day = shanghaiDay(now); day <= shanghaiDay(until); day = addDays(day, 1)) {
    const next = digests(day, facts).find(({ at }) => at > now && at <= until);
    if (next) return next.at;
  }
  return null;
}

/**
 * Of the digests that are due or were skipped the one to send, which stands for the others: of the longest time, then the
 * latest. Skipped ones wait for the next when that comes within three days.
 */
export function oneDigest(open: readonly Run[], now: number, facts: ScheduleFacts): Run[] {
  const [chosen, ...instead] = [...open].sort((a, b) => lengthOf(b) - lengthOf(a) || b.at - a.at);
  if (!chosen) return [];
  const isSkipped = open.every(({ until }) => now >= until);
  const soon = dayEnds(addDays(shanghaiDay(now), NEAR));
  if (isSkipped && nextDigestAfter(now, soon, facts) !== null) return [];
  return [{ ...chosen, instead }];
}

const JOBS: Record<DigestKind, DigestJob> = {
  weekly: "digest_weekly",
  monthly: "digest_monthly",
  quarterly: "digest_quarterly",
};

function lengthOf({ job }: Run): number {
  return DIGEST_KINDS.findIndex((kind) => JOBS[kind] === job);
}

export function isDigest({ job }: Pick<Run, "job">): boolean {
  return Object.values(JOBS).some((one) => one === job);
}

/** The working day after a ranking was published. */
function quarterDay({ at }: { at: number }): string {
  return sendingDay(addDays(shanghaiDay(at), 1));
}

/**
 * The first working day of the month that begins on `first`; three days later while the ranking of the quarter before is
 * still to come, so that the quarter's digest can stand for the month's.
 */
function monthDay(first: string, { quarters, published }: ScheduleFacts): string {
  const day = sendingDay(first);
  const ended = previousPeriod(quarterAt(shanghaiTime(day, "12:00")));
  const isClosed = quarters.some(({ period, status }) => period === ended && status === "closed");
  const isAwaited = isClosed && !published.some(({ period }) => period === ended);
  return isAwaited ? latest(day) : day;
}

function latest(day: string): string {
  return sendingDay(addDays(day, NEAR));
}

/** Whether a quarter's digest stands for the month's: it comes within three days before or after, the wait included. */
function isInQuarters(first: string, { published }: ScheduleFacts): boolean {
  const day = sendingDay(first);
  const [from, through] = [addDays(day, -NEAR), sendingDay(addDays(latest(day), 1))];
  return published.map(quarterDay).some((quarter) => quarter >= from && quarter <= through);
}

/** Whether a month's or a quarter's digest stands for the week's of a day. */
function isInLarger(day: string, facts: ScheduleFacts): boolean {
  const first = firstOfMonth(day);
  const months = [first, firstOfMonth(addDays(first, 31))].flatMap((one) => [
    sendingDay(one),
    monthDay(one, facts),
  ]);
  return [...months, ...facts.published.map(quarterDay)].some(
    (other) => Math.abs(daysBetween(day, other)) <= NEAR,
  );
}

/** Mondays of the day's week and of the two before, whose digest a holiday may have moved here. */
function weeksBefore(day: string): string[] {
  const monday = mondayOf(day);
  return [monday, addDays(monday, -7), addDays(monday, -14)];
}

/** The week's digest comes on its weekday or, if that is a holiday, on the next working day. */
function weekDay(monday: string, { programme }: ScheduleFacts): string {
  return sendingDay(addDays(monday, programme.digest.weekday - 1));
}

function firstOfMonth(day: string): string {
  return `${day.slice(0, 7)}-01`;
}
