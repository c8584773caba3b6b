import excel from "exceljs";
import { describe, expect, test } from "vitest";
import { readTaskFile } from "../../src/cli/task-file.ts";
import { towns } from "../domain/programmes.ts";

const HEADER = "镇,所属内容,子项,任务名称,责任岗位,权重,开始日期,截止日期,节点,佐证材料";
const GOOD =
  "碛口镇,完善功能配置,,游客中心,分管副镇长,10,2026-03-02,2026-09-30,桩基:2026-05-30:30；主体:2026-08-31:70,照片";
const csv = (...lines: string[]) =>
  readTaskFile(new TextEncoder().encode([HEADER, ...lines].join("\n")), "tasks.csv", towns);

async function refused(...lines: string[]): Promise<string[]> {
  const answer = await csv(...lines);
  return answer.ok ? [] : answer.problems.map(({ line, reason }) => `${line} ${reason}`);
}

const GOOD_DRAFT = {
  kind: "plan",
  to: { kind: "town", slug: "qikou" },
  area: "facilities",
  item: null,
  title: "游客中心",
  ownerPost: "分管副镇长",
  weight: 10,
  start: "2026-03-02",
  due: "2026-09-30",
  steps: [
    { name: "桩基", due: "2026-05-30", share: 30 },
    { name: "主体", due: "2026-08-31", share: 70 },
  ],
  evidenceNeeded: "照片",
  origin: null,
};

describe("a file of year tasks is read", () => {
  test("from .csv with Chinese headers", async () => {
    expect(await csv(GOOD)).toEqual({ ok: true, rows: [{ line: 2, draft: GOOD_DRAFT }] });
  });

  test("with English headers, slugs and the columns in another order; item, steps and evidence may be left out", async () => {
    const text = [
      "title,town,area,weight,owner,due,start",
      "游客中心,qikou,facilities,10,分管副镇长,2026/9/30,2026年3月2日",
    ].join("\n");
    const answer = await readTaskFile(new TextEncoder().encode(text), "t.csv", towns);
    expect(answer).toEqual({
      ok: true,
      rows: [{ line: 2, draft: { ...GOOD_DRAFT, steps: [], evidenceNeeded: "" } }],
    });
  });

  test("from .xlsx, where days are date cells", async () => {
    const book = new excel.Workbook();
    const day = (text: string) => new Date(`${text}T00:00:00Z`);
    book
      .addWorksheet("任务")
      .addRows([
        HEADER.split(","),
        [
          "碛口镇",
          "完善功能配置",
          "",
          "游客中心",
          "分管副镇长",
          10,
          day("2026-03-02"),
          day("2026-09-30"),
          "桩基:2026-05-30:30；主体:2026-08-31:70",
          "照片",
        ],
      ]);
    const bytes = new Uint8Array(await book.xlsx.writeBuffer());
    expect(await readTaskFile(bytes, "tasks.xlsx", towns)).toEqual({
      ok: true,
      rows: [{ line: 2, draft: GOOD_DRAFT }],
    });
  });

  test("with the pack's item by name or id", async () => {
    const [area] = towns.areas;
    const [item] = area?.items ?? [];
    const row = (name = "") => `碛口,${area?.name},${name},定位,书记,5,2026-03-02,2026-09-30,,`;
    for (const called of [item?.name, item?.id])
      expect(await csv(row(called))).toMatchObject({ ok: true, rows: [{ draft: { item: item?.id } }] });
  });
});

describe("a file is refused as a whole, naming row and column", () => {
  const row = (change: Partial<Record<string, string>>) => {
    const cells = GOOD.split(",");
    for (const [name, value] of Object.entries(change)) cells[HEADER.split(",").indexOf(name)] = value ?? "";
    return cells.join(",");
  };

  test.each<[string, Partial<Record<string, string>>, string[]]>([
    [
      "a bad date",
      { 截止日期: "2026-02-30", 节点: "" },
      ["2 截止日期（due）“2026-02-30”：截止日期不是有效日期（例：2026-09-30）"],
    ],
    [
      "due before start",
      { 开始日期: "2026-10-08", 节点: "" },
      ["2 截止日期（due）“2026-09-30”：截止日期早于开始日期"],
    ],
    ["a town nobody knows", { 镇: "某某镇" }, ["2 镇（town）“某某镇”：责任单位不在本方案之内"]],
    ["an area nobody knows", { 所属内容: "其他" }, ["2 所属内容（area）“其他”：所属内容不在本方案之内"]],
    ["an item nobody knows", { 子项: "不存在" }, ["2 子项（item）“不存在”：子项不在本方案之内"]],
    ["no owner", { 责任岗位: "" }, ["2 责任岗位（owner）：责任岗位没有填写"]],
    ["a weight that is none", { 权重: "很重" }, ["2 权重（weight）“很重”：权重应为大于0的数"]],
    [
      "milestones that wait for each other",
      { 节点: "甲:2026-08-01:30；乙:2026-07-01:60" },
      ["2 节点（steps）：节点“乙”日期不晚于前一个节点，顺序不对或互为前提"],
    ],
    [
      "a milestone that is its own predecessor",
      { 节点: "甲:2026-07-01:30；甲:2026-08-01:60" },
      ["2 节点（steps）：节点“甲”重名"],
    ],
    [
      "shares that fall",
      { 节点: "甲:2026-07-01:60；乙:2026-08-01:30" },
      ["2 节点（steps）：节点“乙”累计比例没有比前一个节点高，或超过100%"],
    ],
    [
      "a milestone outside",
      { 节点: "甲:2026-10-20:60" },
      ["2 节点（steps）：节点“甲”不在开始日期与截止日期之间"],
    ],
    [
      "a milestone that cannot be read",
      { 节点: "甲，五月底" },
      ["2 节点（steps）：写法有误，应为“名称:日期:累计%”，用；分开"],
    ],
  ])("%s", async (_, change, expected) => {
    expect(await refused(row(change))).toEqual(expected);
  });

  test("the same task twice, and problems of several rows at once", async () => {
    expect(await refused(GOOD, GOOD)).toEqual(["3 与第2行重复"]);
    expect(await refused(row({ 权重: "0" }), GOOD, row({ 镇: "x" }))).toHaveLength(2);
  });

  test("a header without a column, or with one twice", async () => {
    const bytes = (text: string) => new TextEncoder().encode(text);
    const missing = await readTaskFile(bytes("镇,任务名称\n碛口,x"), "t.csv", towns);
    expect(missing).toMatchObject({ ok: false });
    if (!missing.ok) expect(missing.problems.map((p) => p.reasonEn)).toContain("the column due is missing");
    const twice = await readTaskFile(bytes(`${HEADER},镇\n${GOOD},碛口`), "t.csv", towns);
    if (!twice.ok) expect(twice.problems.map((p) => p.reasonEn)).toEqual(["the column town is there twice"]);
    expect(twice.ok).toBe(false);
  });
});
