import { rankDraws } from "../scoring/rank-draws.ts";
import { type RankBand, weightBand } from "../scoring/weight-band.ts";
import type { Frozen } from "./frozen.ts";

/** By town. The bands of a publication never change, so a caller may cache them by its hash. */
export type RankBands = ReadonlyMap<string, RankBand>;

/** The rank band of every ranked town: each weight varied alone, and the thousand seeded draws (scoring.md 3). */
export function bandsOf({ scheme, inputs }: Frozen): RankBands {
  if (inputs.table.rows.length === 0) return new Map();
  return new Map(weightBand(scheme, inputs.table).map((band) => [band.id, band]));
}

/**
 * Whether the order of two towns is uncertain: their central 90 % of ranks over the draws (5th to 95th percentile)
 * overlap. False when one of them is not ranked.
 */
export function notReallyDifferent(bands: RankBands, a: string, b: string): boolean {
  const [one, other] = [bands.get(a)?.drawn, bands.get(b)?.drawn];
  return one !== undefined && other !== undefined && one.p5 <= other.p95 && other.p5 <= one.p95;
}

/** Towns on other places whose order with this town is uncertain, best first. */
export function alikeTo(bands: RankBands, town: string): string[] {
  const own = bands.get(town);
  return [...bands.values()]
    .filter((band) => band.rank !== own?.rank && notReallyDifferent(bands, town, band.id))
    .sort((a, b) => a.rank - b.rank)
    .map(({ id }) => id);
}

/**
 * The share of draws (0 to 1) in which the town ahead stays ahead; null when one is not ranked or they are level.
 * Repeats the draws, so call it for single questions only.
 */
export function orderStays({ scheme, inputs }: Frozen, a: string, b: string): number | null {
  const rowOf = (town: string) => inputs.table.rows.findIndex(({ id }) => id === town);
  const [one, other] = [rowOf(a), rowOf(b)];
  if (one < 0 || other < 0) return null;
  const { published, drawn, draws } = rankDraws(scheme, inputs.table);
  const [rankA, rankB] = [published[one] ?? 0, published[other] ?? 0];
  if (rankA === 0 || rankB === 0 || rankA === rankB) return null;
  const [front, back] = rankA < rankB ? [one, other] : [other, one];
  let same = 0;
  for (let i = 0; i < draws; i += 1)
    if ((drawn[front * draws + i] ?? 0) < (drawn[back * draws + i] ?? 0)) same += 1;
  return same / draws;
}
