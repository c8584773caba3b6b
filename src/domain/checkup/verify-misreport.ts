import type { FrozenMisreport } from "../publication.ts";
import type { Scheme } from "../scoring/scheme.ts";
import { isGroup, nodesOf } from "../scoring/scheme-tree.ts";
import type { ScoreRow } from "../scoring/score-table.ts";
import { misreportDeduction, withMisreport } from "./misreport.ts";

// Which figures can be found misreported (scoring.md 5), and what confirmed findings make of a town's row.

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

/** A town's row after every confirmed finding about it: each indicator at 0, the points added to its deductions. */
export function withMisreports(
  scheme: Scheme,
  row: ScoreRow,
  findings: readonly FrozenMisreport[],
): ScoreRow {
  return findings
    .filter(({ town }) => town === row.id)
    .reduce((counted, { indicator, claimed, found }) => {
      const points = misreportDeduction(claimed, found)?.points ?? 0;
      const changed = withMisreport(scheme, counted, { indicator, points });
      // Checked when it was proposed; a scheme whose indicators changed since must not let it pass in silence.
      if (!changed.ok) throw new Error(`misreport of ${row.id}, ${indicator}: ${changed.reason}`);
      return changed.row;
    }, row);
}
