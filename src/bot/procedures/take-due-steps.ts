import { kitOf } from "../../../cards/record/kit.ts";
import { listRecords } from "../../../db/records.ts";
import type { Deps } from "../../deps.ts";
import { isTimed, nextFallingDue } from "../../domain/procedure/by-time.ts";
import type { ProcedureRecord } from "../../domain/procedure/record.ts";
import { offered } from "../../domain/procedure/take.ts";
import { takeStep } from "./take-step.ts";

/** Takes the due automatic steps of all procedures; called every minute. */
export async function takeDueSteps(deps: Deps): Promise<void> {
  for (const { definition } of deps.procedures.filter((kit) => isTimed(kit.definition)))
    for (const record of await listRecords(deps.db, { procedure: definition.id, open: true }))
      await withDueSteps(deps, record);
}

/** When the next automatic step falls due after now, UTC ms; infinite when none is known to. */
export async function nextStepAt(deps: Deps): Promise<number> {
  const moments: number[] = [];
  for (const { definition } of deps.procedures.filter((kit) => isTimed(kit.definition)))
    for (const record of await listRecords(deps.db, { procedure: definition.id, open: true }))
      moments.push(nextFallingDue(definition, record, deps.clock.now()));
  return Math.min(...moments);
}

/** The record after its due automatic steps, in case the minute's run has not happened yet. */
export async function withDueSteps(deps: Deps, record: ProcedureRecord): Promise<ProcedureRecord> {
  const kit = kitOf(deps.procedures, record.procedure);
  if (!kit || !isTimed(kit.definition)) return record;
  const at = { actor: null, now: deps.clock.now(), programme: deps.programme, evidence: 0 };
  const { steps } = kit.definition;
  const step = offered(kit.definition, record, at).find((name) => steps[name]?.after !== undefined);
  if (step === undefined) return record;
  const { id, revision } = record;
  // If a person's press comes first, no step is left to take.
  const cause = { actor: null, inbox: [`due:${id}:${revision}`] };
  const outcome = await takeStep(deps, cause, { id, step, revision }, {});
  return outcome.kind === "unknown" ? record : (outcome.record ?? record);
}
