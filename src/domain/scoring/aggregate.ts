import type { Group } from "./scheme.ts";

/** One child of a group: its weight among its siblings, and its score for every unit (NaN = N/A). */
export type Weighted = { weight: number; scores: Float64Array };

/**
 * The scores of a group for every unit: the mean of the children present, with their weights renormalised. NaN where
 * none or less than `minShare` of the weight is present. For the geometric and harmonic mean a child at or below zero
 * makes the group zero, so raising a child never lowers the group.
 */
export function aggregate(group: Pick<Group, "aggregate" | "minShare">, children: Weighted[]): Float64Array {
  const units = children[0]?.scores.length ?? 0;
  const sum = new Float64Array(units);
  const present = new Float64Array(units);
  let whole = 0;
  for (const { weight, scores } of children) {
    if (weight === 0) continue;
    whole += weight;
    addChild(group.aggregate, weight, scores, sum, present);
  }
  // The slack keeps a decimal share of exactly minShare from falling below it in binary.
  const least = whole * (group.minShare - 1e-9);
  for (let i = 0; i < units; i += 1) {
    const weight = present[i] ?? 0;
    sum[i] = weight > 0 && weight >= least ? mean(group.aggregate, sum[i] ?? 0, weight) : Number.NaN;
  }
  return sum;
}

function addChild(
  kind: Group["aggregate"],
  weight: number,
  scores: Float64Array,
  sum: Float64Array,
  present: Float64Array,
): void {
  for (let i = 0; i < scores.length; i += 1) {
    const score = scores[i] ?? Number.NaN;
    if (Number.isNaN(score)) continue;
    sum[i] = (sum[i] ?? 0) + weight * term(kind, score);
    present[i] = (present[i] ?? 0) + weight;
  }
}

function term(kind: Group["aggregate"], score: number): number {
  if (kind === "arithmetic") return score;
  if (kind === "geometric") return score > 0 ? Math.log(score) : Number.NEGATIVE_INFINITY;
  return score > 0 ? 1 / score : Number.POSITIVE_INFINITY;
}

function mean(kind: Group["aggregate"], sum: number, weight: number): number {
  if (kind === "geometric") return Math.exp(sum / weight);
  if (kind === "harmonic") return weight / sum;
  // Overflowing sums become infinite, so that they are refused and not taken for N/A.
  return Number.isNaN(sum) ? Number.POSITIVE_INFINITY : sum / weight;
}
