import type { ScoredUnit, ScoreResult } from "./score-table.ts";

const known = new WeakMap<ScoreResult, ReadonlyMap<string, ScoredUnit>>();

/** A result's units by id; kept with the result, which never changes. */
export function unitsById(result: ScoreResult): ReadonlyMap<string, ScoredUnit> {
  const units = known.get(result) ?? new Map(result.units.map((unit) => [unit.id, unit]));
  known.set(result, units);
  return units;
}
