import type { Programme, Town } from "../programme/programme.ts";
import { OPTIONAL_COLUMNS, PLAN_COLUMNS, type PlanSheet, planColumnOf } from "./columns.ts";
import type { CellPlace, FileTown, PlanProblem, PlanProblemKind } from "./plan-file.ts";
import { type ReadCell, townNamed } from "./read-cells.ts";
import { columnLetters, type Sheet, type SheetRow } from "./sheet.ts";

// One sheet with its header found: title with the year above, a row a line below.

/** A line below the header: its cells by column. */
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
};
/** What a sheet says, by town's slug. */
export type PageTowns = { towns: Map<string, FileTown>; problems: PlanProblem[] };

/** Finds header and title; cells that are no text or number are problems wherever a column is read. */
export function pageOf(kind: PlanSheet, { name, rows }: Sheet): Page {
  const at = rows.findIndex((row) => headersOf(kind, row).includes("town"));
  const header = rows[at];
  const above = (at < 0 ? rows : rows.slice(0, at)).flatMap(({ cells }) => cells);
  const titled = above.flatMap((cell) => {
    const year = /20\d\d/.exec(cell?.text ?? "")?.[0];
    return cell && year ? [{ year: Number(year), place: { sheet: name, cell: cell.address } }] : [];
  });
  const base = { kind, name, title: titled[0] ?? null };
  if (!header) {
    const problems = [
      { sheet: name, cell: "", kind: "no_header" as const, about: PLAN_COLUMNS[kind].town[0] },
    ];
    return { ...base, lines: [], problems, ready: false };
  }
  const columns = headersOf(kind, header);
  const body = rows.slice(at + 1);
  const missing = columnProblems(kind, name, header, columns);
  const troubles = body.flatMap(({ cells }) =>
    cells.flatMap((cell, i) =>
      cell?.trouble && columns[i]
        ? [{ sheet: name, cell: cell.address, kind: cell.trouble, about: cell.text }]
        : [],
    ),
  );
  const lines = body
    .map((row) => lineOf(name, row, columns))
    .filter((line) => columns.some((column) => column && line.text(column) !== ""));
  return { ...base, lines, problems: [...missing, ...troubles], ready: missing.length === 0 };
}

/** The town a line is about; the problem where it names none for certain. */
export function townOf(line: Line, programme: Programme): Town | PlanProblem {
  const text = line.text("town");
  const place = line.place("town");
  if (text === "") return { ...place, kind: "no_town", about: "" };
  return townNamed(programme, text) ?? { ...place, kind: "unknown_town", about: text };
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

function headersOf(kind: PlanSheet, { cells }: SheetRow): Array<string | null> {
  return Array.from(cells, (cell) => (cell ? planColumnOf(kind, cell.text) : null));
}

function columnProblems(
  kind: PlanSheet,
  sheet: string,
  { row }: SheetRow,
  columns: Array<string | null>,
): PlanProblem[] {
  return Object.entries(PLAN_COLUMNS[kind]).flatMap(([column, [name = column]]): PlanProblem[] => {
    const found = columns.flatMap((one, i) => (one === column ? [`${columnLetters(i + 1)}${row}`] : []));
    const [, second] = found;
    if (second) return [{ sheet, cell: second, kind: "column_twice", about: name }];
    if (found.length === 1 || OPTIONAL_COLUMNS[kind].includes(column)) return [];
    return [{ sheet, cell: "", kind: "no_column", about: name }];
  });
}

function lineOf(sheet: string, { row, cells }: SheetRow, columns: Array<string | null>): Line {
  const at = (column: string) => columns.indexOf(column);
  return {
    text: (column) => cells[at(column)]?.text ?? "",
    unreadable: (column) => cells[at(column)]?.trouble !== undefined,
    place: (column) => ({ sheet, cell: `${columnLetters(Math.max(at(column), 0) + 1)}${row}` }),
  };
}
