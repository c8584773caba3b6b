import { kitOf, type ProcedureKit } from "../../../cards/record/kit.ts";
import { Conflict, commit, type OutboxRow } from "../../../db/commit.ts";
import { findRecord, findRecordByKey, saveRecord } from "../../../db/records.ts";
import { withdrawReminders } from "../../../db/reminder-steps.ts";
import type { Deps } from "../../deps.ts";
import type { Person } from "../../domain/people.ts";
import type { Origin, ProcedureRecord, Values } from "../../domain/procedure/record.ts";
import { begin, openness, type Refusal, take, withData } from "../../domain/procedure/take.ts";
import { weights } from "../../domain/procedure/weights.ts";
import { recordItem } from "../../domain/reminders/owed-item.ts";
import { followUp, stepInputs } from "./effects.ts";
import { noticesOf, toldBy } from "./notices.ts";
import { kitFor } from "./record-view.ts";

/** Who takes a step, null for time itself; the inbox keys of the event that asked for it; the card that was pressed. */
export type StepCause = {
  actor: Person | null;
  inbox: string[];
  pressedMessageId?: string;
  /** Said once the step is stored: the receipt of words that asked for it. */
  says?: OutboxRow[];
};

export type StepOutcome =
  | { kind: "done"; record: ProcedureRecord }
  /** The same press came before; the record is the truth now. */
  | { kind: "repeated"; record: ProcedureRecord }
  | { kind: "refused"; record: ProcedureRecord | null; refusal: Refusal }
  /** There is one of these already: somebody was first, or it was begun before. */
  | { kind: "exists"; record: ProcedureRecord }
  | { kind: "unknown" };

/** Two people at once is common; twenty times in a row is not. */
const TRIES = 20;

/**
 * Takes one step of one record: load, decide, store state + audit + inbox + what must be said in one batch. Somebody
 * faster makes it start again from the truth.
 */
export async function takeStep(
  deps: Deps,
  cause: StepCause,
  { id, step, revision }: { id: string; step: string; revision?: number },
  typed: Record<string, unknown>,
): Promise<StepOutcome> {
  for (let attempt = 1; attempt <= TRIES; attempt += 1) {
    const before = await findRecord(deps.db, id);
    if (!before) return { kind: "unknown" };
    const kit = kitFor(deps, before);
    const inputs = await stepInputs(deps, kit.definition, step, before, typed);
    const at = { ...momentOf(deps, cause), ...(revision === undefined ? {} : { revision }) };
    const taken = take(kit.definition, before, step, inputs, at);
    if (!taken.ok) return { kind: "refused", record: before, refusal: taken.refusal };
    if (taken.repeated) return { kind: "repeated", record: before };
    const saved = await save(deps, kit, before, taken.record, step, cause);
    if (saved.kind === "done") return saved;
    if (saved.table === "inbox")
      return { kind: "repeated", record: (await findRecord(deps.db, id)) ?? before };
  }
  throw new Error(`record ${id} could not be saved: it kept changing`);
}

/** Begins a record; `given`: what the caller knows and nobody types. Where its key is taken, the one there is already is the answer. */
export async function beginRecord(
  deps: Deps,
  cause: StepCause,
  { procedure, step, origin }: { procedure: string; step: string; origin: Origin },
  typed: Record<string, unknown>,
  given: Values = {},
): Promise<StepOutcome> {
  const kit = kitOf(deps.procedures, procedure);
  if (!kit) return { kind: "unknown" };
  for (let attempt = 1; attempt <= TRIES; attempt += 1) {
    const inputs = { ...(await stepInputs(deps, kit.definition, step, origin, typed)), ...given };
    const taken = begin(kit.definition, origin, step, inputs, momentOf(deps, cause));
    if (!taken.ok) return { kind: "refused", record: null, refusal: taken.refusal };
    const { record } = taken;
    const held = await holderOf(deps, kit, record);
    if (held)
      return held.id === record.id ? { kind: "repeated", record: held } : { kind: "exists", record: held };
    const saved = await save(deps, kit, null, record, step, cause);
    if (saved.kind === "done") return saved;
    // The same press came twice, under another key than the record's own.
    const same = saved.table === "inbox" ? await findRecord(deps.db, record.id) : null;
    if (same) return { kind: "repeated", record: same };
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

type Saved = { kind: "done"; record: ProcedureRecord } | { kind: "clash"; table: string };

/** One batch with everything a step makes; what clashed when somebody was first. */
async function save(
  deps: Deps,
  kit: ProcedureKit,
  before: ProcedureRecord | null,
  after: ProcedureRecord,
  step: string,
  cause: StepCause,
): Promise<Saved> {
  const followed = await followUp(deps, step, { before, after });
  const record = withData(after, followed.data ?? {});
  const receivers = toldBy(deps, record, kit.definition.steps[step]?.tells ?? []);
  const audit = {
    actor: cause.actor?.openId ?? "",
    kind: `${record.procedure}.${step}`,
    subject: record.id,
    detail: { about: [record.period, record.town, record.ref], from: before?.state ?? "", to: record.state },
  };
  try {
    await commit(
      deps.db,
      {
        audit,
        inbox: cause.inbox,
        writes: [
          ...saveRecord(deps.db, record, openness(kit.definition, record)),
          // Whoever was about to be reminded of the step just taken is not.
          ...(before ? await withdrawReminders(deps.db, [recordItem(before)], deps.clock.now()) : []),
          ...(followed.writes ?? []),
        ],
        outbox: [
          ...noticesOf(deps, record, [...receivers, ...(followed.tells ?? [])]),
          ...(followed.outbox ?? []),
          ...(cause.says ?? []),
        ],
        touched: touchedBy(record),
        pressed: cause.pressedMessageId,
      },
      deps.clock.now(),
    );
    return { kind: "done", record };
  } catch (error) {
    if (error instanceof Conflict) return { kind: "clash", table: error.table };
    throw error;
  }
}

/** A record's own cards, the office's card of its quarter, which lists it, and whatever counts with new weights. */
function touchedBy({ id, period, procedure }: ProcedureRecord): string[] {
  return [
    `record ${id}`,
    ...(period === "" ? [] : [`progress ${period}`, `quarter ${period}`, "figures"]),
    ...(procedure === weights.id ? ["scheme"] : []),
  ];
}

function momentOf(deps: Deps, { actor }: StepCause) {
  return { actor, now: deps.clock.now(), programme: deps.programme, evidence: 0 };
}
