import { type LeftOut, leftOut } from "../sheet/left-out.ts";
import type { SheetRow } from "../sheet/sheet.ts";
import { checkTable } from "./check-table.ts";
import type { Scheme } from "./scheme.ts";
import { schemeColumns } from "./scheme-tree.ts";
import type { ScoreRow, ScoreTable } from "./table.ts";

/** `leftOut`: totals and notes below the table, which are no units. */
export type ParsedTable =
  | { ok: true; table: ScoreTable; leftOut: LeftOut[] }
  | { ok: false; problems: string[] };

/** Enough to correct a file; with a wrong separator every cell would be a problem. */
const MAX_PROBLEMS = 50;
const NUMBER = /^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i;
/** Rows searched for the header, below titles. */
const DEPTH = 30;

type Line = { line: number; cells: string[] };

/**
 * Parses the rows of a table for a scheme (scoring.md 8): column names in the first row below any title, `id` in the first
 * column. Columns the scheme does not read (names, notes) are ignored. An empty cell or `NA` is null. Refuses, one line
 * for each problem: missing or repeated columns, rows of another length, empty or repeated ids, cells that are not finite
 * numbers (with row and column), and everything `checkTable` finds.
 */
export function parseTable(rows: readonly SheetRow[], scheme: Scheme): ParsedTable {
  const at = rows.slice(0, DEPTH).findIndex(({ cells }) => cells[0]?.text === "id");
  const [header, ...lines] = rows.slice(Math.max(at, 0)).map(lineOf);
  const wrongHeader = headerProblems(header?.cells ?? [], scheme);
  if (!header || wrongHeader.length > 0) return refused(wrongHeader);
  const left = rows.slice(Math.max(at, 0) + 1).flatMap((row) => leftOut(row, () => false) ?? []);
  const units = lines.filter(({ line }) => !left.some(({ row }) => row === line));
  const columns = schemeColumns(scheme);
  const places = columns.map((column) => header.cells.indexOf(column));
  const problems: string[] = [];
  const read = units.map((line) => rowOf(line, header.cells.length, columns, places, problems));
  if (problems.length > 0) return refused(problems);
  const table = { columns, rows: read };
  const unusable = checkTable(scheme, table);
  return unusable.length > 0 ? refused(unusable) : { ok: true, table, leftOut: left };
}

function lineOf({ row, cells }: SheetRow): Line {
  return { line: row, cells: Array.from(cells, (cell) => cell?.text ?? "") };
}

function headerProblems(names: string[], scheme: Scheme): string[] {
  if (names[0] !== "id") return ["the first row must name the columns, and the first column must be id"];
  const repeated = names.filter((name, i) => name !== "" && names.indexOf(name) < i);
  const missing = schemeColumns(scheme).filter((column) => names.indexOf(column) < 1);
  return [
    ...repeated.map((name) => `column ${name} is there more than once`),
    ...missing.map((column) => `the table has no column ${column}`),
  ];
}

function rowOf(
  { line, cells }: Line,
  width: number,
  columns: string[],
  at: number[],
  problems: string[],
): ScoreRow {
  const id = cells[0] ?? "";
  const name = id === "" ? `line ${line}` : `line ${line} (${id})`;
  if (id === "") problems.push(`${name}: the id is empty`);
  if (cells.length !== width)
    problems.push(`${name}: ${cells.length} cells where the first row has ${width}`);
  const values = columns.map((column, i) => {
    const text = cells[at[i] ?? -1] ?? "";
    const value = cellOf(text);
    if (value === undefined) problems.push(`${name}, column ${column}: "${text}" is not a number`);
    return [column, value ?? null] as const;
  });
  return { id, values: Object.fromEntries(values) };
}

function cellOf(text: string): number | null | undefined {
  if (text === "" || text === "NA") return null;
  const value = NUMBER.test(text) ? Number(text) : Number.NaN;
  return Number.isFinite(value) ? value : undefined;
}

function refused(problems: string[]): ParsedTable {
  const more = problems.length - MAX_PROBLEMS;
  const listed = problems.slice(0, MAX_PROBLEMS);
  return { ok: false, problems: more > 0 ? [...listed, `and ${more} more`] : listed };
}
