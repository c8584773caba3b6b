import { kitOf } from "../../../../cards/record/kit.ts";
import { saveRecord } from "../../../../db/records.ts";
import { withdrawReminders } from "../../../../db/reminder-steps.ts";
import type { Deps } from "../../../deps.ts";
import { owed } from "../../../domain/procedure/owed.ts";
import type { Origin, ProcedureRecord, Values } from "../../../domain/procedure/record.ts";
import { begin, openness, take } from "../../../domain/procedure/take.ts";
import type { Person } from "../../../domain/programme/people.ts";
import { recordItem } from "../../../domain/reminders/owed-item.ts";
import { noticesOf, toldBy } from "../notices.ts";
import type { Followed } from "./effect.ts";

/** A step of another record: of one that exists, or one that creates it. */
export type Along = { step: string; values: Values } & ({ record: ProcedureRecord } | { origin: Origin });

/**
 * Steps of other records of one procedure, taken by the same person in the same batch. Throws where one is refused: the
 * step that causes them has to refuse it.
 */
export function alongWith(
  deps: Deps,
  procedure: string,
  steps: readonly Along[],
  actor: Person,
): Pick<Followed, "writes" | "outbox" | "touched"> {
  const kit = kitOf(deps.procedures, procedure);
  if (!kit) throw new Error(`no procedure ${procedure}`);
  const { definition } = kit;
  const at = { actor, now: deps.clock.now(), programme: deps.programme, evidence: 0 };
  const taken = steps.map((one) => {
    const before = "record" in one ? one.record : null;
    const outcome =
      "record" in one
        ? take(definition, one.record, one.step, one.values, at)
        : begin(definition, one.origin, one.step, one.values, at);
    if (!outcome.ok) throw new Error(`${procedure}.${one.step}: ${outcome.refusal.reason}`);
    return { before, after: outcome.record, tells: definition.steps[one.step]?.tells ?? [] };
  });
  return {
    writes: taken.flatMap(({ before, after }) => [
      ...saveRecord(deps.db, after, openness(definition, after)),
      ...(before ? withdrawReminders(deps.db, remindedOf(before)) : []),
    ]),
    outbox: noticesOf(
      deps,
      taken.map(({ after, tells }) => ({ record: after, receivers: toldBy(deps, after, tells) })),
    ),
    touched: taken.map(({ after }) => `record ${after.id}`),
  };

  function remindedOf(record: ProcedureRecord): string[] {
    return owed(definition, record, deps.programme).map(({ what }) => recordItem(record.id, what));
  }
}
