import { addDays, daysBetween, shanghaiDay } from "../calendar/shanghai-time.ts";
import { addWorkingDays, workingDaysBetween } from "../calendar/working-days.ts";
import { type Procedure, stateOf } from "./definition.ts";
import type { LogEntry, ProcedureRecord } from "./record.ts";

// A record rests while its town is away from the programme: nothing of it is owed and no step is taken. When the town is
// back it goes on where it stood, with as many working days left as there were. No procedure defines these steps.

export const RESTS = ["town_left", "town_paused"] as const;
export const WAKES = "town_back";
export type RestStep = (typeof RESTS)[number] | typeof WAKES;

type Log = Pick<ProcedureRecord, "log">;

/** Whether a record rests. */
export function isResting({ log }: Log): boolean {
  const last = log.findLast(({ step }) => step === WAKES || isRest(step));
  return last !== undefined && last.step !== WAKES;
}

function isRest(step: string): boolean {
  return RESTS.some((one) => one === step);
}

/** The record as the step of its town, `cause`, makes it rest or go on. */
export function withTown(
  definition: Procedure,
  record: ProcedureRecord,
  step: RestStep,
  { by, name, post, at }: LogEntry,
): ProcedureRecord {
  const { state } = record;
  const entry: LogEntry = { step, from: state, to: state, by, name, post, at, values: {} };
  const next = { ...record, revision: record.revision + 1, log: [...record.log, entry] };
  const since = record.log.findLast((one) => isRest(one.step))?.at ?? at;
  return step === WAKES ? { ...next, ...putOff(definition, record, since, at) } : next;
}

/** Its days after the time it rested. */
function putOff(definition: Procedure, record: ProcedureRecord, since: number, until: number) {
  const move = (day: string) => later(day, since, until);
  const within = stateOf(definition, record.state).owes?.within;
  const field = typeof within === "object" && "day" in within ? within.day : "";
  const said = record.data[field];
  const own = typeof said === "string" && said !== "" ? { [field]: move(said) } : {};
  const data = { ...record.data, ...own, ...definition.putOff?.(record.data, move) };
  return { data, due: record.due === null ? null : move(record.due) };
}

/** A day, put off by the working days between two moments; by calendar days in a year whose holidays are unknown. */
function later(day: string, since: number, until: number): string {
  const [from, to] = [shanghaiDay(since), shanghaiDay(until)];
  const between = workingDaysBetween(from, to);
  const moved = between.known ? addWorkingDays(day, between.days) : null;
  return moved?.known ? moved.day : addDays(day, daysBetween(from, to));
}

/** A day of something that began at `since`, put off by the times its record rested after that. */
export function afterRests(day: string, log: Log, since: number): string {
  return restsOf(log)
    .filter(({ until }) => until > since)
    .reduce((moved, { from, until }) => later(moved, Math.max(from, since), until), day);
}

/** The calendar days a record rested from a day on. */
export function restedDays(log: Log, from: string): number {
  const spans = restsOf(log).map((one) => [shanghaiDay(one.from), shanghaiDay(one.until)] as const);
  const days = spans.map(([since, until]) => daysBetween(since < from ? from : since, until));
  return days.reduce((sum, n) => sum + Math.max(0, n), 0);
}

/** The times a record rested and went on again. */
function restsOf({ log }: Log): Array<{ from: number; until: number }> {
  const moves = log.filter(({ step }) => step === WAKES || isRest(step));
  return moves.flatMap(({ step, at }, i) => {
    const before = moves[i - 1];
    return step === WAKES && before ? [{ from: before.at, until: at }] : [];
  });
}
