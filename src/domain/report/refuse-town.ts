import type { Refusal, Situation } from "./command.ts";
import type { Report } from "./report.ts";

/** The town may act on its own report while it is open and the quarter is not locked. */
export function refuseTown(report: Report, at: Situation): Refusal | null {
  if (at.actor.role !== "town_official" || at.actor.area !== report.town) return { reason: "not_yours" };
  if (report.status === "submitted") return { reason: "in_review" };
  if (report.status === "approved") return { reason: "approved" };
  // A return has its own clock: the quarter's lock does not shut a town out of what it was asked to mend.
  return at.locked && report.status === "draft" ? { reason: "locked" } : null;
}
