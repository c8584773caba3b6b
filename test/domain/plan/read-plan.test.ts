import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { planProblemText } from "../../../cards/text/plan.ts";
import { readPlan } from "../../../src/domain/plan/read-plan.ts";
import type { Sheet } from "../../../src/domain/sheet/sheet.ts";
import { towns } from "../programmes.ts";
import { itemSheet, PLAN_HEADER, PROJECT_HEADER, planSheet, projectSheet, sheetOf } from "./sheets.ts";

const read = (...sheets: Sheet[]) => readPlan(sheets, towns, [2026, 2027]);

function saysOf(town: string, ...sheets: Sheet[]) {
  const answer = read(...sheets);
  if (!answer.ok) throw new Error(answer.problems.map((one) => planProblemText(one, "zh-CN")).join("\n"));
  return answer.file.towns.get(town);
}

/** Every problem as `cell kind`. */
function problems(...sheets: Sheet[]): string[] {
  const answer = read(...sheets);
  return answer.ok ? [] : answer.problems.map(({ cell, kind }) => `${cell} ${kind}`.trim());
}

describe("a year's plan is read", () => {
  test("investment alone, or with what share of it is due in each quarter, which is kept as it adds up", () => {
    const sheet = planSheet(["碛口镇", "12,000"], ["信义", "0.8亿", "10", "20%", "30", "40"]);
    expect(saysOf("qikou", sheet)).toEqual({ investment: 12000 });
    expect(saysOf("xinyi", sheet)).toEqual({ investment: 8000, schedule: [0.1, 0.3, 0.6, 1] });
  });

  test("projects with total and planned progress, several a town", () => {
    const sheet = projectSheet(
      ["碛口镇", "古镇保护", "18000", "20", "45", "80", "100"],
      ["碛口镇", "停车场", "6000", "0", "0", "50%", "100%"],
    );
    expect(saysOf("qikou", sheet)?.projects).toMatchObject([
      { name: "古镇保护", total: 18000, planned: [20, 45, 80, 100] },
      { name: "停车场", total: 6000, planned: [0, 0, 50, 100] },
    ]);
  });

  test("items with their quarter, or not applicable with the reason", () => {
    const sheet = itemSheet(
      ["碛口镇", "完善功能配置", "供气管网", "二季度"],
      ["碛口镇", "", "污水处理", "Q3"],
      ["碛口镇", "镇容镇貌治理", "车站", "不适用", "镇区没有车站"],
    );
    expect(saysOf("qikou", sheet)?.items).toEqual({
      dueFrom: { "facilities.2": 2, "facilities.6": 3 },
      notApplicable: { "appearance.2": "镇区没有车站" },
    });
  });

  test("a town with nothing filled in is left as it is; what is not mentioned too", () => {
    const sheets = [
      planSheet(["碛口镇", "12000"], ["信义镇"]),
      projectSheet(["碛口镇"]),
      itemSheet(["碛口镇", "镇容镇貌治理", "车站"]),
    ];
    expect(saysOf("qikou", ...sheets)).toEqual({ investment: 12000 });
    expect(saysOf("xinyi", ...sheets)).toBeUndefined();
  });

  test("money by the unit of its column or of the title", () => {
    const inYuan = sheetOf(
      "年度计划",
      ["2026年"],
      ["镇", "年度计划投资（元）"],
      ["碛口镇", "120,000,000"],
      ["信义镇", "8000万"],
    );
    expect([saysOf("qikou", inYuan), saysOf("xinyi", inYuan)]).toEqual([
      { investment: 12000 },
      { investment: 8000 },
    ]);
    const titled = sheetOf(
      "年度计划",
      ["2026年年度计划"],
      ["", "单位：亿元"],
      ["镇", "年度计划投资"],
      ["碛口镇", "1.2"],
    );
    expect(saysOf("qikou", titled)).toEqual({ investment: 12000 });
  });

  test("sheets of one kind together, by their names or their headers, without totals, notes and what is hidden", () => {
    const first = sheetOf(
      "项目（临县）",
      ["2026"],
      PROJECT_HEADER,
      ["碛口镇", "甲", "9", "1", "2", "3", "4"],
      ["合计", "", "9"],
    );
    const second = sheetOf(
      "Sheet2",
      ["2026"],
      PROJECT_HEADER,
      ["信义镇", "乙", "8", "1", "2", "3", "4"],
      ["注：单位万元"],
    );
    const hidden = { ...planSheet(["碛口镇", "1"]), hidden: { sheet: true, rows: [], columns: [] } };
    const answer = read(first, second, hidden);
    expect(answer).toMatchObject({
      ok: true,
      notes: [
        { kind: "hidden_sheet", sheet: "年度计划" },
        { kind: "left_out", sheet: "项目（临县）", about: ["4 合计"] },
        { kind: "left_out", sheet: "Sheet2", about: ["4 注：单位万元"] },
      ],
    });
    expect([...(answer.ok ? answer.file.towns.keys() : [])]).toEqual(["qikou", "xinyi"]);
    expect(saysOf("qikou", first, second, hidden)?.investment).toBeUndefined();
  });

  test("headers in another order, in English or without their units", () => {
    const sheet = sheetOf("plan", ["2026"], ["investment", "remarks", "town"], ["12000", "x", "qikou"]);
    expect(saysOf("qikou", sheet)).toEqual({ investment: 12000 });
  });
});

describe("a plan is refused, by cell", () => {
  const row = (...cells: string[]) => ["碛口镇", ...cells];
  test.each<[string, Sheet[], string[]]>([
    ["a town twice", [planSheet(row("1"), row("2"))], ["A4 town_twice"]],
    ["a share sum above 100 %", [planSheet(row("1", "30", "30", "30", "20"))], ["F3 share_sum"]],
    [
      "shares of some quarters only",
      [planSheet(row("1", "30", "", "30"))],
      ["D3 share_missing", "F3 share_missing"],
    ],
    ["a first share of nothing", [planSheet(row("1", "0", "50", "25", "25"))], ["C3 share_zero"]],
    ["shares without a sum", [planSheet(row("", "25", "25", "25", "25"))], ["B3 no_investment"]],
    ["a formula", [planSheet(row("=SUM(B4:B9)", "25", "25", "25", "25"))], ["B3 formula"]],
    ["another year", [sheetOf("年度计划", ["2025年"], PLAN_HEADER, row("1"))], ["A1 other_year"]],
    ["no year", [sheetOf("年度计划", PLAN_HEADER, row("1"))], ["A1 no_year"]],
    [
      "years that differ",
      [planSheet(row("1")), sheetOf("项目", ["2027"], PROJECT_HEADER)],
      ["A1 years_differ"],
    ],
    ["an unknown town", [planSheet(["柳镇", "1"])], ["A3 unknown_town"]],
    ["a doubtful town", [planSheet(["lx", "1"])], ["A3 unknown_town"]],
    ["a line without a town", [planSheet(["", "1"])], ["A3 no_town"]],
    ["money that is no certain amount", [planSheet(row("约1.2亿"))], ["B3 not_amount"]],
    ["money in yuan", [planSheet(row("120000000"))], ["B3 too_large"]],
    ["money below nothing", [planSheet(row("-1"))], ["B3 negative"]],
    ["a missing column", [sheetOf("年度计划", ["2026"], ["镇"], ["碛口镇"])], ["no_column"]],
    [
      "a column twice",
      [sheetOf("年度计划", ["2026"], ["镇", ...PLAN_HEADER], ["", "碛口镇", "1"])],
      ["B2 column_twice"],
    ],
    ["no header", [sheetOf("年度计划", ["2026"], ["碛口镇", "1"])], ["no_header"]],
    ["none of its sheets", [sheetOf("Sheet1", ["镇"])], ["no_sheet"]],
    ["a town in two sheets", [planSheet(row("1")), planSheet(["信义镇", "2"], row("3"))], ["A4 town_twice"]],
    ["nothing filled in", [planSheet(["碛口镇"])], ["nothing"]],
    [
      "a project twice",
      [projectSheet(row("甲", "9", "1", "2", "3", "4"), row("甲", "9", "1", "2", "3", "4"))],
      ["B4 project_twice"],
    ],
    [
      "a project without name, total or progress",
      [projectSheet(row("", "", "1", "2", "3", ""))],
      ["B3 no_project", "C3 no_total", "G3 planned_missing"],
    ],
    [
      "progress that falls or exceeds 100",
      [projectSheet(row("甲", "9", "10", "5", "101", "100"))],
      ["F3 over_100", "E3 planned_falls"],
    ],
    [
      "progress that may be a share",
      [projectSheet(row("甲", "9", "0.5", "60", "70", "80"))],
      ["D3 not_percent"],
    ],
    ["an unknown item", [itemSheet(row("", "飞机场", "一季度"))], ["C3 unknown_item"]],
    ["an item of another area", [itemSheet(row("镇容镇貌治理", "污水处理", "一季度"))], ["C3 unknown_item"]],
    ["an item twice", [itemSheet(row("", "车站", "一季度"), row("", "车站", "二季度"))], ["C4 item_twice"]],
    [
      "an item left undecided beside others",
      [itemSheet(row("", "车站", "一季度"), row("", "广场", ""))],
      ["D4 no_due"],
    ],
    ["a quarter that is none", [itemSheet(row("", "车站", "五季度"))], ["D3 unknown_due"]],
    ["not applicable without a reason", [itemSheet(row("", "车站", "不适用"))], ["E3 no_reason"]],
    ["a reason too long", [itemSheet(row("", "车站", "不适用", "长".repeat(201)))], ["E3 too_long"]],
  ])("%s", (_, sheets, expected) => {
    expect(problems(...sheets)).toEqual(expected);
  });

  test("with all of its problems at once, those of every sheet", () => {
    const found = problems(
      planSheet(["柳镇", "1"], row("x")),
      projectSheet(row("甲", "", "1", "2", "3", "4")),
      itemSheet(row("", "车站", "不适用")),
    );
    expect(found).toEqual(["A3 unknown_town", "B4 not_amount", "C3 no_total", "E3 no_reason"]);
  });

  test("and each has a sentence in both languages that names its cell", () => {
    const answer = read(planSheet(row("x")));
    if (answer.ok) throw new Error("it was taken");
    const [problem] = answer.problems;
    if (!problem) throw new Error("no problem");
    expect(planProblemText(problem, "zh-CN")).toBe("“年度计划”B3：“x”不是能确定的金额，请填数字（万元）");
    expect(planProblemText(problem, "en")).toContain("年度计划 B3: “x” is no certain amount");
  });
});

test("whatever stands in the cells, the answer is a plan or problems, and what is taken is within bounds", () => {
  const cell = fc.oneof(
    fc.constantFrom(
      "碛口镇",
      "信义镇",
      "12000",
      "45%",
      "",
      "=1",
      "车站",
      "二季度",
      "不适用",
      "约8000",
      "0.5",
    ),
    fc.string(),
  );
  const rows = fc.array(fc.array(cell, { maxLength: 7 }), { maxLength: 6 });
  fc.assert(
    fc.property(rows, rows, rows, (plan, projects, items) => {
      const answer = read(planSheet(...plan), projectSheet(...projects), itemSheet(...items));
      if (!answer.ok) {
        expect(answer.problems.length).toBeGreaterThan(0);
        return;
      }
      for (const { investment = 0, schedule = [0, 1], projects: works = [] } of answer.file.towns.values()) {
        expect(investment).toBeGreaterThanOrEqual(0);
        expect(schedule.at(-1)).toBeLessThanOrEqual(1);
        for (const { planned } of works) expect([...planned].sort((a, b) => a - b)).toEqual(planned);
      }
    }),
  );
});
