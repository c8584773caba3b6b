import type { ScoredUnit } from "./score-table.ts";

export type ScoreTerm = {
  /** An indicator, a group that cannot be split, `bonus` or `deduct`. */
  id: string;
  /** Its share of the difference, in points of the score. */
  points: number;
  /** N/A on one of the two sides, so the points include the weight that moved to or from the other indicators. */
  na: boolean;
};
/** The difference between two scores. */
export type ScoreDifference = {
  /** Points of the score, before rounding. */
  total: number;
  /** Largest absolute value first, then by weight; they sum to `total`. */
  terms: ScoreTerm[];
};

/**
 * The difference of two scores by indicator (scoring.md 3): the differences of the contributions, which sum to the
 * total. The sides may be one unit in two quarters, or two units of one quarter ("和信义比差在哪"), under one scheme. An
 * indicator that became N/A changes the others' shares through the denominator. Null when either side has no score.
 */
export function explainChange(before: ScoredUnit, after: ScoredUnit): ScoreDifference | null {
  if (before.unrounded === null || after.unrounded === null) return null;
  const terms = Object.keys(after.contributions).map((id) => termOf(id, before, after));
  for (const id of Object.keys(before.contributions))
    if (after.contributions[id] === undefined) terms.push(termOf(id, before, after));
  const weightier = (id: string) => Math.max(after.contributions[id] ?? 0, before.contributions[id] ?? 0);
  terms.sort((a, b) => sizeOf(b) - sizeOf(a) || weightier(b.id) - weightier(a.id));
  return { total: after.unrounded - before.unrounded, terms };
}

function termOf(id: string, before: ScoredUnit, after: ScoredUnit): ScoreTerm {
  const [now, was] = [after.contributions[id], before.contributions[id]];
  // Without a score an indicator has no points either, so only those without points can be N/A.
  const na =
    (now === undefined && after.nodes[id] === null) || (was === undefined && before.nodes[id] === null);
  return { id, points: (now ?? 0) - (was ?? 0), na };
}

/** Rounded, so that binary rounding errors do not change the order of equal terms. */
function sizeOf({ points }: ScoreTerm): number {
  return Math.round(Math.abs(points) * 1e9);
}
