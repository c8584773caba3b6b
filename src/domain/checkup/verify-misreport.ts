import type { Person } from "../people.ts";
import type { PeriodId } from "../period.ts";
import type { Scheme } from "../scoring/scheme.ts";
import { isGroup, nodesOf } from "../scoring/scheme-tree.ts";
import type { ScoreRow } from "../scoring/score-table.ts";
import { misreportDeduction, withMisreport } from "./misreport.ts";

// Who may find a figure misreported (scoring.md 5): one person of the city office proposes, another one decides.

export const LONGEST_REASON = 500;

/** `claimed` and `found` in the indicator's own unit; `confirmed`: null until decided. */
export type Misreport = {
  id: string;
  period: PeriodId;
  town: string;
  indicator: string;
  claimed: number;
  found: number;
  reason: string;
  proposedBy: string;
  proposedAt: number;
  confirmed: boolean | null;
  decidedBy: string | null;
  decidedAt: number | null;
};

export type MisreportRefusal =
  | "not_yours"
  | "no_report"
  | "no_town"
  | "not_an_indicator"
  | "nothing_claimed"
  | "not_a_number"
  | "no_gap"
  | "empty"
  | "too_long"
  | "already"
  | "second_person"
  | "decided";

/** An indicator a misreport can be about: the column that holds what the town claims, in 万元, % or items done. */
export type Claimable = { id: string; column: string; unit: "amount" | "percent" | "items" };

/** Every ratio of done to due. */
export function claimable(scheme: Scheme): Claimable[] {
  return nodesOf(scheme.root).flatMap((node) => {
    if (isGroup(node) || node.value.kind !== "ratio") return [];
    const column = node.value.of;
    const unit = column === "invested" ? "amount" : column.startsWith("image_") ? "percent" : "items";
    return [{ id: node.id, column, unit }];
  });
}

/** Whether a proposal may be made; `claimed` is null without a report or figure, `found` when it is no number. */
export function checkProposal(
  proposal: { town: string; indicator: string; claimed: number | null; found: number | null; reason: string },
  person: Person,
  scheme: Scheme,
  earlier: readonly Misreport[],
): MisreportRefusal | null {
  const { town, indicator, claimed, found } = proposal;
  const reason = proposal.reason.trim();
  if (person.role !== "city_office") return "not_yours";
  if (town === "") return "no_town";
  if (!claimable(scheme).some(({ id }) => id === indicator)) return "not_an_indicator";
  if (claimed === null) return "no_report";
  if (!(claimed > 0)) return "nothing_claimed";
  if (found === null || !Number.isFinite(found) || found < 0) return "not_a_number";
  if (misreportDeduction(claimed, found) === null) return "no_gap";
  if (reason === "") return "empty";
  if ([...reason].length > LONGEST_REASON) return "too_long";
  const same = earlier.some((m) => m.town === town && m.indicator === indicator && m.confirmed !== false);
  return same ? "already" : null;
}

/** Confirming takes a second person of the office; dropping a proposal any one of them, the proposer too. */
export function checkDecision(
  misreport: Misreport,
  person: Person,
  confirm: boolean,
): MisreportRefusal | null {
  if (person.role !== "city_office") return "not_yours";
  if (misreport.confirmed !== null) return "decided";
  return confirm && misreport.proposedBy === person.openId ? "second_person" : null;
}

/** A town's row after every confirmed misreport of it: each indicator at 0, the points added to its deductions. */
export function withMisreports(scheme: Scheme, row: ScoreRow, misreports: readonly Misreport[]): ScoreRow {
  return misreports
    .filter(({ town, confirmed }) => town === row.id && confirmed === true)
    .reduce((counted, { indicator, claimed, found }) => {
      const points = misreportDeduction(claimed, found)?.points ?? 0;
      const changed = withMisreport(scheme, counted, { indicator, points });
      // Checked when it was proposed; a scheme whose indicators changed since must not let it pass in silence.
      if (!changed.ok) throw new Error(`misreport of ${row.id}, ${indicator}: ${changed.reason}`);
      return changed.row;
    }, row);
}
