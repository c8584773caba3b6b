import { type ParsedTable, parseTable } from "../../../src/domain/scoring/parse-table.ts";
import type { Scheme } from "../../../src/domain/scoring/scheme.ts";
import { readCsv } from "../../../src/domain/sheet/read-csv.ts";

/** A table of comma-separated text, as the command reads a file. */
export function csvTable(csv: string, scheme: Scheme): ParsedTable {
  const read = readCsv(new TextEncoder().encode(csv));
  return read.ok
    ? parseTable(read.sheet.rows, scheme)
    : { ok: false, problems: [`not readable as CSV: ${read.why}`] };
}
