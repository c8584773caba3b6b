import { CsvError, parse } from "csv-parse/sync";
import iconv from "iconv-lite";
import * as z from "zod";

// Reads a table from .csv or .xlsx as displayed text; nothing is computed.

/** A row's cells as trimmed text; `line` is the line or row number people see in the file. */
export type TableRow = { line: number; cells: string[] };
/** `line` 0 is the whole file. `reason` is Chinese, `reasonEn` English. */
export type TableProblem = { line: number; reason: string; reasonEn: string };
export type Table = { ok: true; rows: TableRow[] } | { ok: false; problems: TableProblem[] };

/**
 * The non-empty rows. Refuses other kinds of file, unreadable files, and formula cells, naming each cell. `dates`: date
 * cells are read as `YYYY-MM-DD` instead of being refused.
 */
export async function readTable(
  bytes: Uint8Array,
  fileName: string,
  { dates = false }: { dates?: boolean } = {},
): Promise<Table> {
  const kind = /\.(csv|xlsx)$/i.exec(fileName)?.[1]?.toLowerCase();
  if (kind === "csv") return readCsv(bytes);
  if (kind === "xlsx") return readXlsx(bytes, dates);
  return wholeFile("只能导入 .csv 或 .xlsx 文件", "only .csv and .xlsx files can be imported");
}

function readCsv(bytes: Uint8Array): Table {
  const text = decode(bytes);
  if (text === null)
    return wholeFile(
      "文字编码无法识别，请另存为 UTF-8",
      "the text encoding is not known; please save as UTF-8",
    );
  const header = text.split(/\r?\n/, 1)[0] ?? "";
  const delimiter = [",", "\t", ";"].find((sign) => header.includes(sign)) ?? ",";
  try {
    const records = recordsSchema.parse(
      parse(text, { delimiter, info: true, relax_column_count: true, trim: true }),
    );
    const rows = records.map(({ info, record }) => ({ line: info.lines, cells: record }));
    return { ok: true, rows: rows.filter(hasText) };
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    const line = typeof error.lines === "number" ? error.lines : 0;
    return {
      ok: false,
      problems: [
        { line, reason: "引号不成对，无法分列", reasonEn: "unmatched quotes, the columns cannot be told" },
      ],
    };
  }
}

const recordsSchema = z.array(
  z.object({ info: z.object({ lines: z.number() }), record: z.array(z.string()) }),
);

/** UTF-8 or UTF-16 by byte order mark, else UTF-8 if valid, else GB18030 (which includes GBK and GB2312). */
function decode(bytes: Uint8Array): string | null {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder("utf-16le").decode(bytes);
  try {
    const text = new TextDecoder("utf-8", { fatal: true }).decode(bytes);
    return text.includes("\0") ? null : text;
  } catch {
    const text = iconv.decode(Buffer.from(bytes), "gb18030");
    return /[\ufffd\0]/.test(text) ? null : text;
  }
}

async function readXlsx(bytes: Uint8Array, dates: boolean): Promise<Table> {
  const { default: excel } = await import("exceljs");
  const book = new excel.Workbook();
  try {
    await book.xlsx.load(new Uint8Array(bytes).buffer);
  } catch {
    return wholeFile("打不开，不是有效的 .xlsx 文件", "it cannot be opened as an .xlsx file");
  }
  const rows: TableRow[] = [];
  const problems: TableProblem[] = [];
  book.worksheets[0]?.eachRow((row, line) => {
    const cells: string[] = [];
    row.eachCell((cell, column) => {
      const day = dates && cell.value instanceof Date ? dayOf(cell.value) : null;
      const text = day ?? cellText(cell.value);
      if (text === null) problems.push(unreadable(line, cell.address, cell.formula !== undefined));
      cells[column - 1] = text ?? "";
    });
    rows.push({ line, cells: Array.from(cells, (text) => text ?? "") });
  });
  return problems.length > 0 ? { ok: false, problems } : { ok: true, rows: rows.filter(hasText) };
}

/** The day of a date cell, which has no time zone and is read as UTC; null for an invalid date. */
function dayOf(value: Date): string | null {
  return Number.isNaN(value.getTime()) ? null : value.toISOString().slice(0, 10);
}

/** The displayed text; null for a formula, a date or an error. */
function cellText(value: unknown): string | null {
  if (value === null || value === undefined) return "";
  if (typeof value === "string") return value.trim();
  if (typeof value === "number" || typeof value === "boolean") return String(value);
  const rich = richSchema.safeParse(value);
  if (rich.success)
    return rich.data.richText
      .map(({ text }) => text)
      .join("")
      .trim();
  const link = linkSchema.safeParse(value);
  return link.success ? cellText(link.data.text) : null;
}

const richSchema = z.object({ richText: z.array(z.object({ text: z.string() })) });
const linkSchema = z.object({ hyperlink: z.string(), text: z.unknown() });

function unreadable(line: number, cell: string, formula: boolean): TableProblem {
  return formula
    ? {
        line,
        reason: `单元格 ${cell} 是公式，请改为填写文字`,
        reasonEn: `cell ${cell} holds a formula; please type its text instead`,
      }
    : {
        line,
        reason: `单元格 ${cell} 不是文字或数字`,
        reasonEn: `cell ${cell} is neither text nor a number`,
      };
}

function hasText(row: TableRow): boolean {
  return row.cells.some((text) => text !== "");
}

function wholeFile(reason: string, reasonEn: string): Table {
  return { ok: false, problems: [{ line: 0, reason, reasonEn }] };
}
