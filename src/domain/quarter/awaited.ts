import type { ReportState } from "./report-state.ts";
import type { Timetable } from "./timetable.ts";

/**
 * Whether work on this report is outstanding: a first report that would be ranked, a returned one, a review. A 补报 that
 * was never started is not owed; one that was submitted is reviewed to its end, before or after publication.
 */
export function isAwaited(
  { status, supplement }: Pick<ReportState, "status" | "supplement">,
  { stage }: Pick<Timetable, "stage">,
): boolean {
  switch (status) {
    case "draft":
      return stage === "opening" || stage === "open" || stage === "late";
    case "returned":
      return stage !== "published" || supplement === true;
    case "submitted":
      return true;
    case "approved":
      return false;
  }
}
