import { daySerial } from "../../domain/reading/read-day.ts";
import {
  columnLetters,
  type Hidden,
  type Sheet,
  type SheetCell,
  type SheetRow,
} from "../../domain/sheet/sheet.ts";
import { readStyles, type Style } from "./styles.ts";
import { type Archive, openArchive } from "./unzip.ts";
import { type Element, elements, plainText, textsIn } from "./xml.ts";

// Reads the cells of an .xlsx as people see them. Used in chat too, hence without a spreadsheet library.

/** Bytes of one part of a workbook, unpacked. */
const LARGEST = 16 * 1024 * 1024;
const MAIN = "xl/workbook.xml";

/** What the cells of a workbook refer to. `from1904`: its days are counted from 1904. */
type Shared = { strings: readonly string[]; styles: readonly Style[]; from1904: boolean };

/** Every sheet in the workbook's order; null for a file that is no .xlsx, is damaged, has a password or is too large. */
export async function readWorkbook(bytes: Uint8Array): Promise<Sheet[] | null> {
  const archive = openArchive(bytes, LARGEST);
  const book = archive && (await text(archive, MAIN));
  if (!archive || book === null) return null;
  const targets = targetsOf((await text(archive, "xl/_rels/workbook.xml.rels")) ?? "");
  const strings = elements((await text(archive, "xl/sharedStrings.xml")) ?? "", "si").map(({ inner }) =>
    textsIn(inner),
  );
  const styles = readStyles((await text(archive, "xl/styles.xml")) ?? "");
  const from1904 = elements(book, "workbookPr").some(({ attributes }) => isOn(attributes.date1904));
  const sheets: Sheet[] = [];
  for (const { attributes } of elements(book, "sheet")) {
    const xml = await text(archive, targets.get(attributes["r:id"] ?? "") ?? "");
    if (xml === null) return null;
    const hidden = /hidden/i.test(attributes.state ?? "");
    sheets.push({ name: attributes.name ?? "", ...seenOf(xml, hidden, { strings, styles, from1904 }) });
  }
  return sheets;
}

async function text(archive: Archive, path: string): Promise<string | null> {
  const bytes = await archive.read(path);
  return bytes && new TextDecoder().decode(bytes);
}

/** The paths of the workbook's parts by their id. */
function targetsOf(xml: string): Map<string, string> {
  return new Map(
    elements(xml, "Relationship").map(({ attributes: { Id = "", Target = "" } }) => [
      Id,
      Target.startsWith("/") ? Target.slice(1) : `xl/${Target}`,
    ]),
  );
}

/** The rows that are seen, and what of the sheet is hidden. */
function seenOf(xml: string, sheet: boolean, shared: Shared): Pick<Sheet, "rows" | "hidden"> {
  const outOfSight = new Set<number>();
  const rows = elements(xml, "row").map(({ attributes, inner }, i): SheetRow => {
    const row = Number(attributes.r ?? i + 1);
    if (isOn(attributes.hidden)) outOfSight.add(row);
    const cells: Array<SheetCell | undefined> = [];
    for (const cell of elements(inner, "c")) {
      const address = cell.attributes.r ?? `${columnLetters(cells.length + 1)}${row}`;
      cells[columnNumber(address) - 1] = { address, ...shownValue(cell, shared) };
    }
    return { row, cells };
  });
  const filled = withMerged(rows, xml).filter(({ cells }) => cells.some(isFilled));
  const columns = hiddenColumns(xml).filter((at) => filled.some(({ cells }) => isFilled(cells[at])));
  const hidden: Hidden = {
    sheet,
    rows: filled.flatMap(({ row }) => (outOfSight.has(row) ? [row] : [])),
    columns: columns.map((at) => columnLetters(at + 1)),
  };
  const seen = filled
    .filter(({ row }) => !outOfSight.has(row))
    .map(({ row, cells }) => ({
      row,
      cells: Array.from(cells, (cell, at) => (columns.includes(at) ? undefined : cell)),
    }));
  const nothing = !sheet && hidden.rows.length === 0 && columns.length === 0;
  return { rows: seen.filter(({ cells }) => cells.some(isFilled)), ...(nothing ? {} : { hidden }) };
}

/** Indexes of hidden columns; a range to the end of the sheet is cut off. */
function hiddenColumns(xml: string): number[] {
  return elements(xml, "col").flatMap(({ attributes: { min = "1", max = "1", hidden } }) => {
    if (!isOn(hidden)) return [];
    const last = Math.min(Number(max), 500);
    return Array.from({ length: Math.max(0, last - Number(min) + 1) }, (_, i) => Number(min) - 1 + i);
  });
}

function isFilled(cell: SheetCell | undefined): boolean {
  return cell !== undefined && (cell.text !== "" || cell.trouble !== undefined);
}

function isOn(attribute: string | undefined): boolean {
  return attribute === "1" || attribute === "true";
}

/** A formula counts by its stored result. */
function shownValue(cell: Element, shared: Shared): Omit<SheetCell, "address"> {
  const computed = elements(cell.inner, "f").length > 0;
  const [value] = elements(cell.inner, "v");
  if (computed && value === undefined) return { text: "", trouble: "formula" };
  const shown = storedValue(cell, plainText(value?.inner ?? ""), shared);
  return computed && shown.text !== "" ? { ...shown, computed } : shown;
}

function storedValue(
  { attributes, inner }: Element,
  raw: string,
  { strings, styles, from1904 }: Shared,
): Omit<SheetCell, "address"> {
  switch (attributes.t) {
    case "s":
      return { text: (strings[Number(raw)] ?? "").trim() };
    case "inlineStr":
      return { text: textsIn(inner).trim() };
    case "e":
      return { text: raw, trouble: "error" };
    case "d":
      return { text: raw.slice(0, 10), trouble: "date" };
    case "str":
    case "b":
      return { text: raw.trim() };
    default:
      return numberText(raw, styles[Number(attributes.s ?? 0)], from1904);
  }
}

/** A number as it is shown: a share as a percentage, a day as one, without the last digits binary figures bring. */
function numberText(raw: string, style: Style | undefined, from1904: boolean): Omit<SheetCell, "address"> {
  const number = Number(raw);
  if (raw === "" || Number.isNaN(number)) return { text: raw.trim() };
  if (style === "date" || style === "month") {
    const day = daySerial(number, from1904) ?? raw;
    const [year, month] = day.split("-");
    const shown = style === "month" && month !== undefined ? `${year}年${Number(month)}月` : day;
    return { text: shown, trouble: "date" };
  }
  const shown = (value: number) => String(Number(value.toPrecision(15)));
  return { text: style === "percent" ? `${shown(number * 100)}%` : shown(number) };
}

/**
 * Cells merged down a column, as a town's name beside its projects often is, say the same in every row; one merged across
 * columns keeps its place and knows how many.
 */
function withMerged(rows: SheetRow[], xml: string): SheetRow[] {
  const byNumber = new Map(rows.map((row) => [row.row, row]));
  for (const { attributes } of elements(xml, "mergeCell")) {
    const [, column = "", first = "", until = "", last = ""] =
      /^([A-Z]+)(\d+):([A-Z]+)(\d+)$/.exec(attributes.ref ?? "") ?? [];
    const at = columnNumber(column) - 1;
    const value = byNumber.get(Number(first))?.cells[at];
    if (column === "" || !value) continue;
    const across = columnNumber(until) - at;
    for (let n = Number(first); n <= Number(last); n += 1) {
      const row = byNumber.get(n);
      if (!row) continue;
      const cells = Array.from(row.cells);
      cells[at] = { ...value, address: `${column}${n}`, ...(across > 1 ? { across } : {}) };
      byNumber.set(n, { row: n, cells });
    }
  }
  return [...byNumber.values()];
}

/** `A` is 1. */
function columnNumber(address: string): number {
  const letters = /^[A-Z]+/.exec(address)?.[0] ?? "";
  return [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0);
}
