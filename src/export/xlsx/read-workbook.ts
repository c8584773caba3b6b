import { columnLetters, type Sheet, type SheetCell, type SheetRow } from "../../domain/plan/sheet.ts";
import { readStyles, type Style } from "./styles.ts";
import { type Archive, openArchive } from "./unzip.ts";
import { type Element, elements, plainText, textsIn } from "./xml.ts";

// Reads the cells of an .xlsx as people see them. Used in chat too, hence without a spreadsheet library.

/** Bytes of one part of a workbook, unpacked. */
const LARGEST = 16 * 1024 * 1024;
const MAIN = "xl/workbook.xml";

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
  const sheets: Sheet[] = [];
  for (const { attributes } of elements(book, "sheet")) {
    const xml = await text(archive, targets.get(attributes["r:id"] ?? "") ?? "");
    if (xml === null) return null;
    sheets.push({ name: attributes.name ?? "", rows: rowsOf(xml, strings, styles) });
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

function rowsOf(xml: string, strings: readonly string[], styles: readonly Style[]): SheetRow[] {
  const rows = elements(xml, "row").map(({ attributes, inner }, i): SheetRow => {
    const row = Number(attributes.r ?? i + 1);
    const cells: Array<SheetCell | undefined> = [];
    for (const cell of elements(inner, "c")) {
      const address = cell.attributes.r ?? `${columnLetters(cells.length + 1)}${row}`;
      cells[columnNumber(address) - 1] = { address, ...shownValue(cell, strings, styles) };
    }
    return { row, cells };
  });
  return withMerged(rows, xml).filter(({ cells }) =>
    cells.some((cell) => cell && (cell.text !== "" || cell.trouble)),
  );
}

function shownValue(
  { attributes, inner }: Element,
  strings: readonly string[],
  styles: readonly Style[],
): Omit<SheetCell, "address"> {
  const [value] = elements(inner, "v");
  const raw = plainText(value?.inner ?? "");
  if (elements(inner, "f").length > 0) return { text: "", trouble: "formula" };
  switch (attributes.t) {
    case "s":
      return { text: (strings[Number(raw)] ?? "").trim() };
    case "inlineStr":
      return { text: textsIn(inner).trim() };
    case "e":
      return { text: raw, trouble: "error" };
    case "d":
      return { text: raw, trouble: "date" };
    case "str":
    case "b":
      return { text: raw.trim() };
    default:
      return numberText(raw, styles[Number(attributes.s ?? 0)]);
  }
}

/** A number as it is shown: a share as a percentage, without the last digits binary figures bring. */
function numberText(raw: string, style: Style | undefined): Omit<SheetCell, "address"> {
  const number = Number(raw);
  if (raw === "" || Number.isNaN(number)) return { text: raw.trim() };
  if (style === "date") return { text: raw, trouble: "date" };
  const shown = (value: number) => String(Number(value.toPrecision(15)));
  return { text: style === "percent" ? `${shown(number * 100)}%` : shown(number) };
}

/** Cells merged down a column, as a town's name beside its projects often is, say the same in every row. */
function withMerged(rows: SheetRow[], xml: string): SheetRow[] {
  const byNumber = new Map(rows.map((row) => [row.row, row]));
  for (const { attributes } of elements(xml, "mergeCell")) {
    const [, column = "", first = "", until = "", last = ""] =
      /^([A-Z]+)(\d+):([A-Z]+)(\d+)$/.exec(attributes.ref ?? "") ?? [];
    const at = columnNumber(column) - 1;
    const value = byNumber.get(Number(first))?.cells[at];
    if (column === "" || column !== until || !value) continue;
    for (let n = Number(first) + 1; n <= Number(last) && byNumber.has(n); n += 1) {
      const row = byNumber.get(n);
      const cells = Array.from(row?.cells ?? []);
      cells[at] = { ...value, address: `${column}${n}` };
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
