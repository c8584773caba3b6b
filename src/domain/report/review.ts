import type { Person } from "../programme/people.ts";
import { countyOf, townBySlug } from "../programme/programme.ts";
import { refuse } from "../quarter/may.ts";
import { type Cell, CUMULATIVE, findCell, isReturnable, sectionCells } from "./cells.ts";
import type { Command, Decision, Refusal, Situation } from "./command.ts";
import { type Basis, INVESTMENT } from "./content.ts";
import type { Report } from "./report.ts";

// The reviewer's commands on a submitted report: approve it, or return single cells with a reason.

type Approve = Extract<Command, { kind: "approve" }>;
type Return = Extract<Command, { kind: "return" }>;

/** Approves the submitted report; repeating it changes nothing. */
export function approve(command: Approve, report: Report, at: Situation): Decision {
  if (report.status === "approved" && mayReview(at.actor, report, at.basis))
    return { ok: true, report, flags: [], repeated: true };
  const refused = refuseReviewer(command.baseRevision, report, at);
  if (refused) return { ok: false, refusal: refused };
  const next: Report = {
    ...report,
    status: "approved",
    revision: report.revision + 1,
    approvedAt: at.now,
    approvedByName: at.actor.name,
  };
  return { ok: true, report: next, flags: [], repeated: false };
}

/** Returns cells to the town with a reason; all other cells stay unchanged. */
export function returnCells(command: Return, report: Report, at: Situation): Decision {
  if (isSameReturn(command, report, at)) return { ok: true, report, flags: [], repeated: true };
  const reopened = report.status === "approved";
  const refused = refuseReviewer(command.baseRevision, report, at);
  if (refused) return { ok: false, refusal: refused };
  const cells = returnedCells(command.cells, report, at.basis);
  if (cells.length === 0) return { ok: false, refusal: { reason: "no_cells" } };
  if (command.reason.trim() === "") return { ok: false, refusal: { reason: "no_reason" } };
  const next: Report = {
    ...report,
    status: "returned",
    revision: report.revision + 1,
    // A report reopened by the office, for example after an objection, does not count as a return.
    returns: report.returns + (reopened ? 0 : 1),
    returned: {
      cells: cells.map((cell) => cell.key),
      reason: command.reason.trim(),
      byName: at.actor.name,
      at: at.now,
      revision: report.revision + 1,
      before: Object.fromEntries(cells.map((cell) => [cell.key, cell.value])),
    },
  };
  return { ok: true, report: next, flags: [], repeated: false };
}

/**
 * The cells a return covers. The cumulative sum includes its fund sources unless one of them is named, because it could
 * not be changed alone.
 */
function returnedCells(keys: string[], report: Report, basis: Basis): Cell[] {
  const named = new Set(keys);
  const money = sectionCells(INVESTMENT, report.content, basis);
  const sources = money.filter((cell) => cell.what.field === "source").map((cell) => cell.key);
  const alone = named.has(CUMULATIVE) && !sources.some((key) => named.has(key));
  return [...named, ...(alone ? sources : [])]
    .flatMap((key) => findCell(key, report.content, basis) ?? [])
    .filter(isReturnable);
}

/**
 * Whether the city office may reopen an approved report to have a figure corrected: until publication, and at any time
 * for a 补报, which no ranking contains.
 */
export function mayReopen(report: Report, { actor, quarter }: Pick<Situation, "actor" | "quarter">): boolean {
  if (report.status !== "approved" || actor.role !== "city_office") return false;
  return report.supplement === true || refuse("reopen", actor.role, quarter) === null;
}

/** Whether the same return was pressed twice. */
function isSameReturn(command: Return, report: Report, at: Situation): boolean {
  const { returned } = report;
  if (report.status !== "returned" || !returned || report.submittedRevision !== command.baseRevision)
    return false;
  return mayReview(at.actor, report, at.basis) && returned.reason === command.reason.trim();
}

function refuseReviewer(baseRevision: number, report: Report, at: Situation): Refusal | null {
  if (!mayReview(at.actor, report, at.basis)) return { reason: "not_yours" };
  if (report.status === "approved" && !mayReopen(report, at)) return { reason: "approved" };
  if (report.status !== "submitted" && report.status !== "approved") return { reason: "not_submitted" };
  return baseRevision === report.submittedRevision ? null : { reason: "stale" };
}

/** County reviewers review their own towns; the city office may review any. */
export function mayReview(actor: Person, report: Report, basis: Basis): boolean {
  if (actor.role === "city_office") return true;
  const town = townBySlug(basis.programme, report.town);
  return (
    actor.role === "county_reviewer" &&
    town !== undefined &&
    actor.area === countyOf(basis.programme, town).slug
  );
}
