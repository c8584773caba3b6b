import excel from "exceljs";
import iconv from "iconv-lite";
import { describe, expect, test } from "vitest";
import { sheetNoteText } from "../../cards/text/sheet-notes.ts";
import { readRosterFile } from "../../src/cli/roster-file.ts";
import { readTaskFile } from "../../src/cli/task-file.ts";
import { readPlan } from "../../src/domain/plan/read-plan.ts";
import { readDay } from "../../src/domain/reading/read-day.ts";
import { readWorkbook } from "../../src/export/xlsx/read-workbook.ts";
import { towns } from "../domain/programmes.ts";
import { hasLibreOffice, writtenByLibreOffice } from "../export/libre-office.ts";

// Sheets as offices make them, each with what its author would expect.

type Make = (sheet: excel.Worksheet) => void;
/** Every workbook of this file, to be read again as LibreOffice writes it. */
const made: Uint8Array[] = [];

async function workbook(sheets: Record<string, Make>): Promise<Uint8Array> {
  const book = new excel.Workbook();
  for (const [name, make] of Object.entries(sheets)) make(book.addWorksheet(name));
  // A program shows the sheet it opens on, hidden or not.
  const activeTab = book.worksheets.findIndex(({ state }) => state === "visible");
  book.views = [
    { x: 0, y: 0, width: 10_000, height: 10_000, firstSheet: 0, activeTab, visibility: "visible" },
  ];
  const bytes = new Uint8Array(await book.xlsx.writeBuffer());
  made.push(bytes);
  return bytes;
}
const notesOf = (notes: Parameters<typeof sheetNoteText>[0][]) =>
  notes.map((note) => sheetNoteText(note, "zh-CN"));

async function roster(bytes: Uint8Array, name = "名单.xlsx") {
  const read = await readRosterFile(bytes, name, towns);
  if (!read.ok) throw new Error(read.problems.map(({ line, reason }) => `${line} ${reason}`).join("\n"));
  return {
    people: read.rows.map((row) => `${row.name} ${row.mobile ?? row.openId} ${row.role} ${row.area}`),
    notes: notesOf(read.notes),
  };
}

describe("rosters", () => {
  test("in county blocks, the county merged down beside its towns, with title and signature", async () => {
    const bytes = await workbook({
      名单: (sheet) => {
        sheet.addRows([
          ["附件1"],
          ["十大特色镇工作人员名单"],
          ["填报单位：市办", "", "", "", "2026年3月"],
          ["县（市、区）", "乡镇", "姓名", "手机号码（必填）", "角色"],
          ["临县", "碛口镇", "王建军", 13800138000, "填报人"],
          ["", "", "李芳", "138 0013 8001", "县级审核人"],
          ["离石区", "信义镇", "赵明", "+86 13800138002", "填报人"],
          ["合计", "", "3人"],
          ["填表人：张三", "", "联系电话：0358-8222222"],
        ]);
        sheet.mergeCells("A2:E2");
        sheet.mergeCells("A5:A6");
      },
    });
    expect(await roster(bytes)).toEqual({
      people: [
        "王建军 13800138000 town_official qikou",
        "李芳 13800138001 county_reviewer linxian",
        "赵明 13800138002 town_official xinyi",
      ],
      notes: ["“名单”第8行“合计”、第9行“填表人：张三”不是数据，没有读取"],
    });
  });

  test("with a header of two rows, 联系方式 over 手机 and open_id", async () => {
    const bytes = await workbook({
      名单: (sheet) => {
        sheet.addRows([
          ["序号", "姓名", "职务", "联系方式", "", "角色", "单位"],
          ["", "", "", "手机", "open_id", "", ""],
          [
            { formula: "ROW()-2" },
            "王建军",
            { formula: "VLOOKUP(B3,Z:Z,1)" },
            "13800138000",
            "ou_wang",
            "填报人",
            "临县碛口镇",
          ],
        ]);
        for (const column of ["A", "B", "C", "F", "G"]) sheet.mergeCells(`${column}1:${column}2`);
        sheet.mergeCells("D1:E1");
      },
    });
    expect((await roster(bytes)).people).toEqual(["王建军 13800138000 town_official qikou"]);
  });

  test("a county a sheet; a hidden sheet, a former official's hidden row and a hidden column are said and not taken", async () => {
    const rows = (...people: string[][]) => [["姓名", "手机", "角色", "区域", "open_id"], ...people];
    const bytes = await workbook({
      旧名单: (sheet) => {
        sheet.addRows(rows(["钱亮", "13800138009", "填报人", "碛口镇"]));
        sheet.state = "hidden";
      },
      临县: (sheet) => {
        sheet.addRows(
          rows(
            ["孙立", "13800138008", "填报人", "碛口镇", "ou_x"],
            ["王建军", "13800138000", "填报人", "碛口镇", "ou_y"],
          ),
        );
        sheet.getRow(2).hidden = true;
        sheet.getColumn(5).hidden = true;
      },
      离石区: (sheet) => void sheet.addRows(rows(["赵明", "13800138002", "填报人", "信义镇"])),
      说明: (sheet) => void sheet.addRow(["请按样表填写"]),
    });
    expect(await roster(bytes)).toEqual({
      people: ["王建军 13800138000 town_official qikou", "赵明 13800138002 town_official xinyi"],
      notes: [
        "“旧名单”是隐藏的工作表，没有读取",
        "“临县”隐藏的第2行没有读取",
        "“临县”隐藏的E列没有读取",
        "“说明”没有找到表头，没有读取",
      ],
    });
  });

  test("printed over pages, the header on each, and headings of counties between", async () => {
    const header = ["姓名", "手机", "角色", "区域"];
    const bytes = await workbook({
      名单: (sheet) => {
        sheet.addRows([
          header,
          ["临县"],
          ["王建军", "13800138000", "填报人", "碛口镇"],
          header,
          ["一、离石区"],
          ["赵明", "13800138002", "填报人", "信义镇"],
        ]);
        sheet.mergeCells("A2:D2");
      },
    });
    expect(await roster(bytes)).toMatchObject({ people: [expect.anything(), expect.anything()] });
  });

  test("as .csv of a spreadsheet: GBK, a first line sep=, guarded digits, a title", async () => {
    const text = 'sep=;\r\n人员名单\r\n姓名;手机;角色;区域\r\n王建军;="13800138000";填报人;碛口镇\r\n';
    expect((await roster(new Uint8Array(iconv.encode(text, "gbk")), "名单.csv")).people).toEqual([
      "王建军 13800138000 town_official qikou",
    ]);
  });
});

async function tasks(bytes: Uint8Array, name = "任务.xlsx") {
  const read = await readTaskFile(bytes, name, towns);
  if (!read.ok) throw new Error(read.problems.map(({ line, reason }) => `${line} ${reason}`).join("\n"));
  const day = (text: unknown, edge?: "start") =>
    readDay(String(text), { year: 2026, ...(edge ? { edge } : {}) });
  return {
    rows: read.rows.map(
      ({ values: v }) => `${v.to} ${v.title} ${v.owner} ${v.weight} ${day(v.start, "start")} ${day(v.due)}`,
    ),
    notes: notesOf(read.notes),
  };
}

describe("task splits", () => {
  test("with a header of two rows, 责任单位 and 配合单位, days of every kind, percent cells", async () => {
    const bytes = await workbook({
      任务分解: (sheet) => {
        sheet.addRows([
          ["附件2"],
          ["2026年度重点任务分解表"],
          [],
          ["序号", "乡镇", "建设内容", "重点任务", "责任单位", "", "权重（%）", "起止时间", ""],
          ["", "", "", "", "责任单位", "配合单位", "", "开始时间", "完成时限"],
          [1, "碛口镇", "完善功能配置", "游客中心", "文旅公司", "县住建局", 0.1, "2026年3月", 46295],
          [
            2,
            "",
            "完善功能配置",
            "停车场",
            "文旅公司",
            "县交通局",
            0.2,
            "3月上旬",
            new Date("2026-09-30T00:00:00Z"),
          ],
          [
            3,
            "信义镇",
            "完善功能配置",
            "步行街",
            "镇政府",
            "",
            20,
            new Date("2026-03-01T00:00:00Z"),
            "9月底",
          ],
          ["合计", "", "", "", "", "", 50],
          ["注：权重合计应为100"],
        ]);
        sheet.mergeCells("A2:I2");
        sheet.mergeCells("E4:F4");
        sheet.mergeCells("H4:I4");
        for (const column of ["A", "B", "C", "D", "G"]) sheet.mergeCells(`${column}4:${column}5`);
        sheet.mergeCells("B6:B7");
        sheet.getCell("G6").numFmt = "0%";
        sheet.getCell("G7").numFmt = "0%";
        sheet.getCell("I7").numFmt = 'yyyy"年"m"月"d"日"';
      },
    });
    expect(await tasks(bytes)).toEqual({
      rows: [
        "town.qikou 游客中心 文旅公司 10% 2026-03-01 2026-09-30",
        "town.qikou 停车场 文旅公司 20% 2026-03-01 2026-09-30",
        "town.xinyi 步行街 镇政府 20 2026-03-01 2026-09-30",
      ],
      notes: ["“任务分解”第9行“合计”、第10行“注：权重合计应为100”不是数据，没有读取"],
    });
  });

  test("a town a sheet, the same rows of each told apart", async () => {
    const make =
      (town: string, title: string): Make =>
      (sheet) =>
        void sheet.addRows([
          ["镇", "内容", "任务", "责任人", "分值", "开始", "截止"],
          [town, "完善功能配置", title, "镇长", 5, "2026-03-02", "9月31日"],
        ]);
    const bytes = await workbook({ 碛口: make("碛口镇", "甲"), 信义: make("信义镇", "乙") });
    const read = await readTaskFile(bytes, "t.xlsx", towns);
    if (!read.ok) throw new Error("refused");
    expect(read.rows.map(({ sheet, line }) => `${sheet} ${line}`)).toEqual(["碛口 2", "信义 2"]);
    expect(read.rows[0]?.said("due")).toEqual({ column: "截止", text: "9月31日" });
  });

  test("near misses are proposed", async () => {
    const text =
      "镇,所属内容,任务名称,责任岗位,权重,开始日期,截止日期\n积口镇,完善功能配套,游客中心,镇长,5,2026-03-02,2026-09-30";
    const read = await readTaskFile(new TextEncoder().encode(text), "t.csv", towns);
    expect(read.ok ? [] : read.problems.map(({ reason }) => reason)).toEqual([
      "镇（town）“积口镇”不在本方案之内；是不是碛口镇？",
      "所属内容（area）“完善功能配套”不在本方案之内；是不是完善功能配置？",
    ]);
  });
});

async function plan(bytes: Uint8Array) {
  const read = readPlan((await readWorkbook(bytes)) ?? [], towns, [2026]);
  if (!read.ok) throw new Error(JSON.stringify(read.problems));
  return { towns: Object.fromEntries(read.file.towns), notes: notesOf(read.notes) };
}

describe("investment tables", () => {
  test("with 单位：亿元, a total for each county, and formulas that were computed", async () => {
    const bytes = await workbook({
      Sheet1: (sheet) => {
        sheet.addRows([
          ["2026年度投资计划表"],
          ["", "", "单位：亿元"],
          ["县", "特色镇", "年度计划投资"],
          ["临县", "碛口镇", { formula: "0.7+0.5", result: 1.2 }],
          ["临县小计", "", { formula: "C4", result: 1.2 }],
          ["离石区", "信义镇", "8000万"],
          ["总计", "", 2],
        ]);
        sheet.mergeCells("A1:C1");
      },
    });
    expect(await plan(bytes)).toEqual({
      towns: { qikou: { investment: 12000 }, xinyi: { investment: 8000 } },
      notes: [
        "“Sheet1”第5行“临县小计”、第7行“总计”不是数据，没有读取",
        "“Sheet1”C4是公式，按表里存的结果读取",
      ],
    });
  });

  test("projects in a header of two rows, the town merged down", async () => {
    const bytes = await workbook({
      项目清单: (sheet) => {
        sheet.addRows([
          ["2026年项目计划"],
          ["乡镇", "项目名称", "总投资（元）", "末计划形象进度", "", "", ""],
          ["", "", "", "一季度", "二季度", "三季度", "四季度"],
          ["碛口镇", "古镇保护", 180000000, 20, 45, 80, 100],
          ["", "停车场", 60000000, 0, 0, 0.5, 1],
        ]);
        for (const column of ["A", "B", "C"]) sheet.mergeCells(`${column}2:${column}3`);
        sheet.mergeCells("D2:G2");
        sheet.mergeCells("A4:A5");
        for (const cell of ["F5", "G5"]) sheet.getCell(cell).numFmt = "0%";
      },
    });
    expect((await plan(bytes)).towns.qikou?.projects).toMatchObject([
      { name: "古镇保护", total: 18000, planned: [20, 45, 80, 100] },
      { name: "停车场", total: 6000, planned: [0, 0, 50, 100] },
    ]);
  });
});

test("days in the formats of Chinese editions, and of a workbook that counts from 1904", async () => {
  const days = await workbook({
    日期: (sheet) => {
      for (const [i, format] of [
        'yyyy"年"m"月"d"日"',
        'm"月"d"日"',
        'yyyy"年"m"月"',
        "yyyy/m/d h:mm",
      ].entries()) {
        sheet.getCell(i + 1, 1).value = 46295;
        sheet.getCell(i + 1, 1).numFmt = format;
      }
    },
  });
  const texts = (await readWorkbook(days))?.[0]?.rows.map(({ cells }) => cells[0]?.text);
  expect(texts).toEqual(["2026-09-30", "2026-09-30", "2026年9月", "2026-09-30"]);
  const book = new excel.Workbook();
  book.properties.date1904 = true;
  const cell = book.addWorksheet("日期").getCell("A1");
  cell.value = 44833;
  cell.numFmt = "yyyy-mm-dd";
  const old = await readWorkbook(new Uint8Array(await book.xlsx.writeBuffer()));
  expect(old?.[0]?.rows[0]?.cells[0]?.text).toBe("2026-09-30");
});

test.skipIf(!hasLibreOffice())(
  "the same workbooks are read alike when LibreOffice has written them",
  async () => {
    const named = Object.fromEntries(made.map((bytes, i) => [`book${i}`, bytes]));
    const written = writtenByLibreOffice(named);
    /** Cells by address; a formula without a result has one once LibreOffice has written it. */
    const texts = async (bytes: Uint8Array | undefined) =>
      ((await readWorkbook(bytes ?? new Uint8Array())) ?? []).map(({ name, rows, hidden }) => ({
        name,
        hidden,
        cells: Object.fromEntries(
          rows
            .flatMap(({ cells }) => cells.flatMap((cell) => cell ?? []))
            .flatMap(({ address, text, trouble, across }) =>
              text === "" || trouble === "formula" ? [] : [[address, `${text} ${across ?? 1}`]],
            ),
        ),
      }));
    for (const name of Object.keys(named))
      expect(await texts(written[name])).toMatchObject(await texts(named[name]));
  },
);
