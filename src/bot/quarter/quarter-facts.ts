import { findPeriod } from "../../../db/periods.ts";
import { countRecords } from "../../../db/records.ts";
import { listReports } from "../../../db/reports.ts";
import type { Deps } from "../../deps.ts";
import type { PeriodId } from "../../domain/period.ts";
import { objection } from "../../domain/procedure/objection.ts";
import type { QuarterFacts } from "../../domain/quarter-steps.ts";
import type { Report } from "../../domain/report/report.ts";

/** What the steps of a quarter depend on, as it is stored; `pending`: a report about to be saved. */
export async function quarterFacts(deps: Deps, period: PeriodId, pending?: Report): Promise<QuarterFacts> {
  const [row, stored, objectionsOpen] = await Promise.all([
    findPeriod(deps.db, period),
    listReports(deps.db, period),
    countRecords(deps.db, { procedure: objection.id, period, open: true }),
  ]);
  const reports = pending ? [...stored.filter(({ town }) => town !== pending.town), pending] : stored;
  return {
    status: row?.status ?? null,
    inReview: reports.filter(({ status }) => status === "submitted").map(({ town }) => town),
    approved: reports.filter(({ status }) => status === "approved").length,
    objection: deps.programme.objection,
    objectionsUntil: row?.objectionsUntil ?? null,
    objectionsOpen,
  };
}
