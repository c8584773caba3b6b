import { listRecords } from "../../../db/records.ts";
import type { Deps } from "../../deps.ts";
import { isTimed } from "../../domain/procedure/by-time.ts";
import { offered } from "../../domain/procedure/take.ts";
import { takeStep } from "./take-step.ts";

/** Takes the steps whose time has come, of every procedure that has any; looked at every minute. */
export async function takeDueSteps(deps: Deps): Promise<void> {
  for (const { definition } of deps.procedures.filter((kit) => isTimed(kit.definition)))
    for (const record of await listRecords(deps.db, { procedure: definition.id, open: true })) {
      const at = { actor: null, now: deps.clock.now(), programme: deps.programme, evidence: 0 };
      const [step] = offered(definition, record, at);
      if (step === undefined) continue;
      const { id, revision } = record;
      // A person's last-moment press may be first; then there is nothing left to take.
      await takeStep(deps, { actor: null, inbox: [`due:${id}:${revision}`] }, { id, step, revision }, {});
    }
}
