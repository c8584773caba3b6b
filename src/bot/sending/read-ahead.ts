import type { Action } from "../../../cards/action.ts";
import { findRecord } from "../../../db/records.ts";
import type { Deps } from "../../deps.ts";
import type { ProcedureRecord } from "../../domain/procedure/record.ts";
import type { FeishuCallback } from "../../feishu/envelope.ts";
import { type PressPlace, placeOf } from "./press-place.ts";

/**
 * What a press needs and its action names, read together with the person: one trip to a remote database. `place`: where
 * it was pressed, null where the action names no record of a card; `record`: the procedure's, null where there is none.
 */
export type Ahead = { place: PressPlace | null; record: ProcedureRecord | null };

export async function readAhead(deps: Deps, event: FeishuCallback, action: Action): Promise<Ahead> {
  if ("town" in action && "period" in action) {
    const place = await placeOf(deps, event, `${action.period}/${action.town}`);
    return { place, record: null };
  }
  if (action.kind !== "show" && action.kind !== "form" && action.kind !== "step")
    return { place: null, record: null };
  const { id } = action;
  const [place, record] = await Promise.all([placeOf(deps, event, id), findRecord(deps.db, id)]);
  return { place, record };
}
