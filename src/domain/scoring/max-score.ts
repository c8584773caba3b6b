import type { LeafValue, Scheme, SchemeNode } from "./scheme.ts";
import { isGroup } from "./scheme-tree.ts";

/**
 * The highest score of a scheme before bonus, with every indicator present (scoring.md 2: 103 for v1, from the cap of
 * 1.10 on a weight of 30). Null when an indicator has no upper limit (raw, uncapped, unclamped, efficacy).
 */
export function maxScore(scheme: Scheme): number | null {
  const max = maxOf(scheme.root);
  return Number.isFinite(max) ? max : null;
}

function maxOf(node: SchemeNode): number {
  if (!isGroup(node)) return maxOfValue(node.value);
  const children = node.children.filter((child) => child.weight > 0);
  const weight = children.reduce((sum, child) => sum + child.weight, 0);
  const sumOf = (term: (max: number) => number) =>
    children.reduce((sum, child) => sum + child.weight * term(maxOf(child)), 0);
  if (node.aggregate === "arithmetic") return sumOf((max) => max) / weight;
  if (children.some((child) => maxOf(child) <= 0)) return 0;
  return node.aggregate === "geometric"
    ? Math.exp(sumOf(Math.log) / weight)
    : weight / sumOf((max) => 1 / max);
}

function maxOfValue(value: LeafValue): number {
  switch (value.kind) {
    case "ratio":
      return value.out > 0 ? value.out * (value.cap ?? Number.POSITIVE_INFINITY) : 0;
    case "goalposts":
      return value.clamp ? Math.max(...value.out) : Number.POSITIVE_INFINITY;
    case "minmax":
      return Math.max(...value.out);
    case "late":
    case "penalty":
      return 100;
    case "efficacy":
    case "raw":
      return Number.POSITIVE_INFINITY;
  }
}
