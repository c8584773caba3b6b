// A workbook as its reader hands it over: the displayed text of every cell, nothing computed.

/** Why a cell cannot be read as text or number. */
export type CellTrouble = "formula" | "error" | "date";
/** `address`: `B7`. `text` is trimmed. */
export type SheetCell = { address: string; text: string; trouble?: CellTrouble };
/** `row`: as numbered in the sheet; `cells` by column, A first, holes where nothing is. */
export type SheetRow = { row: number; cells: ReadonlyArray<SheetCell | undefined> };
/** Rows from top to bottom; empty ones are left out. */
export type Sheet = { name: string; rows: SheetRow[] };

/** The letters of a column, 1 is `A`. */
export function columnLetters(column: number): string {
  const rest = Math.floor((column - 1) / 26);
  const letter = String.fromCharCode(65 + ((column - 1) % 26));
  return rest === 0 ? letter : `${columnLetters(rest)}${letter}`;
}
