import { findReport, townsByStatus } from "../../../db/reports.ts";
import type { Deps } from "../../deps.ts";
import type { PeriodId } from "../../domain/calendar/period.ts";
import type { Person } from "../../domain/programme/people.ts";
import { townBySlug } from "../../domain/programme/programme.ts";
import { reportId } from "../../domain/report/report.ts";
import { reviewingCounties, reviews } from "../roster/people.ts";
import type { Reply } from "../sending/enqueue-message.ts";
import { programmeIn } from "../stages/still-in.ts";

/** The report that has waited longest for this person's review; null when there is none. */
export async function waitingReview(deps: Deps, person: Person, period: PeriodId): Promise<Reply | null> {
  const { db } = deps;
  const programme = await programmeIn(deps, period);
  const [submitted, reviewing] = await Promise.all([townsByStatus(db, period), reviewingCounties(deps)]);
  const mine = (submitted.get("submitted") ?? []).filter((slug) => {
    const town = townBySlug(programme, slug);
    return town !== undefined && reviews(person, town, programme, reviewing);
  });
  const reports = await Promise.all(mine.map((slug) => findReport(db, period, slug)));
  const [first] = reports
    .flatMap((report) => report ?? [])
    .sort((a, b) => (a.submittedAt ?? 0) - (b.submittedAt ?? 0));
  return first ? { living: { kind: "review", subject: reportId(period, first.town) } } : null;
}
