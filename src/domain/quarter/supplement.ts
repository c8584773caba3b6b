import { shanghaiDay } from "../calendar/shanghai-time.ts";
import { workingDaysBetween } from "../calendar/working-days.ts";
import { type Deadlines, dueDate } from "./dates.ts";
import type { ReportState } from "./report-state.ts";
import type { Timetable } from "./timetable.ts";

// 补报: a report submitted too late to be ranked. It is stored and reviewed as any other, but its town has no score for
// the quarter.

type Sent = Pick<ReportState, "firstSubmittedAt" | "returned" | "supplement">;

/**
 * Whether a report submitted now is a 补报: a first one after the lock, or one the provisional or published result did
 * not wait for. A 补报 stays one. A report that was in the result and was returned since, for example after an objection,
 * is ranked.
 */
export function isSupplementNow(report: Sent, { stage, provisionalAt }: Timetable): boolean {
  if (report.supplement) return true;
  switch (stage) {
    case "opening":
    case "open":
    case "late":
      return false;
    case "locked":
      return report.firstSubmittedAt === null;
    case "provisional":
    case "objections":
      return !(report.returned && provisionalAt !== null && report.returned.at > provisionalAt);
    case "published":
      return true;
  }
}

/** Whether a ranking contains this report: approved and not a 补报. */
export function isRanked({ status, supplement }: Pick<ReportState, "status" | "supplement">): boolean {
  return status === "approved" && !supplement;
}

/**
 * When a report was first submitted, in relation to the due day; `late_unknown`: late, but the days cannot be counted
 * yet.
 */
export type Punctuality =
  | { kind: "on_time" | "late_unknown" | "supplement" }
  | { kind: "late"; workingDays: number };

/** Null before the first complete submission, and where the due day is unknown. */
export function punctualityOf(
  report: Pick<ReportState, "period" | "firstSubmittedAt" | "supplement">,
  programme: Deadlines,
): Punctuality | null {
  if (report.firstSubmittedAt === null) return null;
  if (report.supplement) return { kind: "supplement" };
  const due = dueDate(report.period, programme);
  if (!due.known) return null;
  const late = workingDaysBetween(due.due, shanghaiDay(report.firstSubmittedAt));
  if (!late.known) return { kind: "late_unknown" };
  return late.days === 0 ? { kind: "on_time" } : { kind: "late", workingDays: late.days };
}
