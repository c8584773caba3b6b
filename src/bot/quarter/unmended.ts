import { findProvisional } from "../../../db/publications.ts";
import type { Deps } from "../../deps.ts";
import type { PeriodId } from "../../domain/calendar/period.ts";
import { objection } from "../../domain/procedure/objection.ts";
import type { ProcedureRecord } from "../../domain/procedure/record.ts";
import { isUnmended } from "../../domain/ranking/unmended.ts";
import { computeRanking } from "./publish.ts";

/** The quarter's accepted objections whose figures have not changed since the provisional result. */
export async function unmendedIn(
  deps: Deps,
  period: PeriodId,
  records: readonly ProcedureRecord[],
): Promise<ProcedureRecord[]> {
  const accepted = records.filter(
    ({ procedure, state }) => procedure === objection.id && state === "accepted",
  );
  const provisional = accepted.length > 0 ? await findProvisional(deps.db, period) : null;
  if (!provisional) return [];
  const { inputs } = await computeRanking(deps, period);
  return accepted.filter(({ town, data }) =>
    isUnmended({ town, indicator: String(data.indicator) }, provisional, inputs),
  );
}
