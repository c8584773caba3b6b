import type { ScoreTerm } from "../scoring/explain-change.ts";

/** Points that would be printed as 0.00 tell nobody anything. */
const LEAST = 0.005;
const ENOUGH = 0.8;

/**
 * The few terms that tell most of a difference: those of one sign, largest first, until four fifths of that sign's
 * points are told, at most `most`. Terms must come largest first, as `explainChange` gives them.
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

/** What worked the other way, where it weighs at least half as much as what is told; else nothing. */
export function opposingContributions(terms: readonly ScoreTerm[], sign: 1 | -1): ScoreTerm[] {
  const pointsOf = (side: 1 | -1) => terms.reduce((sum, { points }) => sum + Math.max(0, points * side), 0);
  return pointsOf(sign === 1 ? -1 : 1) * 2 >= pointsOf(sign)
    ? topContributions(terms, sign === 1 ? -1 : 1, 2)
    : [];
}
