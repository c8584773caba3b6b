import { planKit } from "../../../cards/record/kits/plan.ts";
import { Conflict, commit } from "../../../db/commit.ts";
import { findRecordByKey, saveRecord } from "../../../db/records.ts";
import type { Deps } from "../../deps.ts";
import { keyOf, openness } from "../../domain/procedure/keys.ts";
import { adoptedPlan, planWrites } from "../procedures/effects/plan.ts";
import type { PlanProposal } from "./read-plan-file.ts";

type Proposal = Extract<PlanProposal, { ok: true }>;

/** A town may save the very report that follows the plan. */
const TRIES = 20;

/**
 * Puts a plan in force by the operator's own word, without a second person: it is in the history as the operator's.
 * False, and nothing is written, while one of that year waits to be confirmed.
 */
export async function importPlan(deps: Deps, by: string, file: string, proposal: Proposal): Promise<boolean> {
  const record = adoptedPlan(deps, { by, town: "", because: file, file, ...proposal });
  const { definition } = planKit;
  for (let attempt = 1; ; attempt += 1) {
    if (await findRecordByKey(deps.db, keyOf(definition, record))) return false;
    const { year, changes } = proposal;
    const { writes, outbox, touched } = await planWrites(deps, year, changes, by);
    const detail = { year, towns: changes.length };
    const audit = { actor: by, kind: "plan.import", subject: record.id, detail };
    const saved = saveRecord(deps.db, record, openness(definition, record));
    try {
      await commit(deps.db, { audit, writes: [...saved, ...writes], outbox, touched }, deps.clock.now());
      return true;
    } catch (error) {
      if (!(error instanceof Conflict) || attempt >= TRIES) throw error;
    }
  }
}
