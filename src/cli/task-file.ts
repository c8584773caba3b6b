import type { SheetRow } from "../bot/procedures/import-records.ts";
import { foldName } from "../domain/places/place-index.ts";
import type { Programme } from "../domain/programme/programme.ts";
import { readTable, type TableProblem, type TableRow } from "./read-table.ts";

// Reads a file of year tasks, one a row. A file with any problem is refused as a whole. The values are read as the form
// of a year task reads them.

const COLUMNS = [
  "town",
  "area",
  "item",
  "title",
  "owner",
  "weight",
  "start",
  "due",
  "steps",
  "evidence",
] as const;
type Column = (typeof COLUMNS)[number];
/** Accepted column headers; the first is the name used in problems. */
const WORDS: Record<Column, [string, ...string[]]> = {
  town: ["镇", "town", "乡镇", "镇名", "责任镇"],
  area: ["所属内容", "area", "内容", "类别"],
  item: ["子项", "item", "事项"],
  title: ["任务名称", "title", "task", "任务", "工作任务"],
  owner: ["责任岗位", "owner", "owner_post", "责任人", "责任领导"],
  weight: ["权重", "weight", "分值"],
  start: ["开始日期", "start", "开始", "开始时间"],
  due: ["截止日期", "due", "截止", "完成时限", "完成时间"],
  steps: ["节点", "steps", "milestones", "进度节点"],
  evidence: ["佐证材料", "evidence", "佐证", "销号材料"],
};
const OPTIONAL: readonly Column[] = ["item", "steps", "evidence"];

export type TaskFile = { ok: true; rows: SheetRow[] } | { ok: false; problems: TableProblem[] };

/** Reads a .csv or .xlsx of year tasks, or refuses it with every problem of columns and places, and its row. */
export async function readTaskFile(
  bytes: Uint8Array,
  fileName: string,
  programme: Programme,
): Promise<TaskFile> {
  const table = await readTable(bytes, fileName, { dates: true });
  if (!table.ok) return table;
  const [header, ...body] = table.rows;
  if (!header || body.length === 0)
    return { ok: false, problems: [problem(header?.line ?? 0, "没有任务", "there is no task in it")] };
  const columns = header.cells.map(columnOf);
  const missing = headerProblems(header.line, columns);
  if (missing.length > 0) return { ok: false, problems: missing };
  const read = body.map((row) => readRow(row, columns, programme));
  const rows = read.flatMap(({ row }) => row ?? []);
  const problems = [...read.flatMap((one) => one.problems), ...repeated(rows)];
  return problems.length > 0
    ? { ok: false, problems: problems.sort((a, b) => a.line - b.line) }
    : { ok: true, rows };
}

function columnOf(text: string): Column | null {
  const wanted = foldName(text).replace(/[_*\s]/g, "");
  return COLUMNS.find((one) => WORDS[one].some((word) => word.replace("_", "") === wanted)) ?? null;
}

function headerProblems(line: number, columns: Array<Column | null>): TableProblem[] {
  const times = (column: Column) => columns.filter((one) => one === column).length;
  return COLUMNS.flatMap((column) => {
    const [name] = WORDS[column];
    if (times(column) > 1)
      return [problem(line, `“${name}”一列出现了两次`, `the column ${column} is there twice`)];
    if (times(column) === 1 || OPTIONAL.includes(column)) return [];
    return [problem(line, `缺少“${name}”（${column}）一列`, `the column ${column} is missing`)];
  });
}

function readRow(
  { line, cells }: TableRow,
  columns: Array<Column | null>,
  programme: Programme,
): { row?: SheetRow; problems: TableProblem[] } {
  const text = (column: Column) => cells[columns.indexOf(column)]?.trim() ?? "";
  const town = named(programme.towns, text("town"));
  const area = named(programme.areas, text("area"));
  const item = area && text("item") !== "" ? named(area.items, text("item")) : undefined;
  const unknown = (column: Column) => {
    const why =
      text(column) === "" ? ["没有填写", "is empty"] : ["不在本方案之内", "is not in this programme"];
    const value = text(column) === "" ? "" : `“${text(column)}”`;
    return problem(line, `${WORDS[column][0]}（${column}）${value}${why[0]}`, `${column}${value} ${why[1]}`);
  };
  const problems = [
    ...(town ? [] : [unknown("town")]),
    ...(area ? [] : [unknown("area")]),
    ...(item || text("item") === "" ? [] : [unknown("item")]),
  ];
  if (!town || !area || problems.length > 0) return { problems };
  const values = {
    to: `town.${town.slug}`,
    area: area.id,
    item: item?.id ?? null,
    ...{ title: text("title"), owner: text("owner"), weight: text("weight") },
    ...{ start: text("start"), due: text("due"), steps: text("steps"), evidence_needed: text("evidence") },
  };
  return { row: { line, values }, problems };
}

type Named = { slug?: string; id?: string; code?: string; name: string; short?: string; nameEn: string };

/** The one with that slug, id, code or name; undefined when the name is ambiguous. */
function named<T extends Named>(things: readonly T[], text: string): T | undefined {
  const wanted = foldName(text);
  const found = things.filter(({ slug, id, code, name, short, nameEn }) =>
    [slug, id, code, name, short, nameEn].some((one) => one && foldName(one) === wanted),
  );
  return found.length === 1 ? found[0] : undefined;
}

/** The same task twice in one file. */
function repeated(rows: SheetRow[]): TableProblem[] {
  const nameOf = ({ values: { to, area, item, title } }: SheetRow) => JSON.stringify([to, area, item, title]);
  return rows.flatMap((row, i) => {
    const first = rows.findIndex((other) => nameOf(other) === nameOf(row));
    const before = rows[first]?.line;
    return first < i ? [problem(row.line, `与第${before}行重复`, `the same task as row ${before}`)] : [];
  });
}

function problem(line: number, reason: string, reasonEn: string): TableProblem {
  return { line, reason, reasonEn };
}
