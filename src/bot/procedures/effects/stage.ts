import { causeId } from "../../../../db/outbox.ts";
import { findRecordByKey, listRecords } from "../../../../db/records.ts";
import type { Deps } from "../../../deps.ts";
import { acceptance } from "../../../domain/acceptance/acceptance.ts";
import { keyOf } from "../../../domain/procedure/keys.ts";
import { beginning, type ProcedureRecord } from "../../../domain/procedure/record.ts";
import { beginFor, takeFor } from "../../../domain/procedure/take.ts";
import type { Stage } from "../../../domain/programme/stage-schema.ts";
import { stageOf } from "../../../domain/stages/history.ts";
import { NEXT } from "../../../domain/stages/ladder.ts";
import { stage } from "../../../domain/stages/stage.ts";
import { yearTask } from "../../../domain/task/year-task.ts";
import type { Effect, Followed, Given } from "./effect.ts";

/**
 * Moves the stage of a record's town in the batch of the step just taken, as by its taker, with the record as the
 * reason. Nothing moves where the present stage does not lead there; a town without a stage enters this one.
 */
export async function stageMoved(
  deps: Deps,
  cause: ProcedureRecord,
  to: Stage,
): Promise<Pick<Followed, "also">> {
  const { town } = cause;
  const origin = { id: causeId(`stage ${town}`).slice(0, 16), town, period: "", ref: "" };
  const before = await findRecordByKey(deps.db, keyOf(stage, { ...origin, data: {} }));
  if (before && !NEXT[stageOf(before)].includes(to)) return {};
  const last = cause.log.at(-1) ?? beginning(cause);
  const given = { stage: to, because: cause.id };
  const taken = before
    ? takeFor(stage, before, "moved", given, last, deps)
    : beginFor(stage, origin, "entered", given, last, deps);
  return taken.ok ? { also: [{ before, after: taken.record, step: before ? "moved" : "entered" }] } : {};
}

/** A step that brings the record's town to this stage, and has no other effect. */
export function stageTo(to: Stage): Effect {
  return (deps, { after }) => stageMoved(deps, after, to);
}

/** What the records know of a town's conditions: its year tasks, how many are closed, and the state of its acceptance. */
export const conditionsKnown: Given = async ({ db }, { about: { town } }) => {
  const [tasks, accepted] = await Promise.all([
    listRecords(db, { procedure: yearTask.id, town }),
    listRecords(db, { procedure: acceptance.id, town }),
  ]);
  const agreed = tasks.filter(({ state }) => state !== "withdrawn" && state !== "proposed");
  const closed = agreed.filter(({ state }) => state === "closed").length;
  const last = accepted.filter(({ state }) => state !== "withdrawn").at(-1);
  return { tasks: agreed.length, closed, accepted: last?.state ?? "" };
};
