import { explainChange, type ScoreTerm } from "../scoring/explain-change.ts";
import { type Frozen, scoredOf, unitOf } from "./frozen.ts";
import { topContributions } from "./top-contributions.ts";

/** The comparison of `a` with `b`, or why there is none. */
export type Comparison =
  | {
      ok: true;
      /** Score of `b` minus score of `a`, before rounding. */
      gap: number;
      /** The gap by indicator, largest absolute value first; the terms sum to `gap`. */
      terms: ScoreTerm[];
      /** The largest terms: `worse` where `a` has fewer points (positive), `better` where it has more (negative). */
      worse: ScoreTerm[];
      better: ScoreTerm[];
      level: boolean;
    }
  | { ok: false; reason: "unknown_town" | "same_town" | "not_scored"; town: string };

/** "和信义比差在哪": compares two towns of one ranking, from the side of `a`. */
export function compareTowns(now: Frozen, a: string, b: string): Comparison {
  const scored = scoredOf(now);
  const [own, other] = [unitOf(scored, a), unitOf(scored, b)];
  if (!own || !other) return { ok: false, reason: "unknown_town", town: own ? b : a };
  if (a === b) return { ok: false, reason: "same_town", town: a };
  const difference = explainChange(own, other);
  if (!difference) return { ok: false, reason: "not_scored", town: own.unrounded === null ? a : b };
  const { total, terms } = difference;
  return {
    ok: true,
    gap: total,
    terms,
    worse: topContributions(terms, 1),
    better: topContributions(terms, -1),
    level: own.score === other.score,
  };
}
