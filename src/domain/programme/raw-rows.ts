// What stands in a pack's file, whatever its shape.

export type Row = Readonly<Record<string, unknown>>;

export function isRow(value: unknown): value is Row {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** The rows of a list; what is no row keeps its place as an empty one. */
export function rowsOf(list: unknown): Row[] {
  return Array.isArray(list) ? list.map((row: unknown) => (isRow(row) ? row : {})) : [];
}

export function texts(rows: readonly Row[], key: string): string[] {
  return rows.flatMap((row) => {
    const value = row[key];
    return typeof value === "string" ? [value] : [];
  });
}

export function numbers(values: readonly unknown[]): number[] {
  return values.filter((value) => typeof value === "number");
}
