import type { PeriodId } from "../../../src/domain/calendar/period.ts";
import type { Frozen } from "../../../src/domain/explain/frozen.ts";
import type { FrozenRow } from "../../../src/domain/ranking/publication.ts";
import type { Light } from "../../../src/domain/scoring/lights.ts";
import type { Scheme } from "../../../src/domain/scoring/scheme.ts";
import { scoreTable } from "../../../src/domain/scoring/score-table.ts";
import type { ScoreTable } from "../../../src/domain/scoring/table.ts";
import { workedTable } from "../../fixtures/worked-example.ts";
import { schemeV1 } from "../scoring/scheme-v1.ts";

/** A ranking frozen as if published by the office. */
export function frozen(
  period: PeriodId,
  scheme: Scheme,
  table: ScoreTable,
  notReported: string[] = [],
): Frozen {
  const units = table.rows.length === 0 ? [] : scoreTable(scheme, table).units;
  const light: Light = "grey";
  const common = { previousRank: null, delta: null, light, ownLight: light };
  const rows = units.map(({ id, score, rank, unrounded, contributions }): FrozenRow => {
    const standing = rank === null ? "not_ranked" : "ranked";
    return { town: id, score, rank, unrounded, contributions, standing, ...common };
  });
  const absent = notReported.map((town): FrozenRow => {
    const nothing = { score: null, rank: null, unrounded: null, contributions: {} };
    return { town, standing: "not_reported", ...nothing, ...common };
  });
  return {
    period,
    scheme,
    inputs: { table, notReported, lateness: "scored" },
    result: { rows: [...rows, ...absent] },
  };
}

export const workedQ2 = frozen("2026Q2", schemeV1, workedTable(2));
export const workedQ3 = frozen("2026Q3", schemeV1, workedTable(3), ["shuangchi"]);
