import { checkScheme } from "./check-scheme.ts";
import { checkTable } from "./check-table.ts";
import { competitionRanks } from "./competition-ranks.ts";
import { type Evaluated, evaluate } from "./evaluate.ts";
import type { Scheme } from "./scheme.ts";
import { schemeColumns } from "./scheme-tree.ts";
import type { ScoreTable } from "./table.ts";
import { readColumns } from "./table-columns.ts";

/** One unit's scores, rank and contributions. */
export type ScoredUnit = {
  id: string;
  /** Rounded half up to the scheme's decimals; null when the unit is N/A or excluded. */
  score: number | null;
  /** Standard competition rank on the rounded score; null without a score. */
  rank: number | null;
  /** The score as computed; differences between quarters use it. */
  unrounded: number | null;
  /** Every node's own score, before weights, rounding and adjustment. */
  nodes: Record<string, number | null>;
  /**
   * Points of the score by indicator (a geometric or harmonic group is one entry under its own id), then `bonus` and
   * `deduct` (negative) where not zero. They sum to `unrounded`.
   */
  contributions: Record<string, number>;
};
export type ScoreResult = { scheme: string; units: ScoredUnit[] };

/** A scheme or table that cannot be scored; the message has one line for each problem. */
export class CannotScore extends Error {
  override name = "CannotScore";
}

/**
 * Scores and ranks every row (scoring.md 8): ranked units first, best first, ties in table order; then the unranked
 * units in table order. Throws `CannotScore` for everything `checkScheme` or `checkTable` reports, and for figures too
 * large to compute with.
 */
export function scoreTable(scheme: Scheme, table: ScoreTable): ScoreResult {
  const evaluated = evaluateTable(scheme, table);
  const ranks = competitionRanks(evaluated.scores);
  const nodes = Array.from(evaluated.nodes);
  const parts = Array.from(evaluated.parts);
  // Copying one blank record gives all units the same object shape, twice as fast as adding keys one by one.
  const blank: ScoredUnit["nodes"] = Object.fromEntries(nodes.map(([id]) => [id, null]));
  const units = listOrder(ranks).map((row) => ({
    id: table.rows[row]?.id ?? "",
    score: orNull(evaluated.scores[row]),
    rank: ranks[row] || null,
    unrounded: orNull(evaluated.total[row]),
    nodes: nodeScores({ ...blank }, nodes, row),
    contributions: contributionsOf(parts, row),
  }));
  return { scheme: scheme.id, units };
}

/** The same checks and figures, in columns and in table order. */
export function evaluateTable(scheme: Scheme, table: ScoreTable): Evaluated {
  const problems = checkScheme(scheme);
  if (problems.length > 0) throw new CannotScore(problems.join("\n"));
  const columns = readColumns(table, schemeColumns(scheme));
  problems.push(...checkTable(scheme, table, columns).slice(0, 20));
  if (problems.length > 0) throw new CannotScore(problems.join("\n"));
  const evaluated = evaluate(scheme, columns, table.rows.length);
  refuseOverflow(table, evaluated);
  return evaluated;
}

/** Units of rank r take the places from r on, in table order; unranked ones follow. */
function listOrder(ranks: Int32Array): number[] {
  const order = new Array<number>(ranks.length).fill(0);
  const placed = new Int32Array(ranks.length + 1);
  let unranked = ranks.reduce((ranked, rank) => ranked + (rank > 0 ? 1 : 0), 0);
  ranks.forEach((rank, row) => {
    const tied = placed[rank] ?? 0;
    if (rank > 0) order[rank - 1 + tied] = row;
    else order[unranked++] = row;
    placed[rank] = tied + 1;
  });
  return order;
}

function nodeScores(blank: ScoredUnit["nodes"], nodes: Array<[string, Float64Array]>, row: number) {
  for (const [id, scores] of nodes) blank[id] = orNull(scores[row]);
  return blank;
}

function contributionsOf(parts: Array<[string, Float64Array]>, row: number): ScoredUnit["contributions"] {
  const contributions: ScoredUnit["contributions"] = {};
  for (const [id, points] of parts) {
    const own = points[row] ?? Number.NaN;
    if (!Number.isNaN(own)) contributions[id] = own;
  }
  return contributions;
}

function orNull(value: number | undefined): number | null {
  return value === undefined || Number.isNaN(value) ? null : value;
}

function refuseOverflow(table: ScoreTable, { nodes, total }: Evaluated): void {
  for (const [node, scores] of [...nodes, ["score", total] as const]) {
    const above = scores.indexOf(Number.POSITIVE_INFINITY);
    const row = above >= 0 ? above : scores.indexOf(Number.NEGATIVE_INFINITY);
    if (row >= 0)
      throw new CannotScore(`row ${table.rows[row]?.id}, node ${node}: the figures are too large`);
  }
}
