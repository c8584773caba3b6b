import { ranksOfRounded } from "./ranks-of-rounded.ts";
import { roundHalfUp } from "./round-half-up.ts";
import type { ScoreResult } from "./score-table.ts";

export type RankMove = {
  id: string;
  /** D: points gained since the quarter before, rounded; null unless scored in both. */
  delta: number | null;
  deltaRank: number | null;
  /** G: gain as a share of the distance to the highest score (a loss: of the score), rounded. */
  gap: number | null;
  gapRank: number | null;
};

/**
 * Ranks the changes between two quarters of one scheme (scoring.md 2), in the order of `after`: by points gained, and
 * by gap closed, each with standard competition ranks. Computed from unrounded scores, then rounded to `decimals`.
 * `max`: the scheme's highest score; when null, rises have no gap. Throws when the schemes differ.
 */
export function deltaRanks(
  before: ScoreResult,
  after: ScoreResult,
  { max, decimals = 4 }: { max: number | null; decimals?: number },
): RankMove[] {
  if (before.scheme !== after.scheme)
    throw new Error(`scores of scheme ${before.scheme} and of ${after.scheme} cannot be compared`);
  const earlier = new Map(before.units.map((unit) => [unit.id, unit.unrounded]));
  const moves = after.units.map(({ id, unrounded }): RankMove => {
    const from = earlier.get(id) ?? null;
    const unplaced = { id, delta: null, deltaRank: null, gap: null, gapRank: null };
    if (from === null || unrounded === null) return unplaced;
    const gap = gapClosing(from, unrounded, max);
    const delta = roundHalfUp(unrounded - from, decimals);
    return { ...unplaced, delta, gap: gap === null ? null : roundHalfUp(gap, decimals) };
  });
  const deltaRank = ranksOf(moves, "delta", decimals);
  const gapRank = ranksOf(moves, "gap", decimals);
  moves.forEach((move, i) => {
    move.deltaRank = deltaRank[i] || null;
    move.gapRank = gapRank[i] || null;
  });
  return moves;
}

/**
 * G = D / (max - before) for a rise, D / before for a fall (scoring.md 2), which makes improvements near the top
 * visible. Null when the divisor is zero.
 */
export function gapClosing(before: number, after: number, max: number | null): number | null {
  const delta = after - before;
  const room = delta >= 0 ? (max ?? Number.NaN) - before : before;
  return room > 0 ? delta / room : null;
}

function ranksOf(moves: RankMove[], by: "delta" | "gap", decimals: number): Int32Array {
  const values = new Float64Array(moves.length);
  for (let i = 0; i < moves.length; i += 1) values[i] = moves[i]?.[by] ?? Number.NaN;
  return ranksOfRounded(values, decimals);
}
