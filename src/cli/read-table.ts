import type { FoundTable, Reads } from "../domain/sheet/find-table.ts";
import { gatherTables, type SheetNote } from "../domain/sheet/gather-tables.ts";
import { readCsv } from "../domain/sheet/read-csv.ts";
import type { Sheet, SheetCell } from "../domain/sheet/sheet.ts";
import { readWorkbook } from "../export/xlsx/read-workbook.ts";

// Reads the tables of a .csv or .xlsx file.

/** `line` 0 is the whole file; `sheet` is given where several are read. `reason` is Chinese, `reasonEn` English. */
export type TableProblem = { line: number; sheet?: string; reason: string; reasonEn: string };
export type Tables<C extends string> =
  | { ok: true; tables: FoundTable<C>[]; notes: SheetNote[] }
  | { ok: false; problems: TableProblem[] };

/** The sheets of a file, or why it cannot be read. */
export async function readSheets(
  bytes: Uint8Array,
  fileName: string,
): Promise<{ ok: true; sheets: Sheet[] } | { ok: false; problem: TableProblem }> {
  const kind = /\.(csv|tsv|xlsx|xlsm)$/i.exec(fileName)?.[1]?.toLowerCase();
  if (kind === undefined)
    return no("只能导入 .csv 或 .xlsx 文件", "only .csv and .xlsx files can be imported");
  if (kind.startsWith("xls")) {
    const sheets = await readWorkbook(bytes);
    return sheets
      ? { ok: true, sheets }
      : no("打不开，不是有效的 .xlsx 文件", "it cannot be opened as an .xlsx file");
  }
  const read = readCsv(bytes);
  if (read.ok) return { ok: true, sheets: [read.sheet] };
  return read.why === "encoding"
    ? no("文字编码无法识别，请另存为 UTF-8", "the text encoding is not known; please save as UTF-8")
    : no("引号不成对，无法分列", "unmatched quotes, the columns cannot be told", read.line);
}

/** Every table of a file, and what was not read of it. */
export async function readTables<C extends string>(
  bytes: Uint8Array,
  fileName: string,
  reads: Reads<C>,
): Promise<Tables<C>> {
  const read = await readSheets(bytes, fileName);
  return read.ok
    ? { ok: true, ...gatherTables(read.sheets, reads) }
    : { ok: false, problems: [read.problem] };
}

/** That a cell cannot be read as text or number; null where it can. */
export function cellProblem(cell: SheetCell | undefined): { reason: string; reasonEn: string } | null {
  if (cell?.trouble === "formula")
    return {
      reason: `单元格 ${cell.address} 是公式，表里没有存它的结果，请改为填写文字`,
      reasonEn: `cell ${cell.address} holds a formula without a stored result; please type its text instead`,
    };
  if (cell?.trouble === "error")
    return {
      reason: `单元格 ${cell.address} 是错误值，请改正`,
      reasonEn: `cell ${cell.address} holds an error; please correct it`,
    };
  return null;
}

/** `第7行`, with the sheet where several are read. */
export function placeOf({ sheet, line }: Pick<TableProblem, "sheet" | "line">): string {
  return `${sheet === undefined || sheet === "" ? "" : `“${sheet}”`}第${line}行`;
}

function no(reason: string, reasonEn: string, line = 0): { ok: false; problem: TableProblem } {
  return { ok: false, problem: { line, reason, reasonEn } };
}
