import type { ScoreTable } from "./table.ts";

/** A table's numbers by column, one entry for each row: NaN for a cell without a value, infinite for an invalid one. */
export type TableColumns = Map<string, Float64Array>;

/** Reads row by row, so that each row is loaded from memory once. */
export function readColumns({ rows }: ScoreTable, columns: readonly string[]): TableColumns {
  const read = columns.map(() => new Float64Array(rows.length));
  for (let i = 0; i < rows.length; i += 1) {
    const values = rows[i]?.values ?? {};
    for (let c = 0; c < columns.length; c += 1) {
      const cells = read[c];
      if (cells) cells[i] = cellOf(values[columns[c] ?? ""] ?? null);
    }
  }
  return new Map(columns.map((column, c) => [column, read[c] ?? new Float64Array(0)]));
}

function cellOf(cell: number | null): number {
  if (cell === null) return Number.NaN;
  return Number.isFinite(cell) ? cell : Number.POSITIVE_INFINITY;
}
