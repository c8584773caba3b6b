import { countRecords } from "../../../db/records.ts";
import { listReports } from "../../../db/reports.ts";
import type { Deps } from "../../deps.ts";
import type { PeriodId } from "../../domain/calendar/period.ts";
import { objection } from "../../domain/procedure/objection.ts";
import type { StepFacts } from "../../domain/quarter/steps.ts";

/** What the office's steps depend on besides the timetable, from the database. */
export async function stepFacts(deps: Deps, period: PeriodId): Promise<StepFacts> {
  const [reports, objectionsOpen] = await Promise.all([
    listReports(deps.db, period),
    countRecords(deps.db, { procedure: objection.id, period, open: true }),
  ]);
  const known = new Set(deps.programme.towns.map(({ slug }) => slug));
  return { towns: known.size, reports: reports.filter(({ town }) => known.has(town)), objectionsOpen };
}
