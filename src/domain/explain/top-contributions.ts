import type { ScoreTerm } from "../scoring/explain-change.ts";

/** Smaller terms would print as 0.00. */
const LEAST = 0.005;
const ENOUGH = 0.8;

/**
 * The largest terms of one sign, until they make up four fifths of that sign's points; at most `most`. Expects terms
 * ordered largest first, as `explainChange` returns them.
 */
export function topContributions(terms: readonly ScoreTerm[], sign: 1 | -1, most = 3): ScoreTerm[] {
  const own = terms.filter(({ points }) => points * sign >= LEAST);
  const whole = own.reduce((sum, { points }) => sum + Math.abs(points), 0);
  const told: ScoreTerm[] = [];
  let sum = 0;
  for (const term of own) {
    if (told.length >= most || sum >= whole * ENOUGH) break;
    told.push(term);
    sum += Math.abs(term.points);
  }
  return told;
}

/** The largest terms of the opposite sign if they weigh at least half as much as the main ones; else empty. */
export function opposingContributions(terms: readonly ScoreTerm[], sign: 1 | -1): ScoreTerm[] {
  const pointsOf = (side: 1 | -1) => terms.reduce((sum, { points }) => sum + Math.max(0, points * side), 0);
  return pointsOf(sign === 1 ? -1 : 1) * 2 >= pointsOf(sign)
    ? topContributions(terms, sign === 1 ? -1 : 1, 2)
    : [];
}
