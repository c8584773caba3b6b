import { effectiveWeight } from "../scoring/effective-weight.ts";
import { fullMarks } from "../scoring/full-marks.ts";
import type { Scheme } from "../scoring/scheme.ts";
import { isGroup, nodesOf } from "../scoring/scheme-tree.ts";
import type { ScoredUnit } from "../scoring/score-table.ts";

/** One indicator in points of the score; `full`: the points of a target exactly met. */
export type LostPoints = { id: string; got: number; full: number; lost: number };

/**
 * Points lost by indicator, largest first. Left out: indicators at full marks, without full marks (raw figures), not
 * applicable to this unit, or under a mean that is not arithmetic.
 */
export function lostPoints(scheme: Scheme, unit: ScoredUnit): LostPoints[] {
  return nodesOf(scheme.root)
    .flatMap((node): LostPoints[] => {
      const top = isGroup(node) ? null : fullMarks(node.value);
      const worth = top === null ? null : effectiveWeight(scheme.root, unit.nodes, node.id);
      const own = unit.nodes[node.id] ?? null;
      if (top === null || worth === null || own === null || own >= top) return [];
      return [{ id: node.id, got: worth * own, full: worth * top, lost: worth * (top - own) }];
    })
    .filter(({ lost }) => lost >= 0.005)
    .sort((a, b) => b.lost - a.lost);
}
