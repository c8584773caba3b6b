import { refuse } from "../quarter/may.ts";
import type { Refusal, Situation } from "./command.ts";
import type { Report } from "./report.ts";

/** Why the town may not change its report; null while the report and the quarter are open. */
export function refuseTown(report: Report, at: Situation): Refusal | null {
  if (at.actor.role !== "town_official" || at.actor.area !== report.town) return { reason: "not_yours" };
  if (report.status === "submitted") return { reason: "in_review" };
  if (report.status === "approved") return { reason: "approved" };
  return refuse("report", at.actor.role, at.quarter) === null ? null : { reason: "not_open" };
}
