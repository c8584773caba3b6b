import { countRecords } from "../../../db/records.ts";
import type { Deps } from "../../deps.ts";
import type { PeriodId } from "../../domain/calendar/period.ts";
import { objection } from "../../domain/procedure/objection.ts";
import type { StepFacts } from "../../domain/quarter/steps.ts";
import { type BriefReport, loadBriefs } from "../report/briefs.ts";
import { programmeIn } from "../stages/still-in.ts";

/** What the office's steps depend on besides the timetable, from the database. */
export async function stepFacts(
  deps: Deps,
  period: PeriodId,
  briefs?: readonly BriefReport[],
): Promise<StepFacts> {
  const [rows, { towns }, objectionsOpen] = await Promise.all([
    briefs ?? loadBriefs(deps, period),
    programmeIn(deps, period),
    countRecords(deps.db, { procedure: objection.id, period, open: true }),
  ]);
  const known = new Set(towns.map(({ slug }) => slug));
  const reports = rows
    .filter(({ town }) => known.has(town))
    .map(({ brief, ...row }) => ({ ...row, ...brief }));
  return { towns: known.size, reports, objectionsOpen };
}
