import { type PeriodId, periodDays } from "../period.ts";
import { addDays, shanghaiDay, shanghaiTime } from "../shanghai-time.ts";
import { type Deadlines, type DueReason, dueDate, lockDate } from "./dates.ts";

// Where a quarter stands. Everybody who needs to know asks here, and nobody else compares dates.

export const STAGES = [
  /** Still running, or over and not opened yet: nobody can report. */
  "opening",
  /** Reports are taken and on time; so it stays where the due day is not known. */
  "open",
  /** Past the due day: a report is taken, ranked, and counts as late. */
  "late",
  /** First reports are no longer ranked; what came before is reviewed to its end. */
  "locked",
  /** The provisional scores are out and towns may object to them. */
  "provisional",
  /** The days for objections are over; the objections are settled before publication. */
  "objections",
  /** The ranking is frozen. */
  "published",
] as const;
export type Stage = (typeof STAGES)[number];

/** A quarter as it is stored. `status` null: never opened. Times UTC ms. */
export type QuarterRecord = {
  status: "open" | "closed" | "published" | null;
  provisionalAt: number | null;
  objectionsUntil: number | null;
};

/** A quarter nobody has opened. */
export const UNOPENED: QuarterRecord = { status: null, provisionalAt: null, objectionsUntil: null };

/**
 * A quarter at a moment. `due` and `lock` are days, null where a year's holidays are not known; `reason` says why the due
 * day is that day. `unknownYear`: the year without a calendar, for want of which one of them is missing. `over`: the
 * quarter's last day is past.
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

/** Where a quarter stands at `now` (UTC ms). */
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
 * When time alone changes the stage next, and to what (UTC ms), soonest first: until the first of them nothing that is
 * said about the stage becomes untrue.
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
