import type { Evaluated } from "./evaluate.ts";
import type { Group, Scheme, SchemeNode } from "./scheme.ts";
import { isGroup } from "./scheme-tree.ts";

// Recomputes totals for a thousand sets of weights. Which values a unit has does not depend on the weights, so it is
// computed once: scores are stored unit by unit, and units with the same missing values share one sum of weights.

/** The totals of all units under other weights: a factor on each node's own weight, indexed as in `nodesOf`. */
export type Reweigh = (factors: Float64Array) => Float64Array;

/** A node's scores; a group's are recomputed for every set of factors, in a reused array. */
type Member = { index: number; weight: number; own: Float64Array; anew: Reweigh | null };

/** Patterns of missing values, and the pattern of each unit; units without a score have the last one, all NaN. */
type Gaps = { of: Uint32Array; patterns: boolean[][] };

/** Same sums in the same order as `aggregate`, so unchanged weights give identical scores. */
export function reweigher({ root }: Scheme, { nodes, adjustment }: Evaluated): Reweigh {
  let next = 0;
  const member = (node: SchemeNode): Member => {
    const index = next++;
    const own = nodes.get(node.id) ?? new Float64Array(0);
    const anew = isGroup(node) ? groupAnew(node.aggregate, own, node.children.map(member)) : null;
    return { index, weight: node.weight, own, anew };
  };
  const { own, anew } = member(root);
  const total = new Float64Array(own.length);
  return (factors) => {
    const scores = anew ? anew(factors) : own;
    for (let i = 0; i < total.length; i += 1) total[i] = (scores[i] ?? Number.NaN) + (adjustment[i] ?? 0);
    return total;
  };
}

function groupAnew(aggregate: Group["aggregate"], own: Float64Array, children: Member[]): Reweigh {
  const counted = children.filter(({ weight }) => weight > 0);
  const width = counted.length;
  const terms = new Float64Array(own.length * width);
  const weights = new Float64Array(width);
  const gaps = gapsOf(own, counted);
  const out = new Float64Array(own.length);
  counted.forEach(({ own: scores }, at) => {
    putTerms(terms, scores, { at, width, aggregate });
  });
  return (factors) => {
    counted.forEach(({ index, weight, anew }, at) => {
      weights[at] = weight * (factors[index] ?? 1);
      if (anew) putTerms(terms, anew(factors), { at, width, aggregate });
    });
    const present = presentWeights(gaps, weights);
    for (let unit = 0, at = 0; unit < out.length; unit += 1) {
      let sum = 0;
      for (let child = 0; child < width; child += 1, at += 1) sum += (weights[child] ?? 0) * (terms[at] ?? 0);
      out[unit] = mean(aggregate, sum, present[gaps.of[unit] ?? 0] ?? Number.NaN);
    }
    return out;
  };
}

/** A missing child adds nothing. */
function putTerms(
  terms: Float64Array,
  scores: Float64Array,
  { at, width, aggregate }: { at: number; width: number; aggregate: Group["aggregate"] },
): void {
  for (let unit = 0; unit < scores.length; unit += 1) {
    const score = scores[unit] ?? Number.NaN;
    terms[unit * width + at] = Number.isNaN(score) ? 0 : term(aggregate, score);
  }
}

function term(aggregate: Group["aggregate"], score: number): number {
  if (aggregate === "arithmetic") return score;
  if (aggregate === "geometric") return score > 0 ? Math.log(score) : Number.NEGATIVE_INFINITY;
  return score > 0 ? 1 / score : Number.POSITIVE_INFINITY;
}

function mean(aggregate: Group["aggregate"], sum: number, weight: number): number {
  if (aggregate === "arithmetic") return sum / weight;
  return aggregate === "geometric" ? Math.exp(sum / weight) : weight / sum;
}

function gapsOf(own: Float64Array, children: Member[]): Gaps {
  const known = new Map<string, number>();
  const patterns: boolean[][] = [];
  const of = own.map((score, unit) => {
    if (Number.isNaN(score)) return -1;
    const there = children.map((child) => !Number.isNaN(child.own[unit]));
    const key = there.join();
    const pattern = known.get(key) ?? patterns.push(there) - 1;
    known.set(key, pattern);
    return pattern;
  });
  return { of: Uint32Array.from(of, (pattern) => (pattern < 0 ? patterns.length : pattern)), patterns };
}

function presentWeights({ patterns }: Gaps, weights: Float64Array): Float64Array {
  const present = new Float64Array(patterns.length + 1).fill(Number.NaN);
  patterns.forEach((there, pattern) => {
    let sum = 0;
    for (let at = 0; at < there.length; at += 1) if (there[at]) sum += weights[at] ?? 0;
    present[pattern] = sum;
  });
  return present;
}
