import type { SheetRow } from "../bot/procedures/import-records.ts";
import { foldName } from "../domain/places/place-index.ts";
import { readCounty, readTown } from "../domain/places/place-named.ts";
import type { Programme } from "../domain/programme/programme.ts";
import type { Entry, FoundTable } from "../domain/sheet/find-table.ts";
import type { SheetNote } from "../domain/sheet/gather-tables.ts";
import {
  columnOfTaskField,
  OPTIONAL_TASK_COLUMNS,
  TASK_COLUMNS,
  TASK_HEADERS,
  type TaskColumn,
  taskColumnOf,
  taskColumnOtherwise,
} from "../domain/task/task-columns.ts";
import { nearestWords } from "./nearest-words.ts";
import { cellProblem, readTables, type TableProblem } from "./read-table.ts";

// Reads a file of year tasks, one a row. A file with any problem is refused as a whole. The values are read as the form
// of a year task reads them.

/** `said`: the header's own words and the cell's text behind a value, for the sentence about it. */
export type TaskRow = SheetRow & {
  sheet?: string;
  said: (field: string) => { column: string; text: string } | null;
};
/** `notes`: what of the file was not read. */
export type TaskFile =
  | { ok: true; rows: TaskRow[]; notes: SheetNote[] }
  | { ok: false; problems: TableProblem[]; notes: SheetNote[] };

/** Reads a .csv or .xlsx of year tasks, or refuses it with every problem of columns and places, and its row. */
export async function readTaskFile(
  bytes: Uint8Array,
  fileName: string,
  programme: Programme,
): Promise<TaskFile> {
  const isHeading = (text: string) => readCounty(programme, text).ok || readTown(programme, text).ok;
  const read = await readTables<TaskColumn>(bytes, fileName, {
    columnOf: taskColumnOf,
    otherwise: taskColumnOtherwise,
    isHeading,
  });
  if (!read.ok) return { ...read, notes: [] };
  const { tables, notes } = read;
  if (tables.every(({ entries }) => entries.length === 0)) {
    const nothing = problem({ line: tables[0]?.header.row ?? 0 }, "没有任务", "there is no task in it");
    return { ok: false, problems: [nothing], notes };
  }
  const many = tables.length > 1;
  const missing = tables.flatMap((table) => headerProblems(table, placeIn(table, table.header.row, many)));
  if (missing.length > 0) return { ok: false, problems: missing, notes };
  const found = tables.flatMap((table) =>
    table.entries.map((entry) => readRow(table, entry, placeIn(table, entry.row, many), programme)),
  );
  const rows = found.flatMap(({ row }) => row ?? []);
  const problems = [...found.flatMap((one) => one.problems), ...repeated(rows)];
  return problems.length > 0
    ? { ok: false, problems: problems.sort((a, b) => Number(a.sheet === b.sheet) * (a.line - b.line)), notes }
    : { ok: true, rows, notes };
}

type Place = { line: number; sheet?: string };

function placeIn({ sheet }: { sheet: string }, line: number, many: boolean): Place {
  return { line, ...(many && sheet !== "" ? { sheet } : {}) };
}

function headerProblems({ header: { columns } }: FoundTable<TaskColumn>, at: Place): TableProblem[] {
  const times = (column: TaskColumn) => columns.filter((one) => one === column).length;
  return TASK_COLUMNS.flatMap((column) => {
    const [name] = TASK_HEADERS[column];
    if (times(column) > 1)
      return [problem(at, `“${name}”一列出现了两次`, `the column ${column} is there twice`)];
    if (times(column) === 1 || OPTIONAL_TASK_COLUMNS.includes(column)) return [];
    return [problem(at, `缺少“${name}”（${column}）一列`, `the column ${column} is missing`)];
  });
}

function readRow(
  { header }: FoundTable<TaskColumn>,
  { cell, text: textOf }: Entry<TaskColumn>,
  at: Place,
  programme: Programme,
): { row?: TaskRow; problems: TableProblem[] } {
  const text = (column: TaskColumn) => textOf(column).trim();
  const town = readTown(programme, text("town"));
  const area = named(programme.areas, text("area"));
  const item = area && text("item") !== "" ? named(area.items, text("item")) : undefined;
  const unknown = (column: TaskColumn, near: string[]) => {
    const why =
      text(column) === "" ? ["没有填写", "is empty"] : ["不在本方案之内", "is not in this programme"];
    const value = text(column) === "" ? "" : `“${text(column)}”`;
    const [meant, meantEn] =
      near.length > 0 ? [`；是不是${near.join("、")}？`, `; is it ${near.join(", ")}?`] : ["", ""];
    return problem(
      at,
      `${TASK_HEADERS[column][0]}（${column}）${value}${why[0]}${meant}`,
      `${column}${value} ${why[1]}${meantEn}`,
    );
  };
  const near = (things: readonly Named[], column: TaskColumn) =>
    nearestWords(
      text(column),
      things.map(({ name }) => name),
    );
  const problems = [
    ...TASK_COLUMNS.flatMap((column) => cellProblem(cell(column)) ?? []).map(({ reason, reasonEn }) =>
      problem(at, reason, reasonEn),
    ),
    ...(town.ok
      ? []
      : [
          unknown(
            "town",
            town.near.map(({ name }) => name),
          ),
        ]),
    ...(area ? [] : [unknown("area", near(programme.areas, "area"))]),
    ...(item || text("item") === "" ? [] : [unknown("item", near(area?.items ?? [], "item"))]),
  ];
  if (!town.ok || !area || problems.length > 0) return { problems };
  const values = {
    to: `town.${town.place.slug}`,
    area: area.id,
    item: item?.id ?? null,
    ...{ title: text("title"), owner: text("owner"), weight: text("weight") },
    ...{ start: text("start"), due: text("due"), steps: text("steps"), evidence_needed: text("evidence") },
  };
  const said = (field: string) => {
    const column = columnOfTaskField(field);
    const name = column && header.names.get(column);
    return column && name !== undefined ? { column: name, text: text(column) } : null;
  };
  return { row: { ...at, values, said }, problems };
}

type Named = { id?: string; name: string; nameEn: string };

/** The one with that id or name; undefined when the name is ambiguous. */
function named<T extends Named>(things: readonly T[], text: string): T | undefined {
  const wanted = foldName(text);
  const found = things.filter(({ id, name, nameEn }) =>
    [id, name, nameEn].some((one) => one && foldName(one) === wanted),
  );
  return found.length === 1 ? found[0] : undefined;
}

/** The same task twice in one file. */
function repeated(rows: TaskRow[]): TableProblem[] {
  const nameOf = ({ values: { to, area, item, title } }: TaskRow) => JSON.stringify([to, area, item, title]);
  return rows.flatMap((row, i) => {
    const first = rows.findIndex((other) => nameOf(other) === nameOf(row));
    const before = rows[first]?.line;
    const at = { line: row.line, ...(row.sheet === undefined ? {} : { sheet: row.sheet }) };
    return first < i ? [problem(at, `与第${before}行重复`, `the same task as row ${before}`)] : [];
  });
}

function problem(at: Place, reason: string, reasonEn: string): TableProblem {
  return { ...at, reason, reasonEn };
}
