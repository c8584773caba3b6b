import { kitOf, type ProcedureKit } from "../../../cards/record/kit.ts";
import { causeId } from "../../../db/outbox.ts";
import { findRecord, findRecordByKey } from "../../../db/records.ts";
import type { Deps } from "../../deps.ts";
import type { Refusal } from "../../domain/procedure/definition.ts";
import { openness } from "../../domain/procedure/keys.ts";
import type { Origin, ProcedureRecord, Values } from "../../domain/procedure/record.ts";
import { begin, take } from "../../domain/procedure/take.ts";
import { whyAway } from "./away.ts";
import { stepInputs } from "./effects.ts";
import { evidenceOf, kitFor } from "./record-view.ts";
import { type StepCause, saveSteps } from "./save-steps.ts";

export type StepOutcome =
  | { kind: "done"; record: ProcedureRecord; before: ProcedureRecord | null }
  /** The same press was processed before; `record` is the present state. */
  | { kind: "repeated"; record: ProcedureRecord }
  | { kind: "refused"; record: ProcedureRecord | null; refusal: Refusal }
  /** Such a record is open already. */
  | { kind: "exists"; record: ProcedureRecord }
  | { kind: "unknown" };

/** Retries after conflicts with other writers. */
const TRIES = 20;

/**
 * Takes one step of one record: load, decide, and store state, audit row, inbox keys and messages in one batch. After a
 * conflict it starts again from the present state. `known`: the record, where it was read for the same press; `given`: values
 * the caller supplies.
 */
export async function takeStep(
  deps: Deps,
  cause: StepCause,
  { id, step, revision, known }: { id: string; step: string; revision?: number; known?: ProcedureRecord },
  typed: Record<string, unknown>,
  given: Values = {},
): Promise<StepOutcome> {
  for (let attempt = 1; attempt <= TRIES; attempt += 1) {
    const before = attempt === 1 && known ? known : await findRecord(deps.db, id);
    if (!before) return { kind: "unknown" };
    const kit = kitFor(deps, before);
    const asking = { about: before, record: before, typed, actor: cause.actor };
    const [looked, evidence] = await Promise.all([
      stepInputs(deps, kit.definition, step, asking),
      evidenceOf(deps, kit.definition, before),
    ]);
    const inputs = { ...looked, ...given };
    const at = { ...momentOf(deps, cause, evidence), ...(revision === undefined ? {} : { revision }) };
    const taken = take(kit.definition, before, step, inputs, at);
    if (!taken.ok) return { kind: "refused", record: before, refusal: taken.refusal };
    if (taken.repeated) return { kind: "repeated", record: before };
    const change = { kit, before, after: taken.record, step };
    const saved = await saveSteps(deps, [change], cause);
    if (saved.kind === "done") return { kind: "done", record: saved.records[0] ?? taken.record, before };
    if (saved.table === "inbox")
      return { kind: "repeated", record: (await findRecord(deps.db, id)) ?? before };
  }
  throw new Error(`record ${id} could not be saved: it kept changing`);
}

/** Creates a record; `given`: values the caller supplies. If its key is occupied, the existing record is the result. */
export async function beginRecord(
  deps: Deps,
  cause: StepCause,
  { procedure, step, origin }: { procedure: string; step: string; origin: Origin },
  typed: Record<string, unknown>,
  given: Values = {},
): Promise<StepOutcome> {
  const kit = kitOf(deps.procedures, procedure);
  if (!kit) return { kind: "unknown" };
  let { id } = origin;
  for (let attempt = 1; attempt <= TRIES; attempt += 1) {
    const about = { ...origin, id };
    const asking = { about, record: null, typed, actor: cause.actor };
    const inputs = { ...(await stepInputs(deps, kit.definition, step, asking)), ...given };
    const taken = begin(kit.definition, about, step, inputs, momentOf(deps, cause));
    if (!taken.ok) return { kind: "refused", record: null, refusal: taken.refusal };
    const { record } = taken;
    const away = await whyAway(deps, kit.definition, record);
    if (away) return { kind: "refused", record: null, refusal: away };
    const held = await holderOf(deps, kit, record);
    if (held)
      return held.id === record.id ? { kind: "repeated", record: held } : { kind: "exists", record: held };
    const saved = await saveSteps(deps, [{ kit, before: null, after: record, step }], cause);
    if (saved.kind === "done") return { kind: "done", record: saved.records[0] ?? record, before: null };
    const same = await findRecord(deps.db, record.id);
    // A repeated press, stored under another key than the record's own.
    if (same && saved.table === "inbox") return { kind: "repeated", record: same };
    // One of this id is over, so that this is another.
    if (same && !openness(kit.definition, same).open) id = causeId(id).slice(0, id.length);
  }
  throw new Error(`a record of ${procedure} could not be begun: its key kept changing`);
}

async function holderOf(
  deps: Deps,
  kit: ProcedureKit,
  record: ProcedureRecord,
): Promise<ProcedureRecord | null> {
  const { openKey } = openness(kit.definition, record);
  return openKey === null ? null : findRecordByKey(deps.db, openKey);
}

function momentOf(deps: Deps, { actor }: StepCause, evidence = 0) {
  return { actor, now: deps.clock.now(), programme: deps.programme, evidence };
}
