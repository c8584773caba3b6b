import { columnLetters, type Sheet, type SheetCell } from "../../../src/domain/sheet/sheet.ts";

/** A sheet of rows of texts, from row 1; "" is an empty cell, `text>3` one merged across three columns. */
export function sheet(name: string, ...rows: string[][]): Sheet {
  return {
    name,
    rows: rows.flatMap((cells, i) => {
      const read = cells.map((text, n): SheetCell | undefined => {
        const [, words = text, across] = /^(.*)>(\d)$/.exec(text) ?? [];
        if (words === "") return undefined;
        return {
          address: `${columnLetters(n + 1)}${i + 1}`,
          text: words,
          ...(across ? { across: Number(across) } : {}),
        };
      });
      return read.some((cell) => cell) ? [{ row: i + 1, cells: read }] : [];
    }),
  };
}
