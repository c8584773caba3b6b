import { loadPlan, loadPlans } from "../../../db/periods.ts";
import { listRecords } from "../../../db/records.ts";
import { approvedBefore, approvedBeforeByTown } from "../../../db/reports.ts";
import type { Deps } from "../../deps.ts";
import { type PeriodId, yearOf } from "../../domain/calendar/period.ts";
import type { Programme } from "../../domain/programme/programme.ts";
import type { Basis } from "../../domain/report/content.ts";
import { UNPLANNED } from "../../domain/report/plan.ts";
import type { Report } from "../../domain/report/report.ts";
import type { YearPlan } from "../../domain/report/year-plan.ts";
import { phaseYears, withPhaseYears } from "../../domain/stages/phase-years.ts";

// Loads what the rules need besides a report: the year's plan and the town's earlier quarters.

/** A town's basis for a quarter, selected from loaded reports and plans. */
export function basisFrom(
  { programme }: Pick<Deps, "programme">,
  period: PeriodId,
  town: string,
  reports: readonly Report[],
  plan: YearPlan | undefined,
): Basis {
  const earlier = reports.filter(
    (report) => report.town === town && report.period < period && report.status === "approved",
  );
  return {
    programme,
    town,
    period,
    plan: plan ?? UNPLANNED,
    earlier: earlier.map((report) => ({ period: report.period, content: report.content })),
  };
}

/** The pack as it is in force: with the years the office set for its phases. */
export async function programmeInForce({
  db,
  programme,
}: Pick<Deps, "db" | "programme">): Promise<Programme> {
  const [years = null] = await listRecords(db, { procedure: phaseYears.id });
  return withPhaseYears(programme, years);
}

/** Every town's basis for a quarter, in three queries. */
export async function loadBases(deps: Deps, period: PeriodId): Promise<Map<string, Basis>> {
  const [plans, earlier, programme] = await Promise.all([
    loadPlans(deps.db, yearOf(period)),
    approvedBeforeByTown(deps.db, period),
    programmeInForce(deps),
  ]);
  return new Map(
    deps.programme.towns.map(({ slug }) => [
      slug,
      basisFrom({ programme }, period, slug, earlier.get(slug) ?? [], plans.get(slug)),
    ]),
  );
}

/** One town's basis for a quarter. */
export async function loadBasis(deps: Deps, period: PeriodId, town: string): Promise<Basis> {
  const [plan, earlier, programme] = await Promise.all([
    loadPlan(deps.db, yearOf(period), town),
    approvedBefore(deps.db, town, period),
    programmeInForce(deps),
  ]);
  return basisFrom({ programme }, period, town, earlier, plan);
}
