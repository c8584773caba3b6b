import { kitOf } from "../../../../cards/record/kit.ts";
import { causeId } from "../../../../db/outbox.ts";
import type { Deps } from "../../../deps.ts";
import { beginning, type Origin, type ProcedureRecord } from "../../../domain/procedure/record.ts";
import { beginFor, takeFor } from "../../../domain/procedure/take.ts";
import { kitFor } from "../record-view.ts";
import type { Also } from "./effect.ts";

// Steps of other records that a step brings about, in its own batch. They are refused nothing: what would be refused, the
// step itself has to refuse.

/** The first step of a new record about a town, with its values. */
export type Beginning = {
  procedure: string;
  step: string;
  about: Partial<Pick<Origin, "town" | "period">>;
  values: Record<string, unknown>;
};

/**
 * The records that the last step of `parent` begins; their `ref` is its id. None of a procedure that the programme does
 * without.
 */
export function begunBy(deps: Deps, parent: ProcedureRecord, beginnings: readonly Beginning[]): Also[] {
  const cause = parent.log.at(-1) ?? beginning(parent);
  return beginnings.flatMap(({ procedure, step, about, values }, i): Also[] => {
    const kit = kitOf(deps.procedures, procedure);
    if (!kit) return [];
    // The same step begins the same records, however often its storing is tried.
    const id = causeId(`record ${parent.id} ${parent.revision} ${i}`).slice(0, 16);
    const origin = { town: "", period: "", ...about, id, ref: parent.id };
    const begun = beginFor(kit.definition, origin, step, values, cause, deps);
    if (begun.ok) return [{ before: null, after: begun.record, step }];
    if (begun.refusal.reason === "switched_off") return [];
    throw new Error(`${parent.procedure} begins ${procedure}: ${begun.refusal.reason}`);
  });
}

/** A step that is the code's alone, taken of those of these records that are in one of its states. */
export function movedBy(
  deps: Deps,
  parent: ProcedureRecord,
  records: readonly ProcedureRecord[],
  step: string,
): Also[] {
  const cause = parent.log.at(-1) ?? beginning(parent);
  return records.flatMap((before): Also[] => {
    const taken = takeFor(kitFor(deps, before).definition, before, step, {}, cause, deps);
    return taken.ok ? [{ before, after: taken.record, step }] : [];
  });
}
