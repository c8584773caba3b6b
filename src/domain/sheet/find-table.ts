import { type LeftOut, leftOut, numbersColumns } from "./left-out.ts";
import type { Sheet, SheetCell, SheetRow } from "./sheet.ts";

// Finds the table on a sheet as offices make them: the header below titles, 附件 and 单位, in one row or two; the entries
// below it without notes, totals and headers printed again.

/** One entry: its cells by column. */
export type Entry<C extends string> = {
  row: number;
  cell: (column: C) => SheetCell | undefined;
  text: (column: C) => string;
};
export type FoundTable<C extends string> = {
  sheet: string;
  /** The header's (last) row; 0 for a sheet without any. `names`: the header's own words by column. */
  header: { row: number; names: Map<C, string>; columns: ReadonlyArray<C | null> };
  /** The texts above the header. */
  above: SheetCell[];
  entries: Entry<C>[];
  leftOut: LeftOut[];
};

/** Rows searched for a header. */
const DEPTH = 30;

export type Reads<C extends string> = {
  columnOf: (header: string) => C | null;
  /** A column by a header that names it only where no other one does: 责任单位 for 责任岗位. */
  otherwise?: (header: string) => C | null;
  /** Columns a row has to name to be a header; 2 where it is not said. */
  least?: number;
  /** Whether a row with one text names a block of entries, as a county's name does. */
  isHeading?: (text: string) => boolean;
};

/** The table on a sheet; null where no row names enough of the columns. */
export function findTable<C extends string>(sheet: Sheet, reads: Reads<C>): FoundTable<C> | null {
  const { rows } = sheet;
  const [best] = rows
    .slice(0, DEPTH)
    .map((_, at) => withOthers(headerAt(rows, at, reads), reads))
    .toSorted((a, b) => known(b) - known(a) || b.single - a.single || a.last - b.last);
  if (!best || known(best) < (reads.least ?? 2)) return null;
  return tableBelow(sheet, best, reads);
}

/** The table of a sheet whose first row is taken as its header, so that what it lacks can be said. */
export function tableOfFirstRow<C extends string>(sheet: Sheet, reads: Reads<C>): FoundTable<C> {
  return tableBelow(sheet, withOthers(single(sheet.rows, 0, reads), reads), reads);
}

/** `last`: the index of the header's last row. `single`: 1 for one row. */
type Header<C extends string> = { last: number; single: number; names: string[]; columns: Array<C | null> };

function withOthers<C extends string>(header: Header<C>, { otherwise }: Reads<C>): Header<C> {
  if (!otherwise) return header;
  const columns = [...header.columns];
  for (const [i, column] of columns.entries()) {
    const other = column === null ? otherwise(header.names[i] ?? "") : null;
    if (other && !columns.includes(other)) columns[i] = other;
  }
  return { ...header, columns };
}

function known<C extends string>({ columns }: Header<C>): number {
  return new Set(columns.filter((column) => column !== null)).size;
}

/** The better of: this row alone, and this row under the one above it. */
function headerAt<C extends string>(rows: readonly SheetRow[], at: number, reads: Reads<C>): Header<C> {
  const alone = single(rows, at, reads);
  const above = rows[at - 1];
  const row = rows[at];
  if (!above || !row) return alone;
  const width = Math.max(above.cells.length, row.cells.length);
  const pairs = Array.from({ length: width }, (_, i) =>
    named(parentOf(above, row, i), textAt(row, i), reads),
  );
  const both: Header<C> = {
    last: at,
    single: 0,
    names: pairs.map(({ name }) => name),
    columns: pairs.map(({ column }) => column),
  };
  // The second row of a header holds nothing but names.
  const stray = row.cells.some(
    (cell, i) => cell && cell.text !== "" && !both.columns[i] && reads.columnOf(textAt(above, i)),
  );
  return !stray && known(both) > known(alone) ? both : alone;
}

function single<C extends string>(rows: readonly SheetRow[], at: number, { columnOf }: Reads<C>): Header<C> {
  const names = Array.from(rows[at]?.cells ?? [], (cell) => cell?.text ?? "");
  return { last: at, single: 1, names, columns: names.map((name) => (name === "" ? null : columnOf(name))) };
}

/** A column named by its own cell, or together with the one above it. */
function named<C extends string>(
  parent: string,
  child: string,
  { columnOf }: Reads<C>,
): { name: string; column: C | null } {
  const ways = child === "" ? [parent] : [child, `${parent}${child}`, `${child}${parent}`];
  for (const name of ways) {
    const column = name === "" ? null : columnOf(name);
    if (column) return { name, column };
  }
  return { name: child, column: null };
}

/** The header above a cell: its own column's, or the one that spans it. */
function parentOf(above: SheetRow, row: SheetRow, i: number): string {
  for (let at = i; at >= 0; at -= 1) {
    const cell = above.cells[at];
    if (!cell || cell.text === "") continue;
    // Where nothing is merged, an empty cell over a named one belongs to the name on its left.
    const covers =
      at === i || (cell.across ?? 1) > i - at || (cell.across === undefined && textAt(row, i) !== "");
    return covers ? cell.text : "";
  }
  return "";
}

function textAt({ cells }: SheetRow, i: number): string {
  return cells[i]?.text ?? "";
}

function tableBelow<C extends string>(sheet: Sheet, header: Header<C>, reads: Reads<C>): FoundTable<C> {
  const { columns, last } = header;
  const names = new Map<C, string>();
  for (const [i, column] of columns.entries())
    if (column && !names.has(column)) names.set(column, header.names[i] ?? "");
  const body = sheet.rows.slice(last + 1);
  const left: LeftOut[] = [];
  const entries: Entry<C>[] = [];
  for (const [i, row] of body.entries()) {
    const out =
      (i === 0 ? numbersColumns(row) : null) ??
      repeatsHeader(row, columns, reads) ??
      leftOut(row, reads.isHeading ?? (() => false));
    if (out) left.push(out);
    else if (columns.some((column, at) => column && isFilled(row.cells[at])))
      entries.push(entryOf(row, columns));
  }
  return {
    sheet: sheet.name,
    header: { row: sheet.rows[last]?.row ?? 0, names, columns },
    above: sheet.rows.slice(0, Math.max(last, 0)).flatMap(({ cells }) => cells.flatMap((cell) => cell ?? [])),
    entries,
    leftOut: left,
  };
}

function isFilled(cell: SheetCell | undefined): boolean {
  return cell !== undefined && (cell.text !== "" || cell.trouble !== undefined);
}

function entryOf<C extends string>({ row, cells }: SheetRow, columns: ReadonlyArray<C | null>): Entry<C> {
  const cell = (column: C) => cells[columns.indexOf(column)];
  return { row, cell, text: (column) => cell(column)?.text ?? "" };
}

/** The header printed again on a new page. */
function repeatsHeader<C extends string>(
  { row, cells }: SheetRow,
  columns: ReadonlyArray<C | null>,
  { columnOf, otherwise }: Reads<C>,
): LeftOut | null {
  const known = cells.flatMap((cell, i) =>
    cell && cell.text !== "" && columns[i] ? [[cell.text, columns[i]] as const] : [],
  );
  const same =
    known.length > 1 && known.every(([text, column]) => (columnOf(text) ?? otherwise?.(text)) === column);
  const [first] = cells.flatMap((cell) => (cell && cell.text !== "" ? [cell.text] : []));
  return same ? { row, text: first ?? "", why: "header" } : null;
}
