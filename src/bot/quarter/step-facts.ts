import { countRecords } from "../../../db/records.ts";
import { listReports } from "../../../db/reports.ts";
import type { Deps } from "../../deps.ts";
import type { PeriodId } from "../../domain/period.ts";
import { objection } from "../../domain/procedure/objection.ts";
import type { StepFacts } from "../../domain/quarter/steps.ts";
import type { Report } from "../../domain/report/report.ts";

/** What the office's steps depend on beside the timetable, as it is stored; `pending`: a report about to be saved. */
export async function stepFacts(deps: Deps, period: PeriodId, pending?: Report): Promise<StepFacts> {
  const [stored, objectionsOpen] = await Promise.all([
    listReports(deps.db, period),
    countRecords(deps.db, { procedure: objection.id, period, open: true }),
  ]);
  const reports = pending ? [...stored.filter(({ town }) => town !== pending.town), pending] : stored;
  const known = new Set(deps.programme.towns.map(({ slug }) => slug));
  return { towns: known.size, reports: reports.filter(({ town }) => known.has(town)), objectionsOpen };
}
