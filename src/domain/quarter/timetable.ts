import { type PeriodId, periodDays } from "../calendar/period.ts";
import { addDays, shanghaiDay, shanghaiTime } from "../calendar/shanghai-time.ts";
import { type Deadlines, type DueReason, dueDate, lockDate } from "./dates.ts";

// The stage a quarter is at. All date comparisons about quarters are made here.

export const STAGES = [
  /** Still running, or ended and not opened yet: no reports are accepted. */
  "opening",
  /** Reports are accepted and on time; also while the due day is unknown. */
  "open",
  /** Past the due day: reports are accepted, ranked, and count as late. */
  "late",
  /** First reports are no longer ranked; earlier ones are reviewed to their end. */
  "locked",
  /** The provisional scores are announced and towns may object. */
  "provisional",
  /** The objection window is over; objections are answered before publication. */
  "objections",
  /** The ranking is frozen. */
  "published",
] as const;
export type Stage = (typeof STAGES)[number];

/** A quarter as stored. `status` null: never opened. Times in UTC ms. */
export type QuarterRecord = {
  status: "open" | "closed" | "published" | null;
  provisionalAt: number | null;
  objectionsUntil: number | null;
};

/** A quarter that has not been opened. */
export const UNOPENED: QuarterRecord = { status: null, provisionalAt: null, objectionsUntil: null };

/**
 * A quarter at a moment. `due` and `lock` are days, null while a year's holidays are unknown; `reason`: why the due day
 * is that day. `unknownYear`: the year whose missing calendar leaves one of them null. `over`: the quarter has ended.
 */
export type Timetable = QuarterRecord & {
  period: PeriodId;
  stage: Stage;
  over: boolean;
  due: string | null;
  reason: DueReason | null;
  lock: string | null;
  unknownYear: number | null;
};

/** The stage and days of a quarter at `now` (UTC ms). */
export function timetable(
  period: PeriodId,
  programme: Deadlines,
  { status, provisionalAt, objectionsUntil }: QuarterRecord,
  now: number,
): Timetable {
  const due = dueDate(period, programme);
  const lock = lockDate(period, programme);
  const days = {
    over: shanghaiDay(now) > periodDays(period).last,
    due: due.known ? due.due : null,
    lock: lock.known ? lock.day : null,
  };
  const record = { status, provisionalAt, objectionsUntil };
  return {
    period,
    stage: stageOf(record, days, now),
    ...record,
    ...days,
    reason: due.known ? due.reason : null,
    unknownYear: lock.known ? null : lock.year,
  };
}

type Days = Pick<Timetable, "over" | "due" | "lock">;

function stageOf(record: QuarterRecord, { over, due, lock }: Days, now: number): Stage {
  const { status, objectionsUntil } = record;
  if (status === "published") return "published";
  if (objectionsUntil !== null) return now <= objectionsUntil ? "provisional" : "objections";
  if (status === null || !over) return "opening";
  const today = shanghaiDay(now);
  if (status === "closed" || (lock !== null && today > lock)) return "locked";
  return due === null || today <= due ? "open" : "late";
}

/**
 * The coming changes of stage that time alone brings (UTC ms), soonest first: until the first of them, every statement
 * about the stage stays true.
 */
export function changesAfter(
  period: PeriodId,
  programme: Deadlines,
  record: QuarterRecord,
  now: number,
): Array<{ at: number; stage: Stage }> {
  const at = (moment: number) => timetable(period, programme, record, moment);
  const { due, lock } = at(now);
  const midnights = [periodDays(period).last, due, lock].flatMap((day) =>
    day === null ? [] : shanghaiTime(addDays(day, 1), "00:00"),
  );
  const ends = record.objectionsUntil === null ? [] : [record.objectionsUntil + 1];
  const moments = [...midnights, ...ends].filter((moment) => moment > now).sort((a, b) => a - b);
  return moments.flatMap((moment) => {
    const { stage } = at(moment);
    return stage === at(moment - 1).stage ? [] : [{ at: moment, stage }];
  });
}
