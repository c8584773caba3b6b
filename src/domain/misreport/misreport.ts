import type { LeafValue, Scheme } from "../scoring/scheme.ts";
import { isGroup, nodesOf } from "../scoring/scheme-tree.ts";
import type { ScoreRow } from "../scoring/table.ts";

// The consequences of a verified misreport (scoring.md 5). Who decides on it: procedure/misreport.ts.

/** Up to this gap (a share of the claim, inclusive), `points` are deducted in addition to the indicator's own. */
export type MisreportStep = { upTo: number; points: number };

const MISREPORT_LADDER: readonly MisreportStep[] = [
  { upTo: 0.2, points: 0 },
  { upTo: 0.3, points: 1.5 },
  { upTo: 0.4, points: 2 },
  { upTo: 0.5, points: 2.5 },
  { upTo: Number.POSITIVE_INFINITY, points: 3 },
];

const SLACK = 1e-9;

/** g = |claimed - found| / claimed and the points it costs; null without a claim above zero or without a gap. */
export function misreportDeduction(
  claimed: number,
  found: number,
  ladder: readonly MisreportStep[] = MISREPORT_LADDER,
): { gap: number; points: number } | null {
  if (!(claimed > 0) || claimed === found) return null;
  const gap = Math.abs(claimed - found) / claimed;
  const step = ladder.find(({ upTo }) => gap <= upTo + SLACK);
  return { gap, points: step?.points ?? 0 };
}

/**
 * The town's row of the score table after the decision: the indicator at 0, the points added to its deductions.
 * Refuses an indicator that cannot be set to 0 (only ratios, raw figures, penalties and lateness can), and a scheme
 * without a column for deductions when points are due.
 */
export function withMisreport(
  scheme: Scheme,
  row: ScoreRow,
  misreport: { indicator: string; points: number },
):
  | { ok: true; row: ScoreRow }
  | { ok: false; reason: "unknown_indicator" | "not_zeroable" | "no_deductions" } {
  const leaf = nodesOf(scheme.root).find(({ id }) => id === misreport.indicator);
  if (!leaf || isGroup(leaf)) return { ok: false, reason: "unknown_indicator" };
  const zeroed = zeroCells(leaf.value);
  if (!zeroed) return { ok: false, reason: "not_zeroable" };
  const column = scheme.adjust?.deduct?.column;
  if (column === undefined && misreport.points > 0) return { ok: false, reason: "no_deductions" };
  const deducted = column === undefined ? {} : { [column]: (row.values[column] ?? 0) + misreport.points };
  return { ok: true, row: { ...row, values: { ...row.values, ...zeroed, ...deducted } } };
}

function zeroCells(value: LeafValue): Record<string, number> | null {
  switch (value.kind) {
    case "ratio":
      return { [value.of]: 0 };
    case "raw":
      return { [value.column]: 0 };
    case "penalty":
      return { [value.column]: 100 };
    case "late":
      return { [value.column]: value.zeroAfter + 1 };
    case "goalposts":
    case "minmax":
    case "efficacy":
      return null;
  }
}
