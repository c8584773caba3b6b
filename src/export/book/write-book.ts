import { PassThrough } from "node:stream";
import type { DataValidation, Row, Style, Worksheet } from "exceljs";
import type { Locale } from "../../domain/programme/people.ts";
import {
  type Book,
  type BookSheet,
  type Cell,
  type Format,
  firstRow,
  hasHeader,
  headerRow,
  type Plain,
  shown,
} from "./book.ts";
import { type ChartPlace, withChart } from "./chart.ts";
import { type Choices, choicesSheet, ruleOf } from "./rules.ts";
import { cellStyle, HEAD, SENTENCE, TITLE } from "./styles.ts";

// Writes a book as .xlsx row by row, so that one of many towns needs no more memory than its file. It prints on A4,
// landscape, as wide as the page, with its header on every page.

/** Rows between two pauses, in which what is written is packed. */
const BATCH = 200;
const A4 = 9;
/** Height of a row in points, and of one line of a long text. */
const ROW = 20;
const LINE = 16;
const margins = { left: 0.5, right: 0.5, top: 0.6, bottom: 0.6, header: 0.3, footer: 0.3 };

/** A workbook's bytes. The library is loaded only here, because it is large. */
export async function writeBook({ sheets, made }: Book, locale: Locale): Promise<Uint8Array> {
  const { default: excel } = await import("exceljs");
  const out = new PassThrough();
  const packed = bytesOf(out);
  const workbook = new excel.stream.xlsx.WorkbookWriter({ stream: out, useStyles: true });
  const choices = choicesSheet(sheets);
  const charts: ChartPlace[] = [];
  for (const [i, sheet] of sheets.entries()) {
    const rows = await writeSheet(sheetIn(workbook, sheet, made, locale), sheet, choices, locale);
    if (sheet.chart) charts.push({ sheet, number: i + 1, ...rows });
  }
  if (choices.sheet) {
    const hidden = workbook.addWorksheet(choices.sheet.name, { state: "veryHidden" });
    for (const row of choices.sheet.rows) hidden.addRow(row).commit();
    hidden.commit();
  }
  await workbook.commit();
  return withChart(await packed, charts);
}

async function bytesOf(stream: PassThrough): Promise<Uint8Array> {
  const parts: Uint8Array[] = [];
  for await (const part of stream) parts.push(part);
  return new Uint8Array(Buffer.concat(parts));
}

type Writer = { addWorksheet: (name: string, options: object) => Worksheet };

function sheetIn(workbook: Writer, sheet: BookSheet, made: string, locale: Locale): Worksheet {
  const until = firstRow(sheet) - 1;
  const page = locale === "en" ? "Page &P of &N" : "第 &P 页，共 &N 页";
  return workbook.addWorksheet(sheet.name, {
    views: [{ state: "frozen", xSplit: sheet.freeze ?? 0, ySplit: until, showGridLines: false }],
    pageSetup: {
      ...{ paperSize: A4, orientation: "landscape", fitToPage: true, fitToWidth: 1, fitToHeight: 0, margins },
      printTitlesRow: `${Math.min(headerRow(sheet), until)}:${until}`,
    },
    headerFooter: { oddFooter: `&L&9${made.replaceAll("&", "&&")}&R&9${page}` },
  });
}

/** Writes all of a sheet; returns what its chart needs to know. */
async function writeSheet(
  target: Worksheet,
  sheet: BookSheet,
  choices: Choices,
  locale: Locale,
): Promise<Pick<ChartPlace, "first" | "charted">> {
  const { columns, title, lines = [], under = [], spare = 0, chart } = sheet;
  const width = columns.reduce((sum, column) => sum + column.width, 0);
  target.columns = columns.map((column) => ({ width: column.width }));
  wide(target, 1, columns.length, title, TITLE, 30);
  for (const [i, line] of lines.entries())
    wide(target, 2 + i, columns.length, line, SENTENCE, LINE * linesOf(line, width) + 4);
  const heads = [...(hasHeader(sheet) ? [columns.map((column) => column.title)] : []), ...under];
  for (const [i, row] of heads.entries()) writeHead(target.getRow(headerRow(sheet) + i), row, columns);
  const first = firstRow(sheet);
  const charted: Array<readonly Cell[]> = [];
  const looks = columns.map(
    ({ format = "plain", width, rule }): Look => ({
      format,
      width,
      rule: rule ? ruleOf(rule, choices) : null,
    }),
  );
  let at = first;
  const write = async (cells: readonly Cell[]) => {
    writeRow(target.getRow(at), cells, looks, locale);
    if (at % BATCH === 0) await new Promise(setImmediate);
    at += 1;
  };
  for (const cells of sheet.rows) {
    if (chart && charted.length < chart.rows) charted.push(cells);
    await write(cells);
  }
  for (let n = 0; n < spare; n += 1) await write([]);
  if (at > first && heads.length > 0)
    target.autoFilter = { from: { row: first - 1, column: 1 }, to: { row: at - 1, column: columns.length } };
  target.commit();
  return { first, charted };
}

/** A line over all columns; merged cells do not find their own height. */
function wide(
  target: Worksheet,
  at: number,
  columns: number,
  text: string,
  style: Partial<Style>,
  height: number,
): void {
  const row = target.getRow(at);
  row.height = height;
  const cell = row.getCell(1);
  cell.value = text;
  cell.style = style;
  if (columns > 1) target.mergeCells(at, 1, at, columns);
}

function writeHead(row: Row, cells: readonly Cell[], columns: BookSheet["columns"]): void {
  const lines = columns.map(({ width }, i) => linesOf(shown(cells[i]), width - 1));
  row.height = Math.max(ROW, LINE * Math.max(...lines) + 6);
  columns.forEach((_, i) => {
    const cell = row.getCell(i + 1);
    cell.value = storedOf(cells[i], "plain");
    cell.style = HEAD;
  });
  row.commit();
}

type Look = { format: Format; width: number; rule: DataValidation | null };

function writeRow(row: Row, cells: readonly Cell[], looks: readonly Look[], locale: Locale): void {
  const lines = looks.map(({ format, width }, i) =>
    format === "text" ? linesOf(shown(cells[i]), width) : 1,
  );
  // Also of a row without figures, which is written for its lines and rules.
  row.height = Math.max(ROW, LINE * Math.max(...lines) + 4);
  looks.forEach(({ format, rule }, i) => {
    const one = cells[i];
    const cell = row.getCell(i + 1);
    cell.value = storedOf(one, format);
    cell.style = cellStyle(format, toneOf(one), locale !== "en");
    if (rule) cell.dataValidation = rule;
  });
  row.commit();
}

function toneOf(cell: Cell | undefined) {
  return cell !== null && typeof cell === "object" && "tone" in cell ? cell.tone : null;
}

/** A day is stored as the number of days a sheet counts, so that it sorts and filters as one. */
function storedOf(cell: Cell | undefined, format: Format) {
  const value = cell !== null && typeof cell === "object" && "value" in cell ? cell.value : (cell ?? null);
  if (value === null || value === "") return null;
  if (typeof value === "object") return { formula: value.formula, result: value.result ?? "" };
  return format === "day" && typeof value === "string" ? new Date(`${value}T00:00:00Z`) : value;
}

/** Lines a text takes in a column so wide; a wide character takes two of a figure's. */
function linesOf(text: Plain, width: number): number {
  const lengths = String(text ?? "")
    .split("\n")
    .map((line) => [...line].reduce((sum, one) => sum + (/[\u2e80-\uffef]/.test(one) ? 2 : 1), 0));
  return lengths.reduce((sum, length) => sum + Math.max(1, Math.ceil(length / Math.max(1, width))), 0);
}
