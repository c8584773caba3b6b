import excel, { type Workbook } from "exceljs";
import { describe, expect, test } from "vitest";
import { changesOf } from "../../src/domain/plan/plan-change.ts";
import { readPlan } from "../../src/domain/plan/read-plan.ts";
import type { YearPlan } from "../../src/domain/report/year-plan.ts";
import { planTemplate } from "../../src/export/plan-template.ts";
import { readWorkbook } from "../../src/export/xlsx/read-workbook.ts";
import { towns } from "../domain/programmes.ts";

const QIKOU: YearPlan = {
  investment: 12000,
  schedule: [0.15, 0.4, 0.7, 1],
  dueFrom: { "facilities.1": 1, "appearance.3": 4 },
  notApplicable: { "appearance.2": "镇区没有车站" },
  projects: [
    { id: "p7", name: "古镇保护 <三期> & 停车场", total: 18000.55, planned: [23, 45, 80, 100] },
    { id: "p1", name: "黄河码头", total: 6000, planned: [0, 0, 33.3, 100] },
  ],
};
const order = towns.towns.map(({ slug }) => slug);

async function bookOf(bytes: Uint8Array): Promise<Workbook> {
  const book = new excel.Workbook();
  await book.xlsx.load(new Uint8Array(bytes).buffer);
  return book;
}

describe("the template", () => {
  test("with what is known says, read back, just that: nothing changes, and projects keep their ids", async () => {
    const plans = new Map([["qikou", QIKOU]]);
    const sheets = await readWorkbook(await planTemplate(towns, 2026, plans));
    const read = readPlan(sheets ?? [], towns, [2026]);
    if (!read.ok) throw new Error(JSON.stringify(read.problems));
    expect(read.file.year).toBe(2026);
    expect([...read.file.towns.keys()]).toEqual(["qikou"]);
    expect(changesOf(read.file, { plans, reports: [] }, order)).toEqual([]);
    const [anew] = changesOf(read.file, { plans: new Map(), reports: [] }, order);
    expect(anew).toMatchObject({
      before: null,
      after: {
        ...QIKOU,
        projects: [
          { ...QIKOU.projects[0], id: "p1" },
          { ...QIKOU.projects[1], id: "p2" },
        ],
      },
    });
  });

  test("of a city without plans names every town, offers every item of every town and says nothing yet", async () => {
    const bytes = await planTemplate(towns, 2027, new Map());
    const sheets = await readWorkbook(bytes);
    expect(sheets?.map(({ name, rows }) => [name, rows.length])).toEqual([
      ["年度计划", 2 + 13],
      ["项目", 2 + 13],
      ["到期任务", 2 + 13 * 64],
      ["选项", expect.any(Number)],
    ]);
    expect(readPlan(sheets ?? [], towns, [2027])).toMatchObject({ problems: [{ kind: "nothing" }] });
  });

  test("offers towns, items and quarters to choose from, and bounds figures", async () => {
    const book = await bookOf(await planTemplate(towns, 2026, new Map()));
    const rule = (sheet: string, cell: string) => book.getWorksheet(sheet)?.getCell(cell).dataValidation;
    const offered = (formula: string) => {
      const [, letter = "", last = ""] = /^选项!\$([A-Z])\$1:\$[A-Z]\$(\d+)$/.exec(formula) ?? [];
      const sheet = book.getWorksheet("选项");
      return Array.from({ length: Number(last) }, (_, i) => sheet?.getCell(`${letter}${i + 1}`).value);
    };
    const list = (sheet: string, cell: string) => offered(String(rule(sheet, cell)?.formulae?.[0]));
    expect(list("年度计划", "A3")).toEqual(towns.towns.map(({ name }) => name));
    expect(list("到期任务", "D3")).toEqual(["一季度", "二季度", "三季度", "四季度", "不适用"]);
    expect(list("到期任务", "C890")).toContain("污水处理");
    expect(rule("年度计划", "B3")).toMatchObject({ type: "decimal", operator: "greaterThanOrEqual" });
    expect(rule("项目", "G40")).toMatchObject({ type: "decimal", operator: "between", formulae: [0, 100] });
  });
});

describe("a workbook is read as it is shown", () => {
  const read = async (fill: (book: Workbook) => void) => {
    const book = new excel.Workbook();
    fill(book);
    const sheets = await readWorkbook(new Uint8Array(await book.xlsx.writeBuffer()));
    return sheets?.map(({ rows }) =>
      rows.map(({ cells }) => Array.from(cells, (cell) => cell?.trouble ?? cell?.text)),
    );
  };

  test("numbers, shares as percentages, texts with parts in bold, links, truth", async () => {
    const rows = await read((book) => {
      const sheet = book.addWorksheet("a");
      sheet.getCell("A1").value = 0.1 + 0.2;
      sheet.getCell("B1").value = 0.15;
      sheet.getCell("B1").numFmt = "0%";
      sheet.getCell("C1").value = 0.155;
      sheet.getCell("C1").numFmt = '0.00"（约）"%';
      sheet.getCell("D1").value = { richText: [{ text: "古镇" }, { font: { bold: true }, text: "保护" }] };
      sheet.getCell("E1").value = { text: "看这里", hyperlink: "https://example.org" };
      sheet.getCell("F1").value = "  <甲> & “乙”  ";
    });
    expect(rows).toEqual([[["0.3", "15%", "15.5%", "古镇保护", "看这里", "<甲> & “乙”"]]]);
  });

  test("a formula is its stored result; without one, as dates and errors, it is told apart from text", async () => {
    const rows = await read((book) => {
      const sheet = book.addWorksheet("a");
      sheet.getCell("A1").value = { formula: "B9+1", result: 3 };
      sheet.getCell("B1").value = new Date(Date.UTC(2026, 2, 1));
      sheet.getCell("C1").value = { error: "#REF!" };
      sheet.getCell("D1").value = { formula: "B9+1" };
    });
    expect(rows).toEqual([[["3", "date", "error", "formula"]]]);
  });

  test("a name merged down its rows counts for each of them; empty rows and sheets of no rows are nothing", async () => {
    const rows = await read((book) => {
      const sheet = book.addWorksheet("a");
      sheet.getCell("A2").value = "碛口镇";
      sheet.getCell("B2").value = "甲";
      sheet.getCell("B3").value = "乙";
      sheet.mergeCells("A2:A3");
      book.addWorksheet("b");
    });
    expect(rows).toEqual([
      [
        ["碛口镇", "甲"],
        ["碛口镇", "乙"],
      ],
      [],
    ]);
  });

  test("what is no workbook is none: other bytes, a torn file, an archive of something else", async () => {
    const whole = await planTemplate(towns, 2026, new Map());
    expect(await readWorkbook(new TextEncoder().encode("镇,投资\n"))).toBeNull();
    expect(await readWorkbook(new Uint8Array())).toBeNull();
    expect(await readWorkbook(whole.slice(0, whole.length / 2))).toBeNull();
    expect(await readWorkbook(whole.slice(0, -200))).toBeNull();
  });
});
