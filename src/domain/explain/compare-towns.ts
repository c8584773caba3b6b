import { explainChange, type ScoreTerm } from "../scoring/explain-change.ts";
import { type Frozen, scoredOf, unitOf } from "./frozen.ts";
import { topContributions } from "./top-contributions.ts";

export type Comparison =
  | {
      ok: true;
      /** Points of `b` less those of `a`, before rounding. */
      gap: number;
      /** The whole gap by indicator, largest first whichever the sign; they sum to `gap`. */
      terms: ScoreTerm[];
      /** Where `a` has less (points above zero) and where it has more (below zero): the few that tell most. */
      worse: ScoreTerm[];
      better: ScoreTerm[];
      level: boolean;
    }
  | { ok: false; reason: "unknown_town" | "same_town" | "not_scored"; town: string };

/** "和信义比差在哪": two towns of one ranking, `a` seen against `b`. */
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
