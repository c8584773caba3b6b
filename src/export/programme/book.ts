import type { Programme } from "../../domain/programme/programme.ts";
import { readable } from "../../domain/reading/readable.ts";
import type { Draft } from "./draft.ts";

// A pack as a workbook: what each sheet holds, and how a cell is written and read.

export type Cell = string | number | null;

/** A row as it was read; `text` "" for an empty cell or a column that is not there. */
export type BookRow = { row: number; text: (title: string) => string };

/**
 * `choices`: what can be chosen in the column, as words or as the cells of another sheet's first column. `optional`: may
 * be left empty.
 */
export type Column = {
  title: string;
  width?: number;
  choices?: readonly string[] | { sheet: string };
  optional?: true;
};

/** `optional`: the workbook may lack the sheet. */
export type BookSheet = {
  name: string;
  about: string;
  columns: readonly Column[];
  rows: (programme: Programme) => Cell[][];
  read: (rows: readonly BookRow[], draft: Draft) => void;
  optional?: true;
};

/** Words for the values of a closed set, in both directions. */
export type Words<V extends string> = {
  words: readonly string[];
  word: (value: V) => string;
  /** The value, or the text itself where no value is called so. */
  value: (text: string) => string;
};

export function wordsOf<V extends string>(table: Record<V, string>): Words<V> {
  const values = new Map<string, string>();
  for (const [value, word] of Object.entries<string>(table))
    values.set(readable(word), value).set(value, value);
  return {
    words: Object.values(table),
    word: (value) => table[value],
    value: (text) => values.get(readable(text)) ?? text,
  };
}

const PARTS = /[、,，;；\n]+/;

export function joined(parts: readonly (string | number)[]): string {
  return parts.join("、");
}

export function parted(text: string): string[] {
  return text
    .split(PARTS)
    .map((part) => part.trim())
    .filter((part) => part !== "");
}
