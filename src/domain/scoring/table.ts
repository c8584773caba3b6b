/** The input of a scheme: one row for each unit; `null` is a cell without a value (N/A), not zero. */
export type ScoreTable = { columns: string[]; rows: ScoreRow[] };

export type ScoreRow = { id: string; values: Record<string, number | null> };
