import { aggregate } from "./aggregate.ts";
import { splitScores } from "./contributions.ts";
import { leafScores } from "./leaf-scores.ts";
import { roundHalfUp } from "./round-half-up.ts";
import type { Scheme, SchemeNode } from "./scheme.ts";
import { isGroup } from "./scheme-tree.ts";
import type { TableColumns } from "./table-columns.ts";

/** A scheme applied to all rows. Every array has one entry for each row; NaN is N/A. */
export type Evaluated = {
  /** By node id, before any adjustment. */
  nodes: Map<string, Float64Array>;
  /** Points of the score by leaf (or group that cannot be split), then `bonus` and `deduct`; NaN where none. */
  parts: Map<string, Float64Array>;
  /** Bonus minus deductions, where the unit has a score. */
  adjustment: Float64Array;
  /** The root score with the adjustment, before rounding. */
  total: Float64Array;
  /** `total` rounded half up; ranks are computed from it. */
  scores: Float64Array;
};

const ADJUSTMENTS = ["bonus", "deduct"] as const;

/** Applies a checked scheme to the columns of a checked table with `units` rows. */
export function evaluate(scheme: Scheme, columns: TableColumns, units: number): Evaluated {
  const nodes = new Map<string, Float64Array>();
  scoreNode(scheme.root, columns, nodes);
  spreadExclusion(scheme.root, nodes);
  const parts = splitScores(scheme.root, nodes);
  const root = nodes.get(scheme.root.id) ?? new Float64Array(units);
  const { bonus, deduct } = scheme.adjust ?? {};
  if (bonus) parts.set("bonus", pointsOf(root, columns.get(bonus.column), 1, bonus.max));
  if (deduct) parts.set("deduct", pointsOf(root, columns.get(deduct.column), -1));
  const adjustment = new Float64Array(units);
  for (const id of scheme.adjust ? ADJUSTMENTS : []) {
    parts.get(id)?.forEach((points, i) => {
      if (!Number.isNaN(points)) adjustment[i] = (adjustment[i] ?? 0) + points;
    });
  }
  const total = root.map((score, i) => score + (adjustment[i] ?? 0));
  return { nodes, parts, adjustment, total, scores: roundAll(total, scheme.decimals) };
}

function roundAll(values: Float64Array, decimals: number): Float64Array {
  return values.map((value) => roundHalfUp(value, decimals));
}

function scoreNode(node: SchemeNode, columns: TableColumns, nodes: Map<string, Float64Array>): Float64Array {
  nodes.set(node.id, new Float64Array(0));
  const scores = isGroup(node)
    ? aggregate(
        node,
        node.children.map((child) => ({ weight: child.weight, scores: scoreNode(child, columns, nodes) })),
      )
    : leafScores(node, columns);
  nodes.set(node.id, scores);
  return scores;
}

/** A unit lacking a mandatory value (`na: exclude`) has no score at any level above it. */
function spreadExclusion(node: SchemeNode, nodes: Map<string, Float64Array>): boolean[] {
  const own = nodes.get(node.id) ?? new Float64Array(0);
  if (!isGroup(node)) return node.na === "exclude" ? Array.from(own, Number.isNaN) : [];
  const excluded = new Array<boolean>(own.length).fill(false);
  for (const child of node.children) {
    spreadExclusion(child, nodes).forEach((out, i) => {
      if (out) excluded[i] = true;
    });
  }
  excluded.forEach((out, i) => {
    if (out) own[i] = Number.NaN;
  });
  return excluded;
}

/** The points of one adjustment; NaN where there are none, or no score to adjust. */
function pointsOf(
  root: Float64Array,
  cells: Float64Array | undefined,
  sign: 1 | -1,
  max = Number.POSITIVE_INFINITY,
): Float64Array {
  return root.map((score, i) => {
    const points = Math.min(cells?.[i] ?? Number.NaN, max);
    return Number.isNaN(score) || points === 0 ? Number.NaN : sign * points;
  });
}
