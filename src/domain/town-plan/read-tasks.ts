import { foldName } from "../places/place-index.ts";
import { readTown } from "../places/place-named.ts";
import type { CellPlace, PlanProblem } from "../plan/plan-file.ts";
import { itemNamed } from "../plan/read-cells.ts";
import type { Refusal } from "../procedure/definition.ts";
import { readValues } from "../procedure/field.ts";
import type { Programme, Town } from "../programme/programme.ts";
import { type Entry, type FoundTable, findTable } from "../sheet/find-table.ts";
import { type SheetNote, tableNotes } from "../sheet/gather-tables.ts";
import { columnLetters, type Sheet } from "../sheet/sheet.ts";
import {
  columnOfTaskField,
  OPTIONAL_TASK_COLUMNS,
  TASK_COLUMNS,
  TASK_HEADERS,
  type TaskColumn,
  taskColumnOf,
} from "../task/task-columns.ts";
import { TASK_ASKS } from "../task/year-task.ts";
import { type PlannedTask, plannedTaskSchema, sameTask } from "./targets.ts";
import { taskProblem } from "./year-steps.ts";

// 年度任务: the table of a town's tasks in the file of its 方案, read as the form of a year task reads them.

export const TASK_TABLE = "年度任务";

/** A value that a task's form would refuse, and where it stands. */
export type RefusedCell = CellPlace & { refusal: Refusal };
type ReadTasks = {
  tasks: PlannedTask[];
  problems: PlanProblem[];
  refused: RefusedCell[];
  notes: SheetNote[];
};

/** The table of tasks on a sheet; null where a column that tells one apart is missing. */
export function taskTableOf(sheet: Sheet): FoundTable<TaskColumn> | null {
  const table = findTable(sheet, { columnOf: taskColumnOf });
  const needed: TaskColumn[] = ["title", "owner", "due"];
  return table && needed.every((column) => table.header.names.has(column)) ? table : null;
}

/** The tasks of this town in this year, or every problem by its cell. */
export function readTasks(
  table: FoundTable<TaskColumn>,
  town: Town,
  year: number,
  programme: Programme,
): ReadTasks {
  const read: ReadTasks = { tasks: [], problems: [], refused: [], notes: tableNotes(table) };
  const { header, sheet } = table;
  for (const column of TASK_COLUMNS) {
    const [about] = TASK_HEADERS[column];
    if (column === "town" || OPTIONAL_TASK_COLUMNS.includes(column) || header.names.has(column)) continue;
    read.problems.push({ sheet, cell: "", kind: "no_column", about });
  }
  if (read.problems.length > 0) return read;
  const first = new Map<PlannedTask, string>();
  for (const entry of table.entries) {
    const task = readLine(table, entry, { town, year, programme }, read);
    if (!task) continue;
    const { cell } = placeIn(table, entry, "title");
    const before = [...first].find(([one]) => sameTask(one, task))?.[1];
    if (before) read.problems.push({ sheet, cell, kind: "row_twice", about: before });
    first.set(task, cell);
    read.tasks.push(task);
  }
  return read;
}

type About = { town: Town; year: number; programme: Programme };

function readLine(
  table: FoundTable<TaskColumn>,
  entry: Entry<TaskColumn>,
  { town, year, programme }: About,
  { problems, refused }: ReadTasks,
): PlannedTask | null {
  const text = (column: TaskColumn) => entry.text(column).trim();
  const at = (column: TaskColumn) => placeIn(table, entry, column);
  const before = problems.length + refused.length;
  for (const column of TASK_COLUMNS) {
    const { trouble, text: about = "" } = entry.cell(column) ?? {};
    // A day that the workbook knows to be one is what these columns ask for.
    const isDay = trouble === "date" && (column === "start" || column === "due");
    if (trouble && !isDay) problems.push({ ...at(column), kind: trouble, about });
  }
  const named = text("town") === "" ? null : readTown(programme, text("town"));
  if (named && !(named.ok && named.place.slug === town.slug))
    problems.push({ ...at("town"), kind: "unknown_town", about: text("town") });
  const item = text("item") === "" ? null : itemNamed(programme, text("area"), text("item"));
  if (item === undefined) problems.push({ ...at("item"), kind: "unknown_item", about: text("item") });
  const typed = {
    ...{ area: areaNamed(programme, text("area")), title: text("title"), owner: text("owner") },
    ...{ weight: text("weight"), start: text("start"), due: text("due"), steps: text("steps") },
    evidence_needed: text("evidence"),
  };
  // A day without its year is one of the arrangement's year.
  const now = Date.UTC(year, 0, 1);
  const read = readValues(TASK_ASKS, typed, null, { actor: null, now, programme, evidence: 0 });
  const refusals: Refusal[] = read.ok ? [] : read.problems;
  const task = read.ok ? plannedTaskSchema.parse({ ...read.values, item: item ?? null }) : null;
  // Without a year of the arrangement every day would be one of another year.
  const wrong = task && Number.isInteger(year) && year > 0 ? taskProblem(task, year) : null;
  for (const refusal of [...refusals, ...(wrong ? [wrong] : [])])
    refused.push({ ...at(columnOfTaskField(refusal.field ?? "") ?? "title"), refusal });
  return problems.length + refused.length === before ? task : null;
}

function placeIn(
  { sheet, header }: FoundTable<TaskColumn>,
  { row }: Entry<TaskColumn>,
  column: TaskColumn,
): CellPlace {
  return { sheet, cell: `${columnLetters(Math.max(header.columns.indexOf(column), 0) + 1)}${row}` };
}

/** The id of the area with that name; the text itself where there is none, which its field then refuses. */
function areaNamed({ areas }: Programme, text: string): string {
  const wanted = foldName(text);
  const found = areas.find((one) => [one.id, one.name, one.nameEn].some((each) => foldName(each) === wanted));
  return found?.id ?? text;
}
