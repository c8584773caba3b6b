import { CsvError, parse } from "csv-parse/sync";
import * as z from "zod";
import { checkTable } from "./check-table.ts";
import type { Scheme } from "./scheme.ts";
import { schemeColumns } from "./scheme-tree.ts";
import type { ScoreRow, ScoreTable } from "./table.ts";

export type ParsedTable = { ok: true; table: ScoreTable } | { ok: false; problems: string[] };

/** Enough to correct a file; with a wrong separator every cell would be a problem. */
const MAX_PROBLEMS = 50;
const NUMBER = /^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i;

const linesSchema = z.array(z.object({ info: z.object({ lines: z.number() }), record: z.array(z.string()) }));
type Line = { line: number; cells: string[] };

/**
 * Parses a table for a scheme (scoring.md 8): CSV, byte order mark allowed, column names in the first row, `id` in the
 * first column. Columns the scheme does not read (names, notes) are ignored. An empty cell or `NA` is null. Refuses,
 * one line for each problem: unreadable CSV, missing or repeated columns, rows of another length, empty or repeated
 * ids, cells that are not finite numbers (with row and column), and everything `checkTable` finds.
 */
export function parseTable(csvText: string, scheme: Scheme): ParsedTable {
  const read = readLines(csvText);
  if (!read.ok) return read;
  const [header, ...lines] = read.lines;
  const wrongHeader = headerProblems(header?.cells ?? [], scheme);
  if (!header || wrongHeader.length > 0) return refused(wrongHeader);
  const columns = schemeColumns(scheme);
  const at = columns.map((column) => header.cells.indexOf(column));
  const problems: string[] = [];
  const rows = lines.map((line) => rowOf(line, header.cells.length, columns, at, problems));
  if (problems.length > 0) return refused(problems);
  const table = { columns, rows };
  const unusable = checkTable(scheme, table);
  return unusable.length > 0 ? refused(unusable) : { ok: true, table };
}

function readLines(csvText: string): { ok: true; lines: Line[] } | { ok: false; problems: string[] } {
  try {
    const parsed = linesSchema.parse(
      parse(csvText, { bom: true, info: true, trim: true, skip_empty_lines: true, relax_column_count: true }),
    );
    return { ok: true, lines: parsed.map(({ info, record }) => ({ line: info.lines, cells: record })) };
  } catch (error) {
    if (error instanceof CsvError) return { ok: false, problems: [`not readable as CSV: ${error.message}`] };
    throw error;
  }
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
