import { effectiveWeight } from "./effective-weight.ts";
import type { Scheme } from "./scheme.ts";
import { isGroup, nodesOf } from "./scheme-tree.ts";
import type { ScoredUnit } from "./score-table.ts";
import type { ScoreRow } from "./table.ts";

export type DrawLevel =
  | {
      ok: true;
      /** Points missing; 0 when already level. */
      gap: number;
      /** The ratio counted now, and the ratio that draws level. */
      ratio: number;
      needed: number;
      /** To add to the indicator's `of` column, in its own unit (万元 for investment). */
      more: number;
      /** False when the needed ratio exceeds the cap: this indicator alone does not suffice. */
      feasible: boolean;
    }
  | { ok: false; reason: "not_a_ratio" | "not_scored" | "not_counted" };

/**
 * How much more of a ratio indicator (investment, image progress) brings a unit level with `target`, a score before
 * rounding: dr = gap / (effective weight x out), more = dr x due (scoring.md 3). An estimate: all others stand still.
 * Refuses an indicator that is not a ratio, is N/A for the unit, has no weight or is under a mean that is not
 * arithmetic, and a unit without a score.
 */
export function whatIfDrawLevel(
  scheme: Scheme,
  unit: ScoredUnit,
  row: ScoreRow,
  { leaf, target }: { leaf: string; target: number },
): DrawLevel {
  const node = nodesOf(scheme.root).find((candidate) => candidate.id === leaf);
  if (!node || isGroup(node) || node.value.kind !== "ratio") return { ok: false, reason: "not_a_ratio" };
  if (unit.unrounded === null) return { ok: false, reason: "not_scored" };
  const { of, to, cap = Number.POSITIVE_INFINITY, out } = node.value;
  const worth = (effectiveWeight(scheme.root, unit.nodes, leaf) ?? 0) * out;
  const [done, due] = [row.values[of] ?? null, row.values[to] ?? null];
  if (worth <= 0 || done === null || due === null || due <= 0) return { ok: false, reason: "not_counted" };
  const gap = Math.max(0, target - unit.unrounded);
  const ratio = Math.min(Math.max(done / due, 0), cap);
  const needed = ratio + gap / worth;
  const more = gap === 0 ? 0 : needed * due - done;
  return { ok: true, gap, ratio, needed, more, feasible: needed <= cap + 1e-9 };
}
