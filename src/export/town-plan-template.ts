import { figuresSchema } from "../domain/procedure/field.ts";
import type { Values } from "../domain/procedure/record.ts";
import type { Programme, Town } from "../domain/programme/programme.ts";
import type { YearPlan } from "../domain/report/year-plan.ts";
import { TASK_COLUMNS, TASK_HEADERS } from "../domain/task/task-columns.ts";
import { FUNDS, ROWS } from "../domain/town-plan/plan-rows.ts";
import { TASK_TABLE } from "../domain/town-plan/read-tasks.ts";
import { targetsIn } from "../domain/town-plan/targets.ts";
import { writeDocument } from "./docx/write-document.ts";
import { type PlanTable, planTables, planWorkbook } from "./plan-template.ts";

// The template of a town's 方案 as a document and as a workbook, with what is known of it.

/** `town` null: a template without a name. `values`: what is written so far. `plan`: the town's plan of the year. */
type Known = { town: Town | null; year: number; values: Values; plan: YearPlan | null };
type Row = [name: string, content: string | number | null];

/** Both files: the sections, then the projects, items due and tasks of the year. */
export async function townPlanTemplates(
  programme: Programme,
  { town, year, values, plan }: Known,
): Promise<{ docx: Uint8Array; xlsx: Uint8Array }> {
  const own = { ...programme, towns: town ? [town] : [] };
  const plans = new Map(town && plan ? [[town.slug, plan]] : []);
  const { projects, items } = planTables(own, year, plans);
  const tables = [projects, items, taskTable(programme, year, values)];
  const title = `${town?.name ?? ""}创建方案`;
  const rows = sectionRows(programme, town, year, values);
  const [xlsx, docx] = await Promise.all([
    planWorkbook(own, [{ name: "方案", title, rows }], tables),
    writeDocument([
      { title, rows },
      ...tables.map(({ title, header, rows: known }) => ({ title, rows: [header, ...known] })),
    ]),
  ]);
  return { docx, xlsx };
}

/** Rows left empty for a document, which has no spare ones. */
const EMPTY = 3;
const COLUMNS = TASK_COLUMNS.filter((column) => column !== "town");

function taskTable({ areas }: Programme, year: number, values: Values): PlanTable {
  const { tasks = [] } = targetsIn(values);
  const nothing = COLUMNS.map(() => null);
  const rows = tasks.map(({ area, item, title, owner, weight, start, due, steps, evidence_needed }) => {
    const own = areas.find(({ id }) => id === area);
    const part = own?.items.find(({ id }) => id === item);
    return [own?.name ?? area, part?.name ?? null, title, owner, weight, start, due, steps, evidence_needed];
  });
  return {
    ...{ name: TASK_TABLE, title: `${year}年${TASK_TABLE}`, rows: [...rows, ...Array(EMPTY).fill(nothing)] },
    header: COLUMNS.map((column) => TASK_HEADERS[column][0]),
    // Its day is any day, where the due column of an item is a quarter.
    columns: COLUMNS.map((column) => (column === "due" ? "until" : column)),
  };
}

function sectionRows(programme: Programme, town: Town | null, year: number, values: Values): Row[] {
  const text = (field: string) => (typeof values[field] === "string" ? values[field] : null);
  const funds = figuresSchema.safeParse(values.funds).data ?? {};
  const kind = programme.groups.find(({ id }) => id === (text("kind") || town?.group));
  return [
    [ROWS.town[0], town?.name ?? null],
    [ROWS.site[0], text("site")],
    [ROWS.kind[0], kind?.name ?? null],
    [ROWS.demands[0], text("demands")],
    [ROWS.leadership[0], text("leadership")],
    ...programme.fundSources.map(({ id, name }): Row => [`${FUNDS}：${name}（万元）`, funds[id] ?? null]),
    [ROWS.year[0], Number(values.year ?? year)],
    [ROWS.investment[0], Number(values.investment) || null],
    [ROWS.arrangement[0], text("arrangement")],
  ];
}
