import type { ScoreTerm } from "../scoring/explain-change.ts";
import { type Overtaking, overtaken, overtook } from "../scoring/overtaken.ts";
import type { ScoredUnit, ScoreResult } from "../scoring/score-table.ts";
import { unitOf } from "./frozen.ts";
import { opposingContributions, topContributions } from "./top-contributions.ts";

/** Another town, and why it is in front or behind: one to three reasons, then what weighed against them. */
export type Rival = { town: string; gap: number; reasons: ScoreTerm[]; against: ScoreTerm[] };

/**
 * Everything a change of place is made of: new rank = old rank + `overtakers` + `entered` - `wasAhead`. The towns in
 * `overtook` are those now behind that were ahead or level, told with reasons; `wasAhead` is all that are ahead no more.
 */
export type RankMoves = {
  overtakers: Rival[];
  /** Ahead now, without a score the quarter before. */
  entered: string[];
  overtook: Rival[];
  /** Ahead the quarter before and not any more: passed, caught up with, or without a score now. */
  wasAhead: Array<{ town: string; now: "behind" | "level" | "not_ranked" }>;
};

/** How `town` came from its place the quarter before to its place now; null unless it was ranked in both. */
export function rankMoves(before: ScoreResult, after: ScoreResult, town: string): RankMoves | null {
  const [own, was] = [unitOf(after, town), unitOf(before, town)];
  if (!own || !was || own.rank === null || was.rank === null) return null;
  const earlier = new Map(before.units.map((unit) => [unit.id, unit]));
  const later = new Map(after.units.map((unit) => [unit.id, unit]));
  const entered = after.units.filter(
    (unit) => isAhead(unit, own) && (earlier.get(unit.id)?.score ?? null) === null,
  );
  const wasAhead = before.units
    .filter((unit) => isAhead(unit, was))
    .flatMap(({ id }): RankMoves["wasAhead"] => {
      const unit = later.get(id);
      if (!unit || unit.score === null) return [{ town: id, now: "not_ranked" }];
      if (isAhead(unit, own)) return [];
      return [{ town: id, now: isAhead(own, unit) ? "behind" : "level" }];
    });
  return {
    overtakers: overtaken(before, after, town).map(rivalOf),
    entered: entered.map(({ id }) => id),
    overtook: overtook(before, after, town).map(rivalOf),
    wasAhead,
  };
}

/** Told from the one in front. */
export function rivalOf({ id, gap, reasons, against }: Overtaking): Rival {
  const terms = [...reasons, ...against];
  return { town: id, gap, reasons: topContributions(terms, 1), against: opposingContributions(terms, 1) };
}

function isAhead(front: Pick<ScoredUnit, "score">, back: Pick<ScoredUnit, "score">): boolean {
  return front.score !== null && back.score !== null && front.score > back.score;
}
