import type { Scheme } from "./scheme.ts";
import { isGroup, nodesOf, schemeColumns } from "./scheme-tree.ts";
import type { ScoreTable } from "./table.ts";
import { readColumns, type TableColumns } from "./table-columns.ts";

/**
 * Why a table cannot be scored by a scheme (scoring.md 8): a missing column, a repeated id, a cell that is not a finite
 * number, an undefined logarithm, a negative bonus or deduction. One line for each problem, with row and column; empty
 * when it can be scored.
 */
export function checkTable(
  scheme: Scheme,
  table: ScoreTable,
  columns: TableColumns = readColumns(table, schemeColumns(scheme)),
): string[] {
  const known = new Set(table.columns);
  const missing = [...columns.keys()].filter((column) => !known.has(column));
  if (missing.length > 0) return missing.map((column) => `the table has no column ${column}`);
  const logs = logColumns(scheme);
  return [
    ...repeatedIds(table),
    ...[...columns].flatMap(([column, cells]) =>
      cellProblems(scheme, table, column, cells, logs.has(column)),
    ),
  ];
}

function repeatedIds(table: ScoreTable): string[] {
  if (new Set(table.rows.map((row) => row.id)).size === table.rows.length) return [];
  const firstRow = new Map<string, number>();
  return table.rows.flatMap(({ id }, i) => {
    const first = firstRow.get(id);
    if (first === undefined) firstRow.set(id, i);
    return first === undefined ? [] : [`row ${i + 1}: the id ${id} is already used by row ${first + 1}`];
  });
}

function cellProblems(
  scheme: Scheme,
  table: ScoreTable,
  column: string,
  cells: Float64Array,
  logs: boolean,
): string[] {
  const adjusts = scheme.adjust?.bonus?.column === column || scheme.adjust?.deduct?.column === column;
  const problems: string[] = [];
  for (let i = 0; i < cells.length; i += 1) {
    const cell = cells[i] ?? Number.NaN;
    const infinite = cell === Number.POSITIVE_INFINITY;
    if (!infinite && !(logs && cell <= 0) && !(adjusts && cell < 0)) continue;
    const row = table.rows[i];
    const reason = infinite
      ? "is not a finite number"
      : logs
        ? "has no logarithm"
        : "is below zero; points of bonus and deduction are written without a sign";
    problems.push(`row ${row?.id}, column ${column}: ${row?.values[column]} ${reason}`);
  }
  return problems;
}

/** The columns of whose raw figures a logarithm is taken: without `clamp`. */
function logColumns(scheme: Scheme): ReadonlySet<string> {
  const columns = nodesOf(scheme.root).flatMap((node) => {
    if (isGroup(node) || node.value.kind !== "goalposts") return [];
    return node.value.log && !node.value.clamp ? [node.value.column] : [];
  });
  return new Set(columns);
}
