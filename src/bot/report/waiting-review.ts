import { listReports } from "../../../db/reports.ts";
import type { Deps } from "../../deps.ts";
import type { PeriodId } from "../../domain/calendar/period.ts";
import type { Person } from "../../domain/programme/people.ts";
import { reportId } from "../../domain/report/report.ts";
import { reviewersOf } from "../roster/people.ts";
import type { Reply } from "../sending/enqueue-message.ts";

/** The report that has waited longest for this person's review; null when there is none. */
export async function waitingReview(deps: Deps, person: Person, period: PeriodId): Promise<Reply | null> {
  if (person.role !== "county_reviewer" && person.role !== "city_office") return null;
  const submitted = (await listReports(deps.db, period)).filter((report) => report.status === "submitted");
  for (const report of submitted.sort((a, b) => (a.submittedAt ?? 0) - (b.submittedAt ?? 0))) {
    const reviewers = await reviewersOf(deps, report);
    if (reviewers.some(({ openId }) => openId === person.openId))
      return { living: { kind: "review", subject: reportId(period, report.town) } };
  }
  return null;
}
