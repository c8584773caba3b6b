import type { ReportState } from "./report-state.ts";
import type { Timetable } from "./timetable.ts";

/**
 * Whether somebody still owes something of this report: a first one that would be ranked, a mended one, a review. Nobody
 * owes a 补报 that was never begun; one that was sent in is seen through to its end, published or not.
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
