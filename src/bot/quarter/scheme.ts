import { findProvisional, findPublication } from "../../../db/publications.ts";
import { listRecords } from "../../../db/records.ts";
import type { Deps } from "../../deps.ts";
import type { PeriodId } from "../../domain/calendar/period.ts";
import { schemeInForce, weights } from "../../domain/procedure/weights.ts";
import type { Scheme } from "../../domain/scoring/scheme.ts";

/** The scheme in force: the one the office adopted last, else the pack's. */
export async function currentScheme(deps: Deps): Promise<Scheme> {
  const { scheme } = deps.programme;
  return schemeInForce(scheme, await listRecords(deps.db, { procedure: weights.id, states: ["adopted"] }));
}

/** The scheme of a quarter: once its scores were announced, provisionally or finally, its scheme is fixed. */
export async function schemeOf(deps: Deps, period: PeriodId): Promise<Scheme> {
  const shown = (await findPublication(deps.db, period)) ?? (await findProvisional(deps.db, period));
  return shown?.scheme ?? (await currentScheme(deps));
}
