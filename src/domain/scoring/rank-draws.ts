import { competitionRanks } from "./competition-ranks.ts";
import { mulberry32 } from "./mulberry32.ts";
import { ranksOfRounded } from "./ranks-of-rounded.ts";
import { reweigher } from "./reweigher.ts";
import { roundHalfUp } from "./round-half-up.ts";
import type { Scheme } from "./scheme.ts";
import { nodesOf } from "./scheme-tree.ts";
import { evaluateTable } from "./score-table.ts";
import type { ScoreTable } from "./table.ts";

export type BandOptions = { spread: number; draws: number; seed: number };

const STANDARD: BandOptions = { spread: 0.25, draws: 1000, seed: 20260930 };

const RUN = 32;

/** Computes ranks with a factor on each node's own weight, indexed as in `nodesOf`. */
type Rerank = (factors: Float64Array) => Int32Array;

/** Ranks of a table's rows under varied weights; 0 where a row is not ranked. */
export type RankDraws = {
  published: Int32Array;
  /** Best and worst rank when each weight alone is decreased and increased by the spread. */
  range: { best: Int32Array; worst: Int32Array };
  draws: number;
  /** The ranks of all draws, row by row. */
  drawn: Uint32Array;
};

/**
 * Ranks under varied weights (scoring.md 3). The weights of all nodes below the root vary, in file order; a draw
 * multiplies each by 1 + spread (2u - 1), with u from one mulberry32 stream. Missing values, bonus and deductions stay
 * as they are. Throws like `scoreTable`.
 */
export function rankDraws(scheme: Scheme, table: ScoreTable, options: Partial<BandOptions> = {}): RankDraws {
  const { spread, draws, seed } = { ...STANDARD, ...options };
  const evaluated = evaluateTable(scheme, table);
  const reweigh = reweigher(scheme, evaluated);
  const rounded = new Float64Array(table.rows.length);
  const rerank: Rerank = (factors) => {
    const totals = reweigh(factors);
    for (let i = 0; i < rounded.length; i += 1)
      rounded[i] = roundHalfUp(totals[i] ?? Number.NaN, scheme.decimals);
    return ranksOfRounded(rounded, scheme.decimals);
  };
  const nodes = nodesOf(scheme.root).length;
  const published = competitionRanks(evaluated.scores);
  return {
    published,
    range: oneAtATime(nodes, published, spread, rerank),
    draws,
    drawn: drawnRanks(nodes, published.length, { spread, draws, seed }, rerank),
  };
}

/** The published rank is part of its own band. */
function oneAtATime(nodes: number, published: Int32Array, spread: number, rerank: Rerank) {
  const [best, worst] = [published.slice(), published.slice()];
  for (let node = 1; node < nodes; node += 1) {
    for (const factor of [1 - spread, 1 + spread]) {
      const factors = new Float64Array(nodes).fill(1);
      factors[node] = factor;
      rerank(factors).forEach((rank, row) => {
        best[row] = Math.min(best[row] ?? rank, rank);
        worst[row] = Math.max(worst[row] ?? rank, rank);
      });
    }
  }
  return { best, worst };
}

/** Filled in blocks of draws, so that memory is written sequentially. */
function drawnRanks(
  nodes: number,
  units: number,
  { spread, draws, seed }: BandOptions,
  rerank: Rerank,
): Uint32Array {
  const next = mulberry32(seed);
  // The root has no weight to vary.
  const factors = () =>
    Float64Array.from({ length: nodes }, (_, i) => (i === 0 ? 1 : 1 + spread * (2 * next() - 1)));
  const drawn = new Uint32Array(units * draws);
  for (let from = 0; from < draws; from += RUN) {
    const run = Array.from({ length: Math.min(RUN, draws - from) }, () => rerank(factors()));
    for (let row = 0; row < units; row += 1) {
      for (let i = 0; i < run.length; i += 1) drawn[row * draws + from + i] = run[i]?.[row] ?? 0;
    }
  }
  return drawn;
}
