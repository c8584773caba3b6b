// A sheet as its reader hands it over: the displayed text of every cell, nothing computed.

/** Why a cell is neither text nor number: a formula without a stored result, an error, a day. */
export type CellTrouble = "formula" | "error" | "date";
/**
 * `address`: `B7`. `text` is trimmed; of a day it is `2026-09-30`, or `2026年9月` where only the month is shown.
 * `computed`: the stored result of a formula. `across`: columns a merged cell covers.
 */
export type SheetCell = {
  address: string;
  text: string;
  trouble?: CellTrouble;
  computed?: true;
  across?: number;
};
/** `row`: as numbered in the sheet; `cells` by column, A first, holes where nothing is. */
export type SheetRow = { row: number; cells: ReadonlyArray<SheetCell | undefined> };
/** What people do not see of a sheet and is therefore not read: all of it, rows and columns with content. */
export type Hidden = { sheet: boolean; rows: number[]; columns: string[] };
/** Rows from top to bottom; empty and hidden ones are left out. */
export type Sheet = { name: string; rows: SheetRow[]; hidden?: Hidden };

/** The letters of a column, 1 is `A`. */
export function columnLetters(column: number): string {
  const rest = Math.floor((column - 1) / 26);
  const letter = String.fromCharCode(65 + ((column - 1) % 26));
  return rest === 0 ? letter : `${columnLetters(rest)}${letter}`;
}
