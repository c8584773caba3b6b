import { parseScheme } from "../../../src/domain/scoring/parse-scheme.ts";
import { scoreTable } from "../../../src/domain/scoring/score-table.ts";
import type { ScoreTable } from "../../../src/domain/scoring/table.ts";

/** A scheme with the given root fields, and a table of rows u0, u1, … for it. */
export function schemeOf(root: object, extra: object = {}) {
  const parsed = parseScheme({ id: "s", root: { id: "total", aggregate: "arithmetic", ...root }, ...extra });
  if (!parsed.ok) throw new Error(parsed.problems.join("\n"));
  return parsed.scheme;
}

export const raw = (id: string, extra: object = {}) => ({ id, value: { kind: "raw", column: id }, ...extra });

export type Cells = Record<string, number | null>;

export function tableOf(...rows: Cells[]): ScoreTable {
  return {
    columns: Object.keys(rows[0] ?? {}),
    rows: rows.map((values, i) => ({ id: `u${i}`, values })),
  };
}

export function scoreOf(scheme: ReturnType<typeof schemeOf>, cells: Cells) {
  return scoreTable(scheme, tableOf(cells)).units[0];
}
