import type { ScoreTerm } from "../scoring/explain-change.ts";
import { type Overtaking, overtaken, overtook } from "../scoring/overtaken.ts";
import type { ScoredUnit, ScoreResult } from "../scoring/score-table.ts";
import { unitsById } from "../scoring/units-by-id.ts";
import { unitOf } from "./frozen.ts";
import { opposingContributions, topContributions } from "./top-contributions.ts";

/** A town ahead or behind: `reasons`, one to three terms for it, and `against`, the terms of the opposite sign. */
export type Rival = { town: string; gap: number; reasons: ScoreTerm[]; against: ScoreTerm[] };

/**
 * The parts of a change of place: new rank = old rank + `overtakers` + `entered` - `wasAhead`. `overtook`: towns now
 * behind that were ahead or level, with reasons; `wasAhead`: all towns that are no longer ahead.
 */
export type RankMoves = {
  overtakers: Rival[];
  /** Ahead now, not scored the quarter before. */
  entered: string[];
  overtook: Rival[];
  /** Ahead the quarter before and not now: passed, drawn level with, or without a score. */
  wasAhead: Array<{ town: string; now: "behind" | "level" | "not_ranked" }>;
};

/** How `town` moved from its previous place to its present one; null unless it was ranked in both quarters. */
export function rankMoves(before: ScoreResult, after: ScoreResult, town: string): RankMoves | null {
  const [own, was] = [unitOf(after, town), unitOf(before, town)];
  if (!own || !was || own.rank === null || was.rank === null) return null;
  const [earlier, later] = [unitsById(before), unitsById(after)];
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

/** As seen from the town ahead. */
export function rivalOf({ id, gap, reasons, against }: Overtaking): Rival {
  if (reasons.length + against.length === 0) return { town: id, gap, reasons: [], against: [] };
  const terms = [...reasons, ...against];
  return { town: id, gap, reasons: topContributions(terms, 1), against: opposingContributions(terms, 1) };
}

function isAhead(front: Pick<ScoredUnit, "score">, back: Pick<ScoredUnit, "score">): boolean {
  return front.score !== null && back.score !== null && front.score > back.score;
}
