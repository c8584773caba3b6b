import { explainChange, type ScoreTerm } from "./explain-change.ts";
import type { ScoredUnit, ScoreResult } from "./score-table.ts";
import { unitsById } from "./units-by-id.ts";

/** Changes of order that are explained; of more, nobody reads the reasons. */
const EXPLAINED = 8;

/** One change of order between two units, with its reasons if it is one of the eight with the largest gaps. */
export type Overtaking = {
  /** The other unit. */
  id: string;
  /** Present lead of the unit ahead, before rounding. */
  gap: number;
  /** Terms in which the unit ahead has more points, largest first. */
  reasons: ScoreTerm[];
  /** Terms in which it has fewer (negative points), largest first. */
  against: ScoreTerm[];
};

/** The units that passed `id` since the quarter before (scoring.md 3): not ahead then, ahead now. Largest gap first. */
export function overtaken(before: ScoreResult, after: ScoreResult, id: string): Overtaking[] {
  return overtakings(before, after, id, "ahead");
}

/** The units `id` passed since the quarter before: not behind then, behind now. Largest gap first. */
export function overtook(before: ScoreResult, after: ScoreResult, id: string): Overtaking[] {
  return overtakings(before, after, id, "behind");
}

function overtakings(
  before: ScoreResult,
  after: ScoreResult,
  id: string,
  others: "ahead" | "behind",
): Overtaking[] {
  const own = unitsById(after).get(id);
  const earlier = unitsById(before);
  if (!own) return [];
  const passing = after.units.flatMap((other) => {
    const [front, back] = others === "ahead" ? [other, own] : [own, other];
    if (!isAhead(front, back)) return [];
    const frontWas = earlier.get(front.id)?.score ?? null;
    const backWas = earlier.get(back.id)?.score ?? null;
    if (frontWas === null || backWas === null || frontWas > backWas) return [];
    return [{ id: other.id, front, back, gap: (front.unrounded ?? 0) - (back.unrounded ?? 0) }];
  });
  return passing
    .sort((a, b) => b.gap - a.gap)
    .map(({ id, front, back, gap }, i) =>
      i < EXPLAINED ? overtaking(id, front, back) : { id, gap, reasons: [], against: [] },
    );
}

/** By rounded score, as ranks are. */
function isAhead(front: ScoredUnit, back: ScoredUnit): boolean {
  return front.score !== null && back.score !== null && front.score > back.score;
}

function overtaking(id: string, front: ScoredUnit, back: ScoredUnit): Overtaking {
  const { total, terms } = explainChange(back, front) ?? { total: 0, terms: [] };
  return {
    id,
    gap: total,
    reasons: terms.filter((term) => term.points > 0),
    against: terms.filter((term) => term.points < 0),
  };
}
