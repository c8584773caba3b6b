import { describe, expect, test } from "vitest";
import { readPlanDocument } from "../../../src/domain/town-plan/plan-document.ts";
import { itemSheet, projectSheet, sheetOf } from "../plan/sheets.ts";
import { towns } from "../programmes.ts";

// A town's 方案 from the tables of a file: what each row says, and every problem by its place.

const YEARS = [2026, 2027];
const ROWS: string[][] = [
  ["碛口镇创建方案"],
  ["镇", "碛口镇"],
  ["示范点", "古镇核心区。\n黄河码头。"],
  ["创建类型", ""],
  ["建设要求", "修缮古街。"],
  ["领导机构", "县长任组长。"],
  ["资金保障：县级（万元）", "9,000"],
  ["资金保障：乡镇（亿元）", "0.15"],
  ["年度", "2026年"],
  ["计划投资（万元）", "1.5亿"],
  ["年度安排", "完成古街修缮。"],
];
const plan = (...rows: string[][]) => sheetOf("方案", ...rows);
const read = (...sheets: ReturnType<typeof sheetOf>[]) => readPlanDocument(sheets, towns, YEARS);
/** The rows with some of them replaced by their names. */
const but = (changed: Record<string, string>, ...more: string[][]) =>
  plan(
    ...ROWS.map(([name = "", said]) => (name in changed ? [name, changed[name] ?? ""] : [name, said ?? ""])),
    ...more,
  );
const problems = (sheet: ReturnType<typeof sheetOf>, ...more: ReturnType<typeof sheetOf>[]) =>
  read(sheet, ...more)?.problems.map(({ cell, kind, about }) => [cell, kind, about]);

test("a section a row, money in 万元, what the pack knows of the town where the file leaves it empty", () => {
  const found = read(plan(...ROWS));
  expect(found).toMatchObject({ town: { slug: "qikou" }, targets: null, problems: [], notes: [] });
  expect(found?.typed).toEqual({
    site: "古镇核心区。\n黄河码头。",
    kind: "tourism",
    demands: "修缮古街。",
    leadership: "县长任组长。",
    "funds.county": "9000",
    "funds.township": "1500",
    year: "2026",
    investment: "15000",
    arrangement: "完成古街修缮。",
  });
});

describe("as people fill in such tables", () => {
  const written = { site: "古镇核心区。", demands: "修缮古街。", leadership: "县长任组长。", year: "2026" };
  const funds = { "funds.county": "3000", "funds.township": "500" };
  const filled = { ...written, ...funds, kind: "tourism", investment: "12000", arrangement: "完成主体。" };

  test("a header, numbers before the names, remarks, all funds in one cell, a line of names", () => {
    const sheet = plan(
      ["栏目", "内容", "备注"],
      ["镇", "临县碛口镇", ""],
      ["一、示范点", "古镇核心区。", "见附图"],
      ["二、创建类型：", "特色旅游业", ""],
      ["（三）建设要求", "修缮古街。", ""],
      ["四、领导机构", "县长任组长。", ""],
      ["五、资金保障", "县级：３，０００万元；乡镇500万元", ""],
      ["六、年度", "二〇二六年", ""],
      ["计划投资（万元）", "１．２亿元", ""],
      ["年度安排", "完成主体。", ""],
      ["填报人：武凤英", "2026年10月12日", ""],
    );
    const found = read(sheet);
    expect(found).toMatchObject({ problems: [], town: { slug: "qikou" }, typed: filled });
    expect(found?.notes).toEqual([
      { sheet: "方案", kind: "left_out", about: ["3 见附图", "11 填报人：武凤英"] },
    ]);
  });

  test("a column of numbers, and the funds a source a row under one merged name", () => {
    const sheet = plan(
      ["碛口镇创建方案", "", ""],
      ["1", "镇", "碛口"],
      ["2", "示范点", "古镇核心区。"],
      ["3", "建设要求", "修缮古街。"],
      ["4", "领导机构", "县长任组长。"],
      ["资金保障（万元）", "县级", "3000"],
      ["", "乡镇", "0.05亿"],
      ["5", "年度", "２０２６年度"],
      ["6", "计划投资（亿元）", "1.2"],
      ["7", "年度安排", "完成主体。"],
    );
    expect(read(sheet)).toMatchObject({ problems: [], notes: [], typed: filled });
  });

  test("what of the funds is no source and sum is named", () => {
    expect(problems(but({}, ["资金保障", "县级3000万元、多方筹措"]))).toEqual([
      ["B12", "row_twice", "B7"],
      ["B12", "unknown_row", "资金保障：多方筹措"],
    ]);
  });

  test("a year and the tasks' days may be days of the workbook", () => {
    const dated = but({ 年度: "" });
    const day = (at: string, text: string) => ({ address: at, text, trouble: "date" as const });
    const rows = dated.rows.map((one) =>
      one.row === 9 ? { ...one, cells: [one.cells[0], day("B9", "2026-01-01")] } : one,
    );
    const tasks = taskSheet(TASK_ROW.with(0, towns.areas[0]?.name ?? ""));
    const last = tasks.rows.map((one, i) =>
      i === tasks.rows.length - 1
        ? { ...one, cells: one.cells.with(5, day("F3", "2026-03-01")).with(6, day("G3", "2026-09-30")) }
        : one,
    );
    const found = read({ ...dated, rows }, { ...tasks, rows: last });
    expect(found).toMatchObject({ problems: [], refused: [], typed: { year: "2026" } });
    expect(found?.targets?.tasks).toMatchObject([{ start: "2026-03-01", due: "2026-09-30" }]);
  });
});

test("projects and items due of the other tables, of this town alone", () => {
  const projects = projectSheet(["碛口镇", "古街修缮", "8000", "10", "40", "70", "100"]);
  const [area] = towns.areas;
  const items = itemSheet(["碛口", area?.name ?? "", area?.items[0]?.name ?? "", "二季度", ""]);
  const found = read(plan(...ROWS), projects, items, sheetOf("说明", ["填表说明"]));
  expect(found?.targets).toMatchObject({
    projects: [{ name: "古街修缮", total: 8000, planned: [10, 40, 70, 100] }],
    items: { dueFrom: { [area?.items[0]?.id ?? ""]: 2 }, notApplicable: {} },
  });
  expect(found?.notes).toEqual([{ sheet: "说明", kind: "no_table", about: [] }]);
  const others = projectSheet(["信义镇", "别镇项目", "8000", "10", "40", "70", "100"]);
  expect(problems(plan(...ROWS), others)).toEqual([["A3", "unknown_town", "信义镇"]]);
});

const TASK_HEAD = [
  "所属内容",
  "子项",
  "任务名称",
  "责任岗位",
  "权重",
  "开始日期",
  "截止日期",
  "节点",
  "佐证材料",
];
const TASK_ROW = [
  "基础设施",
  "",
  "污水管网",
  "副镇长",
  "10",
  "2026-03-01",
  "9月30日",
  "主体:6月30日:60；通水:9月30日:100",
  "",
];
const taskSheet = (...rows: string[][]) => sheetOf("表4", ["2026年年度任务"], TASK_HEAD, ...rows);

test("tasks of a table of their own, read as their form reads them", () => {
  const [area] = towns.areas;
  const row = TASK_ROW.with(0, area?.name ?? "");
  const found = read(plan(...ROWS), taskSheet(row));
  expect(found).toMatchObject({ problems: [], refused: [] });
  expect(found?.targets?.tasks).toMatchObject([
    { area: area?.id, item: null, title: "污水管网", weight: 10, start: "2026-03-01", due: "2026-09-30" },
  ]);
  expect(read(plan(...ROWS), taskSheet())?.targets).toBeNull();
});

test("what is wrong with a task is named by its cell", () => {
  const row = TASK_ROW.with(0, towns.areas[0]?.name ?? "");
  const wrong = taskSheet(
    row,
    row,
    row.with(2, "亮化").with(0, "别的"),
    row.with(2, "标识").with(6, "2027-01-10"),
    row.with(2, "绿化").with(4, "很重"),
    row.with(2, "停车").with(1, "没有的子项"),
  );
  const found = read(plan(...ROWS), wrong);
  expect(found?.problems.map(({ cell, kind }) => [cell, kind])).toEqual([
    ["C4", "row_twice"],
    ["B8", "unknown_item"],
  ]);
  expect(found?.refused.map(({ cell, refusal }) => [cell, refusal.reason])).toEqual([
    ["A5", "unknown_choice"],
    ["G6", "other_year_task"],
    ["E7", "not_a_number"],
  ]);
});

test("no table of a 方案 is none", () => {
  expect(read(projectSheet(["碛口镇", "古街修缮", "8000", "10", "40", "70", "100"]))).toBeNull();
  expect(read(sheetOf("工作总结", ["一、总体情况", "年度"], ["二、问题", "无"]))).toBeNull();
});

describe("every problem is named by its place", () => {
  test.each([
    ["no town", but({ 镇: "" }), [["B2", "no_town", ""]]],
    ["a town of another programme", but({ 镇: "平遥" }), [["B2", "unknown_town", "平遥"]]],
    ["an unknown kind", but({ 创建类型: "海滨类" }), [["B4", "unknown_kind", "海滨类"]]],
    ["a sum that is none", but({ "资金保障：县级（万元）": "若干" }), [["B7", "not_amount", "若干"]]],
    ["a negative investment", but({ "计划投资（万元）": "-5" }), [["B10", "negative", "-5"]]],
    ["a formula without its result", but({ 建设要求: "=A1" }), [["B5", "formula", ""]]],
    ["a row nobody asked for", but({}, ["联系电话", "0358"]), [["B12", "unknown_row", "联系电话"]]],
    ["a row twice", but({}, ["示范点", "新区"]), [["B12", "row_twice", "B3"]]],
  ])("%s", (_, sheet, told) => {
    expect(problems(sheet)).toEqual(told);
  });

  test("all at once, those of the other tables too", () => {
    const wrong = but({ 镇: "碛口", 创建类型: "海滨类", "计划投资（万元）": "多" });
    const projects = projectSheet(["碛口镇", "古街修缮", "", "10", "40", "30", "100"]);
    expect(problems(wrong, projects)?.map(([, kind]) => kind)).toEqual(
      ["not_amount", "unknown_kind", "no_total", "planned_falls"].toSorted(
        (a, b) => ORDER.indexOf(a) - ORDER.indexOf(b),
      ),
    );
  });

  test("a year of the tables that is not the year of the 方案", () => {
    const projects = projectSheet(["碛口镇", "古街修缮", "8000", "10", "40", "70", "100"]);
    expect(problems(but({ 年度: "2027" }), projects)).toEqual([["", "years_differ", "2027"]]);
  });
});

/** In the order they are read. */
const ORDER = ["unknown_kind", "not_amount", "no_total", "planned_falls"];
