import type { Programme } from "../../src/domain/programme/programme.ts";
import type { Ranking } from "../../src/domain/ranking/ranked-town.ts";
import { roundHalfUp } from "../../src/domain/scoring/round-half-up.ts";

// Scores have more decimals than readers need. Printed figures must still distinguish ranks and add up.

/**
 * The number of decimals for a list of scores: 2, or as many more (at most the scheme's) as needed for different scores
 * to print differently.
 */
export function scoreDecimals(scores: number[], schemeDecimals: number): number {
  const different = new Set(scores).size;
  let decimals = Math.min(2, schemeDecimals);
  while (
    decimals < schemeDecimals &&
    new Set(scores.map((score) => pointsText(score, decimals))).size < different
  )
    decimals += 1;
  return decimals;
}

const known = new WeakMap<Ranking, number>();

/** Decimals of a ranking's printed scores, on its card and on each town's own. */
export function decimalsOf({ programme, ranking }: { programme: Programme; ranking: Ranking }): number {
  const scores = () => ranking.rows.flatMap(({ score }) => (score === null ? [] : [score]));
  const decimals = known.get(ranking) ?? scoreDecimals(scores(), programme.scheme.decimals);
  known.set(ranking, decimals);
  return decimals;
}

/** `95.02`. */
export function pointsText(points: number, decimals: number): string {
  return roundHalfUp(points, decimals).toFixed(decimals);
}

/** `+6.88`, `-7.50`, `0.00`. */
export function signedPoints(points: number, decimals: number): string {
  const text = pointsText(points, decimals);
  return Number(text) > 0 ? `+${text}` : text;
}

/**
 * Rounds parts to `decimals` so that they add up to the rounded `total`: by largest remainder, earlier parts first
 * among equals.
 */
export function roundParts(parts: number[], total: number, decimals: number): number[] {
  const unit = 10 ** decimals;
  // Keeps six more decimals than printed; anything beyond is binary rounding error.
  const scaled = parts.map((part) => Number((part * unit).toFixed(6)));
  const floors = scaled.map(Math.floor);
  const missing = Math.round(roundHalfUp(total, decimals) * unit) - floors.reduce((sum, n) => sum + n, 0);
  const byLoss = scaled
    .map((value, i) => ({ i, lost: value - Math.floor(value) }))
    .sort((a, b) => Math.sign(missing) * (b.lost - a.lost) || a.i - b.i);
  const shared = Math.trunc(missing / Math.max(1, parts.length));
  const extra = new Set(byLoss.slice(0, Math.abs(missing % Math.max(1, parts.length))).map(({ i }) => i));
  return floors.map((floor, i) => (floor + shared + (extra.has(i) ? Math.sign(missing) : 0)) / unit + 0);
}
