import { DUE_WORDS, PLAN_COLUMNS, PLAN_SHEETS, type PlanSheet } from "../domain/plan/columns.ts";
import type { Programme, Town } from "../domain/programme/programme.ts";
import { IMAGE, sectionsOf } from "../domain/report/content.ts";
import type { YearPlan } from "../domain/report/year-plan.ts";
import { roundHalfUp } from "../domain/scoring/round-half-up.ts";
import type { BookSheet, Column, Plain } from "./book/book.ts";
import { writeBook } from "./book/write-book.ts";

// The workbook an office fills in with a year's plan: what is known stands in it, lists offer what can be chosen.

/** Rows below the last known one that keep their lists, so that more can be added. */
const SPARE = 60;
const WIDTHS: Record<string, number> = {
  town: 14,
  investment: 20,
  project: 32,
  area: 18,
  item: 34,
  reason: 40,
};

/** A table with what is known, below its title and header; `columns`: what each column is of. */
export type PlanTable = TitledRows & { columns: readonly string[]; header: string[] };
/** Plain rows under a title, without a header. */
export type TitledRows = { name: string; title: string; rows: Plain[][] };

/** The tables 年度计划, 项目 and 到期任务 of a year, as far as they are known. */
export function planTables(
  programme: Programme,
  year: number,
  plans: ReadonlyMap<string, YearPlan>,
): Record<PlanSheet, PlanTable> {
  const { towns } = programme;
  const planOf = ({ slug }: Town) => plans.get(slug);
  const table = (kind: PlanSheet, name: string, rows: Plain[][]): PlanTable => {
    const header = Object.values(PLAN_COLUMNS[kind]).map(([first]) => first ?? "");
    const columns = Object.keys(PLAN_COLUMNS[kind]);
    return { name: PLAN_SHEETS[kind][0], columns, title: `${year}年${name}`, header, rows };
  };
  return {
    plan: table(
      "plan",
      "年度计划",
      towns.map((town) => investmentRow(town, planOf(town))),
    ),
    projects: table(
      "projects",
      "项目",
      towns.flatMap((town) => projectRows(town, planOf(town))),
    ),
    items: table(
      "items",
      "到期任务",
      towns.flatMap((town) => itemRows(town, planOf(town), programme)),
    ),
  };
}

/** A year's plan as .xlsx with the sheets 年度计划, 项目 (where image progress is reported) and 到期任务. */
export function planTemplate(
  programme: Programme,
  year: number,
  plans: ReadonlyMap<string, YearPlan>,
): Promise<Uint8Array> {
  const asked = sectionsOf(programme);
  const { plan, projects, items } = planTables(programme, year, plans);
  return planWorkbook(programme, [], [plan, ...(asked.includes(IMAGE) ? [projects] : []), items]);
}

/** Tables of a plan as .xlsx, after sheets of plain rows. */
export function planWorkbook(
  programme: Programme,
  before: readonly TitledRows[],
  tables: readonly PlanTable[],
): Promise<Uint8Array> {
  const sheets = [...before.map(plainSheet), ...tables.map((table) => tableSheet(table, programme))];
  return writeBook({ sheets, made: programme.office.name }, "zh-CN");
}

function plainSheet(sheet: TitledRows): BookSheet {
  const columns = [24, 70].map((width) => ({ title: "", width, format: "text" as const }));
  return { ...sheet, columns };
}

function tableSheet({ name, columns: ids, title, header, rows }: PlanTable, programme: Programme): BookSheet {
  const columns = header.map((words, i) => columnOf(ids[i] ?? "", words, programme));
  return { name, title, columns, rows, freeze: 1, spare: SPARE };
}

function investmentRow(town: Town, plan: YearPlan | undefined): Plain[] {
  const shares = plan?.schedule?.map((share, i, all) => roundHalfUp((share - (all[i - 1] ?? 0)) * 100, 2));
  return [town.name, plan?.investment ?? null, ...(shares ?? [])];
}

/** A town without projects keeps a line to fill in. */
function projectRows(town: Town, plan: YearPlan | undefined): Plain[][] {
  const known = (plan?.projects ?? []).map(({ name, total, planned }) => [
    town.name,
    name,
    total,
    ...planned,
  ]);
  return known.length > 0 ? known : [[town.name]];
}

/** Every item that is reported, for every town; those of a known plan that are not due this year are left out. */
function itemRows(town: Town, plan: YearPlan | undefined, programme: Programme): Plain[][] {
  const asked = sectionsOf(programme);
  const areas = programme.areas.filter(({ id }) => asked.includes(id));
  return areas.flatMap((area) =>
    area.items.flatMap((item): Plain[][] => {
      const reason = plan?.notApplicable?.[item.id];
      const quarter = plan?.dueFrom?.[item.id];
      if (plan?.dueFrom && reason === undefined && quarter === undefined) return [];
      const due = reason === undefined ? (DUE_WORDS[(quarter ?? 0) - 1] ?? null) : "不适用";
      return [[town.name, area.name, item.name, due, reason ?? null]];
    }),
  );
}

/** A list where something is chosen, a bound where a figure is entered; figures stand as they were given. */
function columnOf(id: string, title: string, programme: Programme): Column {
  const column = { title, width: WIDTHS[id] ?? 15 };
  const list = listOf(id, programme);
  if (list) return { ...column, format: "text", rule: { of: "list", list } };
  if (id === "investment" || id === "total") return { ...column, rule: { of: "number", least: 0 } };
  if (/^(share|planned)\d$/.test(id)) return { ...column, rule: { of: "number", least: 0, most: 100 } };
  return { ...column, format: "text" };
}

function listOf(id: string, { towns, areas }: Programme): readonly string[] | null {
  switch (id) {
    case "town":
      return towns.map(({ name }) => name);
    case "area":
      return areas.map(({ name }) => name);
    case "item":
      return [...new Set(areas.flatMap(({ items }) => items.map(({ name }) => name)))];
    case "due":
      return [...DUE_WORDS];
    default:
      return null;
  }
}
