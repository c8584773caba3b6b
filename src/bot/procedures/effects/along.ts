import { kitOf } from "../../../../cards/record/kit.ts";
import { causeId } from "../../../../db/outbox.ts";
import type { Deps } from "../../../deps.ts";
import { isOff } from "../../../domain/procedure/definition.ts";
import {
  beginning,
  type Origin,
  type ProcedureRecord,
  type Values,
} from "../../../domain/procedure/record.ts";
import { begin, beginFor, take, takeFor } from "../../../domain/procedure/take.ts";
import type { Person } from "../../../domain/programme/people.ts";
import { kitFor } from "../record-view.ts";
import type { Also, Followed } from "./effect.ts";

// Steps of other records that a step brings about, in its own batch. They are refused nothing: what would be refused, the
// step itself has to refuse.

/** A step of another record: of one that exists, or one that creates it. */
export type Along = { step: string; values: Values } & ({ record: ProcedureRecord } | { origin: Origin });

/**
 * Steps of other records of one procedure, taken by the same person in the same batch; none of one that the programme does
 * without.
 */
export function alongWith(
  deps: Deps,
  procedure: string,
  steps: readonly Along[],
  actor: Person,
): Pick<Followed, "also"> {
  const kit = kitOf(deps.procedures, procedure);
  if (!kit) throw new Error(`no procedure ${procedure}`);
  const { definition } = kit;
  if (isOff(definition, deps.programme)) return {};
  const at = { actor, now: deps.clock.now(), programme: deps.programme, evidence: 0 };
  const also = steps.map((one): Also => {
    const outcome =
      "record" in one
        ? take(definition, one.record, one.step, one.values, at)
        : begin(definition, one.origin, one.step, one.values, at);
    if (!outcome.ok) throw new Error(`${procedure}.${one.step}: ${outcome.refusal.reason}`);
    return { before: "record" in one ? one.record : null, after: outcome.record, step: one.step };
  });
  return { also };
}

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
  values: Values = {},
): Also[] {
  const cause = parent.log.at(-1) ?? beginning(parent);
  return records.flatMap((before): Also[] => {
    const taken = takeFor(kitFor(deps, before).definition, before, step, values, cause, deps);
    return taken.ok ? [{ before, after: taken.record, step }] : [];
  });
}
