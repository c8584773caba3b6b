import type { Scheme } from "../scoring/scheme.ts";
import { isGroup, nodesOf } from "../scoring/scheme-tree.ts";
import type { ScoreRow } from "../scoring/table.ts";
import type { MisreportFinding } from "./finding.ts";
import { misreportDeduction, withMisreport } from "./misreport.ts";

// Which figures can be found misreported (scoring.md 5), and the effect of confirmed findings on a town's row.

/** An indicator a misreport can concern; `column`: the score table's column with the claim, in 万元, % or items done. */
export type Claimable = { id: string; column: string; unit: "amount" | "percent" | "items" };

/** Every indicator that is a ratio of done to due. */
export function claimable(scheme: Scheme): Claimable[] {
  return nodesOf(scheme.root).flatMap((node) => {
    if (isGroup(node) || node.value.kind !== "ratio") return [];
    const column = node.value.of;
    const unit = column === "invested" ? "amount" : column.startsWith("image_") ? "percent" : "items";
    return [{ id: node.id, column, unit }];
  });
}

/** A town's row with all its confirmed findings applied: each indicator at 0, the points added to its deductions. */
export function withMisreports(
  scheme: Scheme,
  row: ScoreRow,
  findings: readonly MisreportFinding[],
): ScoreRow {
  return findings
    .filter(({ town }) => town === row.id)
    .reduce((counted, { indicator, claimed, found }) => {
      const points = misreportDeduction(claimed, found)?.points ?? 0;
      const changed = withMisreport(scheme, counted, { indicator, points });
      // Checked at the proposal; throw when the scheme's indicators have changed since.
      if (!changed.ok) throw new Error(`misreport of ${row.id}, ${indicator}: ${changed.reason}`);
      return changed.row;
    }, row);
}
