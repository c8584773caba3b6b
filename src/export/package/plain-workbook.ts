import type { Cell } from "../book/book.ts";
import { writeBook } from "../book/write-book.ts";

/** A sheet of plain rows; the first is the header. */
export type PlainSheet = { name: string; rows: ReadonlyArray<readonly Cell[]> };

const WIDEST = 60;

/** Sheets of text and numbers as .xlsx, in Chinese. */
export function plainWorkbook(sheets: readonly PlainSheet[], made: string): Promise<Uint8Array> {
  const written = sheets.map(({ name, rows: [header = [], ...rows] }) => ({
    name,
    title: name,
    columns: header.map((title, i) => {
      const longest = Math.max(4, ...[header, ...rows].map((row) => String(row[i] ?? "").length));
      const isFigure = rows.some((row) => typeof row[i] === "number");
      const format = isFigure ? ("plain" as const) : ("text" as const);
      return { title: String(title ?? ""), width: Math.min(WIDEST, longest * 2), format };
    }),
    rows,
  }));
  return writeBook({ sheets: written, made }, "zh-CN");
}
