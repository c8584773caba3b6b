import { explainChange, type ScoreDifference, type ScoreTerm } from "../scoring/explain-change.ts";
import type { ScoredUnit, ScoreResult } from "../scoring/score-table.ts";
import { type Frozen, isComparable, isJustBefore, scoredOf, unitOf } from "./frozen.ts";
import { type LostPoints, lostPoints } from "./lost-points.ts";
import { type RankMoves, type Rival, rankMoves, rivalOf } from "./rank-moves.ts";
import { opposingContributions, topContributions } from "./top-contributions.ts";

// "为什么是第五": the facts that explain a place, selected and ordered; the wording is in cards.

/** The facts behind one town's place. */
export type RankStory = {
  town: string;
  rank: number;
  /** Number of ranked towns, and the towns that share this place. */
  ranked: number;
  tiedWith: string[];
  /** As published, rounded. */
  score: number;
  /** Null when the town was not ranked the quarter before. */
  previousRank: number | null;
  /**
   * Change against the quarter before, of the same year and scheme: `terms` sum to `total`; `main` are the one to
   * three largest terms in its direction, `against` those of the opposite sign.
   */
  change: (ScoreDifference & { main: ScoreTerm[]; against: ScoreTerm[] }) | null;
  moves: RankMoves | null;
  /** The nearest towns ahead and behind; null for the first and the last. */
  ahead: Rival | null;
  behind: Rival | null;
  /** Points lost against full marks, largest first. */
  lost: LostPoints[];
};

/** The explanation, or why there is none. */
export type ExplainedRank =
  | ({ ok: true } & RankStory)
  | { ok: false; reason: "unknown_town" | "not_reported" | "not_ranked" };

/** Explains a town's place (scoring.md 3). `previous`: the ranking before, if any. */
export function explainRank(now: Frozen, previous: Frozen | null, town: string): ExplainedRank {
  const row = now.result.rows.find((candidate) => candidate.town === town);
  if (!row) return { ok: false, reason: "unknown_town" };
  if (row.rank === null || row.score === null)
    return { ok: false, reason: row.standing === "not_reported" ? "not_reported" : "not_ranked" };
  const after = scoredOf(now);
  const unit = unitOf(after, town);
  if (!unit) throw new Error(`${town} has a row but no score`);
  const before = previous && isJustBefore(now, previous) ? scoredOf(previous) : null;
  const was = before && unitOf(before, town);
  const change = was && previous && isComparable(now, previous) ? changeOf(was, unit) : null;
  const ranked = after.units.filter(({ rank }) => rank !== null);
  return {
    ok: true,
    town,
    rank: row.rank,
    ranked: ranked.length,
    tiedWith: ranked.filter(({ id, rank }) => id !== town && rank === row.rank).map(({ id }) => id),
    score: row.score,
    previousRank: was?.rank ?? null,
    change,
    moves: before && rankMoves(before, after, town),
    ...neighbours(after, unit),
    lost: lostPoints(now.scheme, unit),
  };
}

function changeOf(was: ScoredUnit, unit: ScoredUnit): RankStory["change"] {
  const difference = explainChange(was, unit);
  if (!difference) return null;
  const sign = difference.total < 0 ? -1 : 1;
  return {
    ...difference,
    main: topContributions(difference.terms, sign),
    against: opposingContributions(difference.terms, sign),
  };
}

/** The last unit of the place above and the first of the place below. */
function neighbours({ units }: ScoreResult, own: ScoredUnit): Pick<RankStory, "ahead" | "behind"> {
  const score = own.score ?? 0;
  const above = units.filter((unit) => unit.score !== null && unit.score > score).at(-1);
  const below = units.find((unit) => unit.score !== null && unit.score < score);
  return {
    ahead: above ? rivalBetween(above.id, above, own) : null,
    behind: below ? rivalBetween(below.id, own, below) : null,
  };
}

function rivalBetween(id: string, front: ScoredUnit, back: ScoredUnit): Rival {
  const { total, terms } = explainChange(back, front) ?? { total: 0, terms: [] };
  return rivalOf({
    id,
    gap: total,
    reasons: terms.filter(({ points }) => points > 0),
    against: terms.filter(({ points }) => points < 0),
  });
}
