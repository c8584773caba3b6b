// A workbook as data: tables with a title, a header, formats and rules. How it looks and prints is the writer's.

export type Plain = string | number | null;
/** A formula with what it comes to, for previews that cannot compute. */
export type Formula = { formula: string; result: Plain };
/** The background of a cell: a light, or `strong` for a sum. */
export type Tone = "red" | "yellow" | "green" | "blue" | "grey" | "strong";
export type Cell = Plain | Formula | { value: Plain | Formula; tone: Tone };

/**
 * `text` is wrapped; `count` has no decimals; `amount` is 万元; `percent` is 72 for 72 %, `share` 0.72; `day` takes
 * `YYYY-MM-DD`; `rank` and `move` are whole numbers, a move up is positive; a number is a score with so many decimals.
 */
export type Format =
  | "text"
  | "plain"
  | "count"
  | "amount"
  | "percent"
  | "share"
  | "day"
  | "rank"
  | "move"
  | number;

/**
 * What may be entered in a column. A list is offered, and nothing else taken unless it is `open`; `sheet`: what stands in the
 * first column of another one is offered.
 */
export type Rule =
  | { of: "list"; list: readonly string[]; open?: true }
  | { of: "sheet"; sheet: string }
  | { of: "number"; least: number; most?: number }
  | { of: "day" };
/** `width` in characters of a figure; a Chinese character takes two. */
export type Column = { title: string; width: number; format?: Format; rule?: Rule };

/** A chart of bars beside the table: names and figures are columns counted from 0, of the first `rows` rows. */
export type Chart = { title: string; names: number; figures: number; rows: number; decimals?: number };

export type BookSheet = {
  name: string;
  title: string;
  /** Sentences below the title. */
  lines?: readonly string[];
  columns: readonly Column[];
  /** Rows that belong to the header: units, weights. */
  under?: ReadonlyArray<readonly Cell[]>;
  /** Read as the sheet is written. */
  rows: Iterable<readonly Cell[]>;
  /** Columns that stay in sight; 0 unless it says otherwise. */
  freeze?: number;
  /** Rows below the last one that keep the rules of their columns, so that more can be added. */
  spare?: number;
  chart?: Chart;
};

/** `made`: the line at the foot of every page. */
export type Book = { sheets: readonly BookSheet[]; made: string };

/** Rows made one by one as they are read, whenever they are. */
export function each<T>(
  items: readonly T[],
  cells: (item: T, i: number) => readonly Cell[],
): Iterable<readonly Cell[]> {
  return {
    *[Symbol.iterator]() {
      for (const [i, item] of items.entries()) yield cells(item, i);
    },
  };
}

/** Whether a sheet has a header at all: one whose columns have no names is rows under a title. */
export function hasHeader({ columns }: Pick<BookSheet, "columns">): boolean {
  return columns.some(({ title }) => title !== "");
}

/** The number of a sheet's header row; rows of `under` follow it. */
export function headerRow({ lines = [] }: Pick<BookSheet, "lines">): number {
  return lines.length + 2;
}

/** The number of the first row of figures. */
export function firstRow(sheet: Pick<BookSheet, "lines" | "under" | "columns">): number {
  return headerRow(sheet) + (sheet.under?.length ?? 0) + (hasHeader(sheet) ? 1 : 0);
}

/** 1 is A, 27 is AA. */
export function letter(column: number): string {
  const rest = Math.floor((column - 1) / 26);
  return (rest > 0 ? letter(rest) : "") + String.fromCharCode(65 + ((column - 1) % 26));
}

/** What a cell shows, without its tone; of a formula what it comes to. */
export function shown(cell: Cell | undefined): Plain {
  if (cell === null || cell === undefined || typeof cell !== "object") return cell ?? null;
  return "value" in cell ? shown(cell.value) : cell.result;
}
