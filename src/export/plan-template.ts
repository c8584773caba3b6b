import type { DataValidation, Workbook, Worksheet } from "exceljs";
import { DUE_WORDS, PLAN_COLUMNS, PLAN_SHEETS, type PlanSheet } from "../domain/plan/columns.ts";
import type { Programme, Town } from "../domain/programme/programme.ts";
import type { YearPlan } from "../domain/report/year-plan.ts";
import { roundHalfUp } from "../domain/scoring/round-half-up.ts";

// The workbook an office fills in with a year's plan: what is known stands in it, lists offer what can be chosen.

/** Rows below the last known one that keep their lists, so that more can be added. */
const SPARE_ROWS = 60;
const HEADER_ROW = 2;
const CHOICES = "选项";
const INK = "FF1F2329";
const WIDTHS: Record<string, number> = {
  town: 12,
  investment: 20,
  project: 28,
  area: 16,
  item: 30,
  reason: 36,
};

type Value = string | number | null;
/** A table of a year's plan with what is known, below its title; the first row is the header. */
export type PlanTable = { kind: PlanSheet; title: string; header: string[]; rows: Value[][] };
/** Plain rows under a title, without a header. */
export type TitledRows = { name: string; title: string; rows: Value[][] };

/** The tables 年度计划, 项目 and 到期任务 of a year, as far as they are known. */
export function planTables(
  programme: Programme,
  year: number,
  plans: ReadonlyMap<string, YearPlan>,
): Record<PlanSheet, PlanTable> {
  const { towns } = programme;
  const planOf = ({ slug }: Town) => plans.get(slug);
  const table = (kind: PlanSheet, name: string, rows: Value[][]): PlanTable => {
    const header = Object.values(PLAN_COLUMNS[kind]).map(([first]) => first ?? "");
    return { kind, title: `${year}年${name}`, header, rows };
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

/** A year's plan as .xlsx with the sheets 年度计划, 项目 and 到期任务. */
export function planTemplate(
  programme: Programme,
  year: number,
  plans: ReadonlyMap<string, YearPlan>,
): Promise<Uint8Array> {
  return planWorkbook(programme, [], Object.values(planTables(programme, year, plans)));
}

/** Tables of a plan as .xlsx, after sheets of plain rows. The library is loaded only here, because it is large. */
export async function planWorkbook(
  programme: Programme,
  before: readonly TitledRows[],
  tables: readonly PlanTable[],
): Promise<Uint8Array> {
  const { default: excel } = await import("exceljs");
  const workbook = new excel.Workbook();
  for (const one of before) addPlain(workbook, one);
  const sheets = tables.map((table) => [table, addSheet(workbook, table)] as const);
  const choices = addChoices(workbook, programme);
  for (const [{ kind, rows }, sheet] of sheets)
    addValidation(sheet, kind, HEADER_ROW + rows.length + SPARE_ROWS, choices);
  return new Uint8Array(await workbook.xlsx.writeBuffer());
}

function addPlain(workbook: Workbook, { name, title, rows }: TitledRows): void {
  const sheet = workbook.addWorksheet(name);
  addTitle(sheet, title);
  sheet.addRows(rows);
  sheet.getColumn(1).width = 24;
  sheet.getColumn(2).width = 70;
  sheet.getColumn(2).alignment = { wrapText: true, vertical: "top" };
}

function addTitle(sheet: Worksheet, title: string): void {
  sheet.getCell("A1").value = title;
  sheet.getCell("A1").font = { bold: true, size: 14, color: { argb: INK } };
}

function investmentRow(town: Town, plan: YearPlan | undefined): Value[] {
  const shares = plan?.schedule?.map((share, i, all) => roundHalfUp((share - (all[i - 1] ?? 0)) * 100, 2));
  return [town.name, plan?.investment ?? null, ...(shares ?? [])];
}

/** A town without projects keeps a line to fill in. */
function projectRows(town: Town, plan: YearPlan | undefined): Value[][] {
  const known = (plan?.projects ?? []).map(({ name, total, planned }) => [
    town.name,
    name,
    total,
    ...planned,
  ]);
  return known.length > 0 ? known : [[town.name]];
}

/** Every item of the pack for every town; those of a known plan that are not due this year are left out. */
function itemRows(town: Town, plan: YearPlan | undefined, programme: Programme): Value[][] {
  return programme.areas.flatMap((area) =>
    area.items.flatMap((item): Value[][] => {
      const reason = plan?.notApplicable?.[item.id];
      const quarter = plan?.dueFrom?.[item.id];
      if (plan?.dueFrom && reason === undefined && quarter === undefined) return [];
      const due = reason === undefined ? (DUE_WORDS[(quarter ?? 0) - 1] ?? null) : "不适用";
      return [[town.name, area.name, item.name, due, reason ?? null]];
    }),
  );
}

function addSheet(workbook: Workbook, { kind, title, header, rows }: PlanTable): Worksheet {
  const frozen = { state: "frozen", xSplit: 1, ySplit: HEADER_ROW } as const;
  const sheet = workbook.addWorksheet(PLAN_SHEETS[kind][0], { views: [frozen] });
  addTitle(sheet, title);
  sheet.getRow(HEADER_ROW).values = header;
  sheet.getRow(HEADER_ROW).font = { bold: true };
  sheet.getRow(HEADER_ROW).alignment = { wrapText: true, vertical: "middle" };
  rows.forEach((values, i) => {
    sheet.getRow(HEADER_ROW + 1 + i).values = values;
  });
  Object.keys(PLAN_COLUMNS[kind]).forEach((column, i) => {
    sheet.getColumn(i + 1).width = WIDTHS[column] ?? 15;
  });
  return sheet;
}

type Choices = Record<"town" | "area" | "item" | "due", string>;

/** A hidden sheet with what the lists offer; the formulas that name its columns. */
function addChoices(workbook: Workbook, programme: Programme): Choices {
  const sheet = workbook.addWorksheet(CHOICES, { state: "veryHidden" });
  const items = programme.areas.flatMap((area) => area.items.map(({ name }) => name));
  const lists = {
    town: programme.towns.map(({ name }) => name),
    area: programme.areas.map(({ name }) => name),
    item: [...new Set(items)],
    due: [...DUE_WORDS],
  };
  const columns = Object.entries(lists);
  const range = (list: readonly string[], i: number) => {
    const letter = String.fromCharCode(65 + i);
    list.forEach((name, n) => {
      sheet.getCell(`${letter}${n + 1}`).value = name;
    });
    return `${CHOICES}!$${letter}$1:$${letter}$${list.length}`;
  };
  const [town = "", area = "", item = "", due = ""] = columns.map(([, list], i) => range(list, i));
  return { town, area, item, due };
}

/** A list where something is chosen, a bound where a figure is entered. */
function addValidation(sheet: Worksheet, kind: PlanSheet, last: number, choices: Choices): void {
  Object.keys(PLAN_COLUMNS[kind]).forEach((column, i) => {
    const rule = ruleFor(column, choices);
    if (!rule) return;
    for (let row = HEADER_ROW + 1; row <= last; row += 1) sheet.getCell(row, i + 1).dataValidation = rule;
  });
}

function ruleFor(column: string, choices: Choices): DataValidation | null {
  const refuses = {
    allowBlank: true,
    showErrorMessage: true,
    errorStyle: "stop",
    errorTitle: "请核对",
  } as const;
  if (column === "town" || column === "area" || column === "item" || column === "due")
    return { ...refuses, type: "list", formulae: [choices[column]], error: "请从列表中选择" };
  if (column === "investment" || column === "total")
    return {
      ...refuses,
      ...{ type: "decimal", operator: "greaterThanOrEqual", formulae: [0] },
      error: "请填数字，单位为万元",
    };
  if (/^(share|planned)\d$/.test(column))
    return {
      ...refuses,
      ...{ type: "decimal", operator: "between", formulae: [0, 100] },
      error: "请填0到100的数，不带百分号",
    };
  return null;
}
