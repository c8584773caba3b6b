import { planKit } from "../../../cards/record/kits/plan.ts";
import { commit } from "../../../db/commit.ts";
import { causeId } from "../../../db/outbox.ts";
import { findRecordByKey, saveRecord } from "../../../db/records.ts";
import type { Deps } from "../../deps.ts";
import type { ProcedureRecord } from "../../domain/procedure/record.ts";
import { keyOf, openness } from "../../domain/procedure/take.ts";
import { planWrites } from "../procedures/effects/plan.ts";
import type { PlanProposal } from "./read-plan-file.ts";

/**
 * Puts a plan in force by the operator's own word, without a second person: it is in the history as the operator's.
 * False, and nothing is written, while one of that year waits to be confirmed.
 */
export async function importPlan(
  deps: Deps,
  by: string,
  file: string,
  { year, changes, concerned }: Extract<PlanProposal, { ok: true }>,
): Promise<boolean> {
  const now = deps.clock.now();
  const { definition } = planKit;
  const data = { file, changes, concerned };
  const origin = { town: "", period: "", ref: String(year) };
  const id = causeId(`plan ${file} ${now}`).slice(0, 16);
  const waiting = await findRecordByKey(deps.db, keyOf(definition, { ...origin, id, data }));
  if (waiting) return false;
  const step = { step: "adopt", from: "", to: "adopted", by, name: "", post: "", at: now, values: data };
  const record: ProcedureRecord = {
    ...{ id, procedure: definition.id, ...origin },
    ...{ state: "adopted", revision: 1, data, due: null, log: [step] },
  };
  const { writes, touched } = await planWrites(deps, year, changes, by);
  const audit = { actor: by, kind: "plan.import", subject: id, detail: { year, towns: changes.length } };
  const saved = saveRecord(deps.db, record, openness(definition, record));
  await commit(deps.db, { audit, writes: [...saved, ...writes], touched }, now);
  return true;
}
