import { readTown } from "../places/place-named.ts";
import type { Programme, Town } from "../programme/programme.ts";
import { type Entry, type FoundTable, findTable } from "../sheet/find-table.ts";
import { hiddenNotes, type SheetNote, tableNotes } from "../sheet/gather-tables.ts";
import { unitIn, withUnit } from "../sheet/header-words.ts";
import { columnLetters, type Sheet, type SheetCell } from "../sheet/sheet.ts";
import { OPTIONAL_COLUMNS, PLAN_COLUMNS, type PlanSheet, planColumnOf, planSheetOf } from "./columns.ts";
import type { CellPlace, FileTown, PlanProblem, PlanProblemKind } from "./plan-file.ts";
import type { ReadCell } from "./read-cells.ts";

// One sheet with its header found: title with the year above, a row a line below.

/** A line below the header: its cells by column. Money of a column in 元 or 亿元 has its unit. */
export type Line = {
  text: (column: string) => string;
  place: (column: string) => CellPlace;
  /** Whether the cell holds what is neither text nor number, which is a problem already told. */
  unreadable: (column: string) => boolean;
};
export type Page = {
  kind: PlanSheet;
  name: string;
  /** The year in the rows above the header, and where it stands; null when none is there. */
  title: { year: number; place: CellPlace } | null;
  lines: Line[];
  problems: PlanProblem[];
  /** Whether every needed column is there. */
  ready: boolean;
  notes: SheetNote[];
};
/** What a sheet says, by town's slug. */
export type PageTowns = { towns: Map<string, FileTown>; problems: PlanProblem[] };

const MONEY: readonly string[] = ["investment", "total"];

/** The kind of a sheet by its name, else by its header where that has every needed column; null for any other sheet. */
export function kindOf(sheet: Sheet): PlanSheet | null {
  const kinds: PlanSheet[] = ["projects", "items", "plan"];
  return (
    planSheetOf(sheet.name) ??
    kinds.find((kind) => missingIn(kind, tableOf(kind, sheet)).length === 0) ??
    null
  );
}

/** Finds header and title; cells that are no text or number are problems wherever a column is read. */
export function pageOf(kind: PlanSheet, sheet: Sheet): Page {
  const { name, rows } = sheet;
  const table = tableOf(kind, sheet);
  const above = table ? table.above : rows.flatMap(({ cells }) => cells.flatMap((cell) => cell ?? []));
  const base = { kind, name, title: titleIn(name, above) };
  if (!table) {
    const problems = [
      { sheet: name, cell: "", kind: "no_header" as const, about: PLAN_COLUMNS[kind].town[0] },
    ];
    return { ...base, lines: [], problems, ready: false, notes: hiddenNotes(sheet) };
  }
  const missing = columnProblems(kind, table);
  const { columns } = table.header;
  const known = [...new Set(columns.flatMap((column) => column ?? []))];
  const troubles = table.entries.flatMap(({ cell }) =>
    known.flatMap((column) => {
      const found = cell(column);
      return found?.trouble
        ? [{ sheet: name, cell: found.address, kind: found.trouble, about: found.text }]
        : [];
    }),
  );
  const lines = table.entries
    .map((entry) => lineOf(table, entry))
    .filter((line) => known.some((column) => line.text(column) !== ""));
  return {
    ...base,
    lines,
    problems: [...missing, ...troubles],
    ready: missing.length === 0,
    notes: [...hiddenNotes(sheet), ...tableNotes(table)],
  };
}

/** The table of a sheet; null where no row names its town. */
function tableOf(kind: PlanSheet, sheet: Sheet): FoundTable<string> | null {
  const table = findTable(sheet, { columnOf: (header) => planColumnOf(kind, header), least: 1 });
  return table?.header.names.has("town") ? table : null;
}

function titleIn(sheet: string, above: readonly SheetCell[]): Page["title"] {
  const [title] = above.flatMap(({ text, address }) => {
    const year = /20\d\d/.exec(text)?.[0];
    return year ? [{ year: Number(year), place: { sheet, cell: address } }] : [];
  });
  return title ?? null;
}

/** The town a line is about; the problem where it names none for certain. */
export function townOf(line: Line, programme: Programme): Town | PlanProblem {
  const text = line.text("town");
  const place = line.place("town");
  if (text === "") return { ...place, kind: "no_town", about: "" };
  const read = readTown(programme, text);
  return read.ok ? read.place : { ...place, kind: "unknown_town", about: text };
}

/** Collects the problems of one line's cells; a value that cannot be read is null. */
export function reading(line: Line, problems: PlanProblem[]) {
  const report = (column: string, kind: PlanProblemKind, about = line.text(column)) => {
    if (!line.unreadable(column)) problems.push({ ...line.place(column), kind, about });
  };
  const take = <T>(column: string, read: ReadCell<T>): T | null => {
    if (read.ok) return read.value;
    report(column, read.kind);
    return null;
  };
  return { report, take };
}

/** The names of needed columns that a sheet lacks; every one where it has no header. */
function missingIn(kind: PlanSheet, table: FoundTable<string> | null): string[] {
  const needed = Object.entries(PLAN_COLUMNS[kind]).filter(
    ([column]) => !OPTIONAL_COLUMNS[kind].includes(column),
  );
  return needed.flatMap(([column, [name = column]]) => (table?.header.names.has(column) ? [] : [name]));
}

function columnProblems(kind: PlanSheet, table: FoundTable<string>): PlanProblem[] {
  const { sheet, header } = table;
  const missing = missingIn(kind, table);
  return Object.entries(PLAN_COLUMNS[kind]).flatMap(([column, [name = column]]): PlanProblem[] => {
    const found = header.columns.flatMap((one, i) =>
      one === column ? [`${columnLetters(i + 1)}${header.row}`] : [],
    );
    const [, second] = found;
    if (second) return [{ sheet, cell: second, kind: "column_twice", about: name }];
    return missing.includes(name) ? [{ sheet, cell: "", kind: "no_column", about: name }] : [];
  });
}

function lineOf({ sheet, header, above }: FoundTable<string>, { row, cell, text }: Entry<string>): Line {
  const at = (column: string) => header.columns.indexOf(column);
  const titled = above.map((one) => unitIn(one.text)).find((unit) => unit !== null) ?? null;
  const unitOf = (column: string) => unitIn(header.names.get(column) ?? "") ?? titled;
  return {
    text: (column) => (MONEY.includes(column) ? withUnit(text(column), unitOf(column)) : text(column)),
    unreadable: (column) => cell(column)?.trouble !== undefined,
    place: (column) => ({ sheet, cell: `${columnLetters(Math.max(at(column), 0) + 1)}${row}` }),
  };
}
