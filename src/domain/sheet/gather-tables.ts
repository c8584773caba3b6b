import { type FoundTable, findTable, type Reads, tableOfFirstRow } from "./find-table.ts";
import type { Sheet } from "./sheet.ts";

// The tables of a whole file: several sheets of one kind are read together, and whatever is not read is told.

/** What was not read of a file, or read in a way its author should know of; `about` names rows, columns or cells. */
export type SheetNote = {
  sheet: string;
  kind: "hidden_sheet" | "hidden_rows" | "hidden_columns" | "no_table" | "left_out" | "computed";
  about: string[];
};
export type Gathered<C extends string> = { tables: FoundTable<C>[]; notes: SheetNote[] };

/**
 * Every table of the sheets that are seen. Where none has a header, the first row of the first sheet is taken for one, so
 * that what it lacks can be said; no table at all only where no sheet has a row.
 */
export function gatherTables<C extends string>(sheets: readonly Sheet[], reads: Reads<C>): Gathered<C> {
  const seen = sheets.filter(({ hidden }) => !hidden?.sheet);
  const filled = seen.filter(({ rows }) => rows.length > 0);
  const found = filled.map((sheet) => ({ sheet, table: findTable(sheet, reads) }));
  const tables = found.flatMap(({ table }) => table ?? []);
  const [first] = filled;
  const taken = tables.length > 0 || !first ? tables : [tableOfFirstRow(first, reads)];
  const unread = tables.length === 0 ? [] : found.filter(({ table }) => table === null);
  return {
    tables: taken,
    notes: [
      ...sheets.flatMap(hiddenNotes),
      ...unread.map(({ sheet }): SheetNote => ({ sheet: sheet.name, kind: "no_table", about: [] })),
      ...taken.flatMap(tableNotes),
    ],
  };
}

/** What nobody sees of a sheet. */
export function hiddenNotes({ name, rows, hidden }: Sheet): SheetNote[] {
  if (!hidden) return [];
  if (hidden.sheet) return rows.length > 0 ? [{ sheet: name, kind: "hidden_sheet", about: [] }] : [];
  return [
    ...(hidden.rows.length > 0
      ? [{ sheet: name, kind: "hidden_rows" as const, about: hidden.rows.map(String) }]
      : []),
    ...(hidden.columns.length > 0
      ? [{ sheet: name, kind: "hidden_columns" as const, about: hidden.columns }]
      : []),
  ];
}

/** Rows left out of a table, and the formulas whose stored results were read. */
export function tableNotes<C extends string>(table: FoundTable<C>): SheetNote[] {
  const { sheet, leftOut, entries, header } = table;
  const columns = header.columns.flatMap((column) => column ?? []);
  const computed = entries.flatMap(({ cell }) =>
    columns.flatMap((column) => {
      const { address, computed: isComputed } = cell(column) ?? {};
      return address !== undefined && isComputed ? [address] : [];
    }),
  );
  const left = leftOut.map(({ row, text }) => `${row} ${text}`);
  return [
    ...(left.length > 0 ? [{ sheet, kind: "left_out" as const, about: left }] : []),
    ...(computed.length > 0 ? [{ sheet, kind: "computed" as const, about: [...new Set(computed)] }] : []),
  ];
}
