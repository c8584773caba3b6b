import { previousInYear, previousPeriod } from "../calendar/period.ts";
import type { Publication } from "../ranking/publication.ts";
import { type ScoredUnit, type ScoreResult, scoreTable } from "../scoring/score-table.ts";
import { unitsById } from "../scoring/units-by-id.ts";

/** The parts of a ranking an explanation needs, whether published or provisional. */
export type Frozen = Pick<Publication, "period" | "scheme" | "inputs" | "result">;

// A frozen ranking never changes, so its scores are converted once for all explanations.
const read = new WeakMap<Frozen, ScoreResult>();

/**
 * A frozen ranking in the engine's shape, ranked towns first. Scores, ranks and points are the frozen ones; only each
 * indicator's own score is computed again, from the frozen inputs.
 */
export function scoredOf(frozen: Frozen): ScoreResult {
  const known = read.get(frozen);
  if (known) return known;
  const scored = readAnew(frozen);
  read.set(frozen, scored);
  return scored;
}

function readAnew({ scheme, inputs, result }: Frozen): ScoreResult {
  const anew = inputs.table.rows.length === 0 ? [] : scoreTable(scheme, inputs.table).units;
  const nodes = new Map(anew.map((unit) => [unit.id, unit.nodes]));
  const units = result.rows.map(({ town, score, rank, unrounded, contributions }) => ({
    id: town,
    score,
    rank,
    unrounded,
    nodes: nodes.get(town) ?? {},
    contributions,
  }));
  return { scheme: scheme.id, units };
}

/** A town's unit of a scored ranking; null when it is not in it. */
export function unitOf(scored: ScoreResult, town: string): ScoredUnit | null {
  return unitsById(scored).get(town) ?? null;
}

/** Whether scores may be subtracted: consecutive quarters of one year under one scheme (scoring.md 2). */
export function isComparable(now: Frozen, previous: Frozen): boolean {
  return previous.scheme.id === now.scheme.id && previous.period === previousInYear(now.period);
}

/** Whether places may be compared: `previous` is the quarter directly before, under any scheme. */
export function isJustBefore(now: Frozen, previous: Frozen): boolean {
  return previous.period === previousPeriod(now.period);
}
