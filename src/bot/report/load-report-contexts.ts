import { loadPlans } from "../../../db/periods.ts";
import { approvedBeforeByTown } from "../../../db/reports.ts";
import type { Deps } from "../../deps.ts";
import { type PeriodId, yearOf } from "../../domain/period.ts";
import type { Basis } from "../../domain/report/content.ts";
import { UNPLANNED } from "../../domain/report/plan.ts";

/** Every town's basis for a quarter, in two queries. */
export async function loadBases(deps: Deps, period: PeriodId): Promise<Map<string, Basis>> {
  const [plans, earlier] = await Promise.all([
    loadPlans(deps.db, yearOf(period)),
    approvedBeforeByTown(deps.db, period),
  ]);
  return new Map(
    deps.programme.towns.map(({ slug }) => [
      slug,
      {
        programme: deps.programme,
        town: slug,
        period,
        plan: plans.get(slug) ?? UNPLANNED,
        earlier: (earlier.get(slug) ?? []).map((r) => ({ period: r.period, content: r.content })),
      },
    ]),
  );
}
