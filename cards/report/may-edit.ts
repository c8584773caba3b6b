import { refuse } from "../../src/domain/quarter/may.ts";
import { isOpenToTown } from "../../src/domain/report/report.ts";
import type { ReportView } from "./view.ts";

/** Whether the town may edit: both the report and the quarter are open. */
export function mayEdit({ report, quarter }: Pick<ReportView, "report" | "quarter">): boolean {
  return isOpenToTown(report) && refuse("report", "town_official", quarter) === null;
}
