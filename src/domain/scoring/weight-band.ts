import { type BandOptions, rankDraws } from "./rank-draws.ts";
import type { Scheme } from "./scheme.ts";
import type { ScoreTable } from "./table.ts";

export type RankBand = {
  id: string;
  rank: number;
  /** Best and worst rank when each weight alone is decreased and increased by a quarter. */
  oneAtATime: { best: number; worst: number };
  /** Rank percentiles when all weights vary at once. */
  drawn: { p5: number; p50: number; p95: number };
  /** Share of the draws (0 to 1) in which the unit keeps its published rank. */
  stays: number;
};

/**
 * How much ranks depend on the weights (scoring.md 3): one band for each ranked unit, in table order. See `rankDraws`.
 */
export function weightBand(
  scheme: Scheme,
  table: ScoreTable,
  options: Partial<BandOptions> = {},
): RankBand[] {
  const { published, range, draws, drawn } = rankDraws(scheme, table, options);
  return table.rows.flatMap(({ id }, row) => {
    const rank = published[row] || null;
    if (rank === null) return [];
    const ranks = drawn.subarray(row * draws, (row + 1) * draws).sort();
    const oneAtATime = { best: range.best[row] ?? rank, worst: range.worst[row] ?? rank };
    return [{ id, rank, oneAtATime, drawn: percentiles(ranks), stays: shareOf(ranks, rank) }];
  });
}

/** Nearest-rank percentiles: the value at position ceil(p n) of the sorted draws. */
function percentiles(sorted: Uint32Array): RankBand["drawn"] {
  const at = (percent: number) => sorted[Math.ceil((percent * sorted.length) / 100) - 1] ?? 0;
  return { p5: at(5), p50: at(50), p95: at(95) };
}

function shareOf(ranks: Uint32Array, rank: number): number {
  let same = 0;
  for (const one of ranks) if (one === rank) same += 1;
  return same / ranks.length;
}
