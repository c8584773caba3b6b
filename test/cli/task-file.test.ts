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

const GOOD_ROW = {
  to: "town.qikou",
  area: "facilities",
  item: null,
  title: "游客中心",
  owner: "分管副镇长",
  weight: "10",
  start: "2026-03-02",
  due: "2026-09-30",
  steps: "桩基:2026-05-30:30；主体:2026-08-31:70",
  evidence_needed: "照片",
};

describe("a file of year tasks is read", () => {
  test("from .csv with Chinese headers", async () => {
    expect(await csv(GOOD)).toMatchObject({ ok: true, rows: [{ line: 2, values: GOOD_ROW }] });
  });

  test("with English headers, slugs and the columns in another order; item, steps and evidence may be left out", async () => {
    const text = [
      "title,town,area,weight,owner,due,start",
      "游客中心,qikou,facilities,10,分管副镇长,2026/9/30,2026年3月2日",
    ].join("\n");
    const answer = await readTaskFile(new TextEncoder().encode(text), "t.csv", towns);
    expect(answer).toMatchObject({
      ok: true,
      rows: [
        {
          line: 2,
          values: { ...GOOD_ROW, start: "2026年3月2日", due: "2026/9/30", steps: "", evidence_needed: "" },
        },
      ],
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
    expect(await readTaskFile(bytes, "tasks.xlsx", towns)).toMatchObject({
      ok: true,
      rows: [{ line: 2, values: GOOD_ROW }],
    });
  });

  test("with the pack's item by name or id", async () => {
    const [area] = towns.areas;
    const [item] = area?.items ?? [];
    const row = (name = "") => `碛口,${area?.name},${name},定位,书记,5,2026-03-02,2026-09-30,,`;
    for (const called of [item?.name, item?.id])
      expect(await csv(row(called))).toMatchObject({ ok: true, rows: [{ values: { item: item?.id } }] });
  });
});

describe("a file is refused as a whole, naming row and column", () => {
  const row = (change: Partial<Record<string, string>>) => {
    const cells = GOOD.split(",");
    for (const [name, value] of Object.entries(change)) cells[HEADER.split(",").indexOf(name)] = value ?? "";
    return cells.join(",");
  };

  test.each<[string, Partial<Record<string, string>>, string[]]>([
    ["a town nobody knows", { 镇: "某某镇" }, ["2 镇（town）“某某镇”不在本方案之内"]],
    ["no town", { 镇: "" }, ["2 镇（town）没有填写"]],
    ["an area nobody knows", { 所属内容: "其他" }, ["2 所属内容（area）“其他”不在本方案之内"]],
    ["an item nobody knows", { 子项: "不存在" }, ["2 子项（item）“不存在”不在本方案之内"]],
  ])("%s", async (_, change, expected) => {
    expect(await refused(row(change))).toEqual(expected);
  });

  test("the same task twice, and problems of several rows at once", async () => {
    expect(await refused(GOOD, GOOD)).toEqual(["3 与第2行重复"]);
    expect(await refused(row({ 所属内容: "x" }), GOOD, row({ 镇: "x" }))).toHaveLength(2);
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
