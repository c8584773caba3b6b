import type { Programme } from "../programme/programme.ts";
import { deltaRanks } from "../scoring/delta-ranks.ts";
import { maxScore } from "../scoring/max-score.ts";
import { type Frozen, isComparable, scoredOf } from "./frozen.ts";

/** A town's places in the other leagues; null where there is nothing to rank. */
export type LeagueRow = {
  town: string;
  group: string;
  rank: number | null;
  score: number | null;
  /** Place among the ranked towns of its positioning group. */
  groupRank: number | null;
  groupSize: number;
  /** Points gained since the quarter before, and the place by that gain. */
  delta: number | null;
  deltaRank: number | null;
  /** Gain as a share of the distance to the highest score (a loss: of the distance to zero), and the place by it. */
  gapClosed: number | null;
  gapRank: number | null;
};

/**
 * Other leagues (peers.md 4): places within the positioning group, by progress and by gap closed, one row for each town
 * in ranking order. Progress needs the quarter before, of the same year and scheme. Towns no longer in the pack are
 * left out.
 */
export function leaguesOf(now: Frozen, previous: Frozen | null, programme: Programme): LeagueRow[] {
  const after = scoredOf(now);
  const groups = new Map(programme.towns.map(({ slug, group }) => [slug, group]));
  const { scheme } = now;
  const moves =
    previous && isComparable(now, previous)
      ? deltaRanks(scoredOf(previous), after, { max: maxScore(scheme), decimals: scheme.decimals })
      : [];
  const moved = new Map(moves.map((move) => [move.id, move]));
  const scores = new Map<string, number[]>(programme.groups.map(({ id }) => [id, []]));
  for (const { id, score } of after.units) if (score !== null) scores.get(groups.get(id) ?? "")?.push(score);
  const places = new Map([...scores].map(([group, of]) => [group, placesOf(of)]));
  return after.units.flatMap(({ id, rank, score }): LeagueRow[] => {
    const group = groups.get(id);
    if (group === undefined) return [];
    const move = moved.get(id);
    return [
      {
        town: id,
        group,
        rank,
        score,
        groupRank: score === null ? null : (places.get(group)?.get(score) ?? null),
        groupSize: scores.get(group)?.length ?? 0,
        delta: move?.delta ?? null,
        deltaRank: move?.deltaRank ?? null,
        gapClosed: move?.gap ?? null,
        gapRank: move?.gapRank ?? null,
      },
    ];
  });
}

/** The place of each score, the highest first; equal ones share it. */
function placesOf(scores: number[]): Map<number, number> {
  const places = new Map<number, number>();
  scores
    .toSorted((a, b) => b - a)
    .forEach((score, i) => {
      if (!places.has(score)) places.set(score, i + 1);
    });
  return places;
}
