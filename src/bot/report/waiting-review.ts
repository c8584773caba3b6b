import type { Card } from "../../../cards/card.ts";
import { listReports } from "../../../db/reports.ts";
import type { Deps } from "../../deps.ts";
import type { Person } from "../../domain/people.ts";
import type { PeriodId } from "../../domain/period.ts";
import { reportId } from "../../domain/report/report.ts";
import { reviewersOf } from "../roster/people.ts";
import { reviewerCard } from "./card-for-status.ts";
import { loadReportContext, viewOf } from "./report-context.ts";

/** The report that has waited longest for this person's review, as a fresh review card; null when none does. */
export async function waitingReview(
  deps: Deps,
  person: Person,
  period: PeriodId,
): Promise<{ card: Card; stands: { kind: string; subject: string } } | null> {
  if (person.role !== "county_reviewer" && person.role !== "city_office") return null;
  const submitted = (await listReports(deps.db, period)).filter((report) => report.status === "submitted");
  for (const { town } of submitted.sort((a, b) => (a.submittedAt ?? 0) - (b.submittedAt ?? 0))) {
    const found = await loadReportContext(deps, period, town);
    const reviewers = found ? await reviewersOf(deps, found.report) : [];
    if (found && reviewers.some((reviewer) => reviewer.openId === person.openId))
      return {
        card: reviewerCard(viewOf(deps, found, person)),
        stands: { kind: "review", subject: reportId(period, town) },
      };
  }
  return null;
}
