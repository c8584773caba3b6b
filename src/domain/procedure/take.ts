import { openAside } from "./aside.ts";
import { hasFallenDue } from "./by-time.ts";
import {
  type At,
  isOff,
  type Post,
  type Procedure,
  type Refusal,
  type Step,
  stateAfter,
  stateOf,
} from "./definition.ts";
import { type FieldRefusal, readValues } from "./field.ts";
import { dueAside, dueOf } from "./owed.ts";
import { holds, mayHold } from "./posts.ts";
import { type LogEntry, lastTaken, type Origin, type ProcedureRecord, type Values } from "./record.ts";
import { isResting } from "./rest.ts";

// The only place that changes records. Input: record, step, values, actor and time; output: the next record
// or a refusal.

/** Reasons common to all procedures; each definition adds its own. */
export type KernelRefusal =
  | "not_yours"
  /** The record is in another state: another person acted first, or the card is outdated. */
  | "wrong_state"
  /** A second person is required: proposers may not decide on their own proposal. */
  | "second_person"
  /** The card was drawn before the last change. */
  | "stale"
  | "switched_off"
  /** The town of the record is away. */
  | "at_rest"
  /** Nothing begins about a town that is away. */
  | "town_left"
  | "town_paused"
  /** The step answers a request that is not open, or repeats one that is. */
  | "not_pending"
  | "pending"
  | FieldRefusal;
export type Taken =
  /** `repeated`: the same press was already processed; nothing changes. */
  { ok: true; record: ProcedureRecord; repeated: boolean } | { ok: false; refusal: Refusal };

/** Takes a step. `revision`: the one shown on the pressed card; undefined when no card was involved. */
export function take(
  definition: Procedure,
  record: ProcedureRecord,
  name: string,
  raw: Record<string, unknown>,
  at: At & { revision?: number },
): Taken {
  const step = definition.steps[name];
  if (!step || step.from === "start") return refused("wrong_state");
  if (isRepeated(record, name, step, raw, at)) return { ok: true, record, repeated: true };
  const barred = barOf(definition, record, name, at);
  if (barred) return refused(barred);
  const isSeen = at.revision === undefined || at.revision === record.revision;
  if (!isSeen && !step.adds) return refused("stale");
  return filled(definition, name, step, raw, record, record, at);
}

/** Creates a record with one of its starting steps. */
export function begin(
  definition: Procedure,
  origin: Origin,
  name: string,
  raw: Record<string, unknown>,
  at: At,
): Taken {
  const step = definition.steps[name];
  if (step?.from !== "start") return refused("wrong_state");
  if (isOff(definition, at.programme)) return refused("switched_off");
  if (!mayBegin(definition, name, origin, at)) return refused("not_yours");
  const begun = filled(definition, name, step, raw, null, { ...origin, procedure: definition.id }, at);
  // Checked after reading, because the form may ask which town the record concerns.
  return begun.ok && !mayBegin(definition, name, begun.record, at) ? refused("not_yours") : begun;
}

/**
 * Creates a record as part of a step of another record, `cause`: its taker needs no post of their own for it. The values
 * were checked by that step.
 */
export function beginFor(
  definition: Procedure,
  origin: Origin,
  name: string,
  raw: Record<string, unknown>,
  cause: LogEntry,
  { programme }: Pick<At, "programme">,
): Taken {
  const step = definition.steps[name];
  if (step?.from !== "start") return refused("wrong_state");
  const at = { actor: null, now: cause.at, programme, evidence: 0 };
  if (isOff(definition, programme)) return refused("switched_off");
  return takenBy(
    cause,
    filled(definition, name, step, raw, null, { ...origin, procedure: definition.id }, at),
  );
}

/** A step with the taker of another one as who took it. */
function takenBy({ by, name, post }: LogEntry, taken: Taken): Taken {
  if (!taken.ok) return taken;
  const [last, before] = [taken.record.log.slice(-1), taken.record.log.slice(0, -1)];
  const log = [...before, ...last.map((entry) => ({ ...entry, by, name, post }))];
  return { ...taken, record: { ...taken.record, log } };
}

/** Takes a step that is the code's alone, as part of a step of another record, `cause`, by whoever took that one. */
export function takeFor(
  definition: Procedure,
  record: ProcedureRecord,
  name: string,
  raw: Record<string, unknown>,
  cause: LogEntry,
  { programme }: Pick<At, "programme">,
): Taken {
  const at = { actor: null, now: cause.at, programme, evidence: 0 };
  return takenBy(cause, take(definition, record, name, raw, at));
}

/**
 * Whether the actor holds a post that may create such a record; before a town is chosen, for any town. A department may
 * for every town.
 */
export function mayBegin(
  definition: Procedure,
  name: string,
  { town }: Pick<Origin, "town">,
  { actor, programme }: At,
): boolean {
  if (isOff(definition, programme)) return false;
  const step = definition.steps[name];
  const about = { town, data: {}, log: [] };
  const may = (post: Post) =>
    actor !== null &&
    (town === "" || post === "department" ? mayHold(actor, post) : holds(actor, post, about, programme));
  return step?.from === "start" && step.who.some(may);
}

/** The steps a reader may take now, in the definition's order: the buttons of a card. */
export function offered(definition: Procedure, record: ProcedureRecord, at: At): string[] {
  return Object.keys(definition.steps).filter((name) => barOf(definition, record, name, at) === null);
}

/** Why a step is refused regardless of input; null if it may be taken. */
function barOf(definition: Procedure, record: ProcedureRecord, name: string, at: At): string | null {
  const step = definition.steps[name];
  if (!step || step.from === "start") return "wrong_state";
  const { actor } = at;
  if (isOff(definition, at.programme)) return "switched_off";
  if (actor && !step.who.some((post) => holds(actor, post, record, at.programme))) return "not_yours";
  if (!step.from.includes(record.state)) return "wrong_state";
  if (isResting(record)) return "at_rest";
  if (!actor && !step.along && !hasFallenDue(step, record, at.now)) return "not_yours";
  if (step.not !== undefined && lastTaken(record, step.not)?.by === actor?.openId) return "second_person";
  const isOpen = (aside: string) => openAside(definition, record, aside) !== null;
  if (step.during && !step.during.some(isOpen)) return "not_pending";
  if (step.unless?.some(isOpen)) return "pending";
  return step.bars?.(record, at) ?? null;
}

function filled(
  definition: Procedure,
  name: string,
  step: Step,
  raw: Record<string, unknown>,
  before: ProcedureRecord | null,
  about: ProcedureRecord | (Origin & { procedure: string }),
  at: At,
): Taken {
  const read = readValues(step.asks, raw, before, at);
  if (!read.ok) {
    const [first = { reason: "not_given" }, ...also] = read.problems;
    return { ok: false, refusal: also.length === 0 ? first : { ...first, also } };
  }
  const { values } = read;
  const refusal = step.refuses?.(before, values, at) ?? null;
  if (refusal) return typeof refusal === "string" ? refused(refusal) : { ok: false, refusal };
  const said = { ...values, ...step.sets?.(before, values, at) };
  const due = dueAside(definition, name, at);
  const entry: LogEntry = {
    step: name,
    from: before?.state ?? "",
    to: stateAfter(step, before, said),
    by: at.actor?.openId ?? "",
    name: at.actor?.name ?? "",
    post: at.actor ? `${at.actor.role} ${at.actor.area}` : "",
    at: at.now,
    values: said,
    ...(due === null ? {} : { due }),
  };
  return { ok: true, record: after(definition, before, about, entry, at), repeated: false };
}

function after(
  definition: Procedure,
  before: ProcedureRecord | null,
  { id, procedure, town, period, ref }: Origin & { procedure: string },
  entry: LogEntry,
  at: At,
): ProcedureRecord {
  const next: ProcedureRecord = {
    id,
    procedure,
    // The form may ask which town the record concerns.
    town: town === "" && typeof entry.values.town === "string" ? entry.values.town : town,
    period,
    ref,
    state: entry.to,
    revision: (before?.revision ?? 0) + 1,
    data: { ...before?.data, ...entry.values },
    due: null,
    log: [...(before?.log ?? []), entry],
  };
  // A step that keeps the state also keeps its due day, unless the day comes from a field.
  const byField = typeof stateOf(definition, next.state).owes?.within === "object";
  const stays = before?.state === next.state && !byField;
  return { ...next, due: stays ? before.due : dueOf(definition, next, at) };
}

/** The record with derived values added. */
export function withData(record: ProcedureRecord, data: Values): ProcedureRecord {
  return { ...record, data: { ...record.data, ...data } };
}

/**
 * Whether the same step was pressed twice: same person and values, and drawn before the first press was
 * processed.
 */
function isRepeated(
  record: ProcedureRecord,
  name: string,
  { asks }: Step,
  raw: Record<string, unknown>,
  at: At & { revision?: number },
): boolean {
  const last = record.log.at(-1);
  if (at.revision !== record.revision - 1 || last?.step !== name || last.by !== at.actor?.openId)
    return false;
  const typed = Object.entries(asks).filter(([, { kind }]) => kind !== "given" && kind !== "evidence");
  const read = readValues(Object.fromEntries(typed), raw, null, at);
  if (!read.ok) return false;
  return typed.every(([field]) => JSON.stringify(read.values[field]) === JSON.stringify(last.values[field]));
}

function refused(reason: string): Taken {
  return { ok: false, refusal: { reason } };
}
