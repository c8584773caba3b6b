import { addDays, shanghaiTime } from "../calendar/shanghai-time.ts";
import type { Procedure, Step } from "./definition.ts";
import type { ProcedureRecord } from "./record.ts";

// Steps that are taken automatically at a certain time.

/** When a step is taken automatically, UTC ms; null for a step a person takes, or while its time is unknown. */
function momentOf({ after }: Step, record: ProcedureRecord): number | null {
  if (after === undefined) return null;
  if (after === "due") return record.due === null ? null : shanghaiTime(addDays(record.due, 1), "00:00");
  return momentIn(record, after.moment);
}

/** The time stored in a field, UTC ms; null for none. */
export function momentIn({ data }: Pick<ProcedureRecord, "data">, field: string): number | null {
  const moment = data[field];
  const at = typeof moment === "number" || typeof moment === "string" ? Number(moment) : Number.NaN;
  return Number.isFinite(at) && moment !== "" ? at : null;
}

/** Whether the time of an automatic step has come. */
export function hasFallenDue(step: Step, record: ProcedureRecord, now: number): boolean {
  const moment = momentOf(step, record);
  return moment !== null && now >= moment;
}

/** When the record's next automatic step falls due after `now`, UTC ms; infinite when none is known to. */
export function nextFallingDue({ steps }: Procedure, record: ProcedureRecord, now: number): number {
  const moments = Object.values(steps)
    .filter(({ from }) => from !== "start" && from.includes(record.state))
    .map((step) => momentOf(step, record) ?? Number.POSITIVE_INFINITY);
  return Math.min(...moments.filter((moment) => moment > now));
}

/** Whether the procedure has automatic steps. */
export function isTimed({ steps }: Procedure): boolean {
  return Object.values(steps).some(({ after }) => after !== undefined);
}
