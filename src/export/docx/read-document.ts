import { columnLetters, type Sheet, type SheetCell } from "../../domain/sheet/sheet.ts";
import { openArchive } from "../xlsx/unzip.ts";
import { plainText } from "../xlsx/xml.ts";

// Reads the tables of a .docx as people see them: what was deleted with changes tracked is gone, what was inserted is
// there. The archive and the characters are read as a workbook's are, so no library is needed beside them.

/** Bytes of the text part, unpacked. */
const LARGEST = 16 * 1024 * 1024;
const TAG = /<(\/?)(?:\w+:)?(\w+)([^>]*?)(\/?)>|([^<]+)/g;
/** Elements whose content nobody sees: deleted or moved text, codes of fields, the copy of a drawing for old programs. */
const UNSEEN = ["del", "moveFrom", "instrText", "delText", "Fallback"];

/** Every table, named 表1, 表2, its caption above it; null for a file that is no .docx, is damaged or too large. */
export async function readDocument(bytes: Uint8Array): Promise<Sheet[] | null> {
  const part = await openArchive(bytes, LARGEST)?.read("word/document.xml");
  return part ? tablesIn(new TextDecoder().decode(part)) : null;
}

/** The cell that is read: how many columns it covers, and whether it goes on from the one above. */
type Cell = { text: string; across: number; below: boolean };
/** `depth`: of tables; a table within a cell is part of that cell's text. `caption`: the last paragraph with words. */
type Reading = {
  tables: Array<{ caption: string; rows: Cell[][] }>;
  depth: number;
  unseen: number;
  isText: boolean;
  paragraph: string;
  caption: string;
};
type Tag = { opens: boolean; closes: boolean; attributes: string };

function tablesIn(xml: string): Sheet[] {
  const reading: Reading = { tables: [], depth: 0, unseen: 0, isText: false, paragraph: "", caption: "" };
  for (const [, slash = "", name = "", attributes = "", empty = "", text = ""] of xml.matchAll(TAG)) {
    const tag = { opens: slash === "" && empty === "", closes: slash !== "", attributes };
    if (name === "") {
      if (reading.isText && reading.unseen === 0) say(reading, plainText(text));
    } else if (UNSEEN.includes(name)) {
      // An empty one marks a deleted row or the end of a deleted paragraph.
      reading.unseen += Number(tag.opens) - Number(tag.closes);
    } else ELEMENTS[name]?.(reading, tag);
  }
  return reading.tables.map(({ caption, rows }, i) => sheetOf(`表${i + 1}`, caption, rows));
}

/** What an element does to the reading; others do nothing. */
const ELEMENTS: Record<string, (reading: Reading, tag: Tag) => void> = {
  tbl: (reading, { opens }) => {
    if (opens && reading.depth === 0) reading.tables.push({ caption: reading.caption, rows: [] });
    reading.depth += opens ? 1 : -1;
    reading.caption = "";
  },
  tr: ({ tables, depth }, { opens }) => {
    if (opens && depth === 1) tables.at(-1)?.rows.push([]);
  },
  tc: ({ tables, depth }, { opens }) => {
    if (opens && depth === 1) tables.at(-1)?.rows.at(-1)?.push({ text: "", across: 1, below: false });
  },
  gridSpan: (reading, { attributes }) => setCell(reading, { across: Number(valueIn(attributes) ?? 1) }),
  vMerge: (reading, { attributes }) => setCell(reading, { below: valueIn(attributes) !== "restart" }),
  t: (reading, { opens }) => {
    reading.isText = opens;
  },
  tab: (reading) => say(reading, " "),
  br: (reading) => say(reading, "\n"),
  p: (reading, { closes }) => {
    if (!closes) return;
    say(reading, "\n");
    if (reading.depth > 0) return;
    reading.caption = reading.paragraph.trim() || reading.caption;
    reading.paragraph = "";
  },
};

function cellOf({ tables, depth }: Reading): Cell | undefined {
  return depth === 0 ? undefined : tables.at(-1)?.rows.at(-1)?.at(-1);
}

function say(reading: Reading, text: string): void {
  const cell = cellOf(reading);
  if (cell) cell.text += text;
  else reading.paragraph += text;
}

function setCell(reading: Reading, more: Partial<Cell>): void {
  const cell = reading.depth === 1 ? cellOf(reading) : undefined;
  if (cell) Object.assign(cell, more);
}

function valueIn(attributes: string): string | undefined {
  return /\bval\s*=\s*"([^"]*)"/.exec(attributes)?.[1];
}

function sheetOf(name: string, caption: string, rows: readonly Cell[][]): Sheet {
  const read: Array<Array<SheetCell | undefined>> = [];
  for (const [n, row] of rows.entries()) {
    const cells: Array<SheetCell | undefined> = [];
    for (const { text, across, below } of row) {
      const at = cells.length;
      const said = below ? (read[n - 1]?.[at]?.text ?? "") : text.trim();
      const address = `${columnLetters(at + 1)}${n + 1}`;
      cells.push({ address, text: said, ...(across > 1 ? { across } : {}) });
      for (let more = 1; more < across; more += 1) cells.push(undefined);
    }
    read.push(cells);
  }
  const above = caption === "" ? [] : [{ row: 0, cells: [{ address: "", text: caption }] }];
  const filled = read.map((cells, n) => ({ row: n + 1, cells }));
  return {
    name,
    rows: [...above, ...filled.filter(({ cells }) => cells.some((one) => one && one.text !== ""))],
  };
}
