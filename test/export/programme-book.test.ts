import type { Worksheet } from "exceljs";
import { describe, expect, test } from "vitest";
import fiveTowns from "../../db/programmes/five-towns.json" with { type: "json" };
import { type Programme, parsePack } from "../../src/domain/programme/programme.ts";
import { writeBook } from "../../src/export/book/write-book.ts";
import { programmeBook } from "../../src/export/programme/programme-book.ts";
import { type ReadBook, readBook } from "../../src/export/programme/read-book.ts";
import { readWorkbook } from "../../src/export/xlsx/read-workbook.ts";
import { towns, villages } from "../domain/programmes.ts";
import { open } from "./libre-office.ts";

// A pack goes into a workbook, is edited there, and comes back.

const parsed = parsePack(fiveTowns);
if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems));
const five = parsed.programme;
/** The rows of the header and of the first entry. */
const HEADER = 3;
const FIRST = 4;

/** The packs' workbooks before any edit, each written once. */
const written = new Map<Programme, Promise<Uint8Array>>();

function bookOf(programme: Programme): Promise<Uint8Array> {
  const book = written.get(programme) ?? writeBook(programmeBook(programme), "zh-CN");
  written.set(programme, book);
  return book;
}

/** The pack as it comes back from its workbook after an edit. */
async function edited(
  programme: Programme,
  edit: (sheet: (name: string) => Worksheet) => void = () => {},
): Promise<ReadBook> {
  const book = await open(await bookOf(programme));
  edit((name) => {
    const found = book.getWorksheet(name);
    if (!found) throw new Error(`no sheet ${name}`);
    return found;
  });
  return readBook((await readWorkbook(new Uint8Array(await book.xlsx.writeBuffer()))) ?? []);
}

function programmeOf(read: ReadBook): Programme {
  if (!read.ok) throw new Error(JSON.stringify(read.problems, null, 1));
  return read.programme;
}

/** `“单位”第5行“分组”` */
async function problems(edit: (sheet: (name: string) => Worksheet) => void): Promise<string[]> {
  const read = await edited(five, edit);
  if (read.ok) throw new Error("it was read");
  return read.problems.map(
    ({ place: { sheet, row, title }, reason, repair }) => `${sheet} ${row} ${title}: ${reason} → ${repair}`,
  );
}

/** The cell of a row's column by the column's title. */
function cell(sheet: Worksheet, row: number, title: string) {
  for (let column = 1; column <= sheet.columnCount; column += 1)
    if (sheet.getCell(HEADER, column).text === title) return sheet.getCell(row, column);
  throw new Error(`no column ${title}`);
}

/** The value of a row of the first sheet. */
function basic(sheet: Worksheet, label: string) {
  for (let row = FIRST; row <= sheet.rowCount; row += 1)
    if (sheet.getCell(row, 1).text === label) return sheet.getCell(row, 2);
  throw new Error(`no row ${label}`);
}

test.each([
  ["thirteen towns", towns],
  ["five towns", five],
  [
    "three villages with exceptions of every kind",
    {
      ...villages,
      procedures: { visit: { off: true, days: {} }, task: { off: false, days: { overdue: 3, open: 8 } } },
      former: { towns: [{ slug: "laocun", name: "老村", nameEn: "Lao", into: "taoyuan" }], departments: [] },
      ambiguousInitials: { ty: ["桃园村", "青坪县"] },
      objection: {
        workingDays: 3,
        overrides: [{ period: "2026Q4", until: "2027-01-20", reason: "放假安排未公布" }],
      },
    },
  ],
])("%s: untouched, the pack comes back as it was", async (_, programme) => {
  expect(programmeOf(await edited(programme))).toEqual(programme);
});

describe("edited", () => {
  test("towns, counties, areas, items, weights, days and posts come back changed, and nothing else", async () => {
    const changed = programmeOf(
      await edited(five, (sheet) => {
        cell(sheet("单位"), FIRST, "别名").value = "河口古镇、老河口";
        cell(sheet("单位"), FIRST, "分组").value = "山地类";
        cell(sheet("县区"), FIRST, "名称").value = "云汀区";
        cell(sheet("单位"), FIRST, "所属县区").value = "云汀区";
        cell(sheet("单位"), FIRST + 1, "所属县区").value = "云汀";
        cell(sheet("单位"), FIRST + 2, "所属县区").value = "云汀区";
        cell(sheet("建设内容"), FIRST, "名称").value = "老街新貌";
        for (const row of [0, 1, 2]) cell(sheet("事项"), FIRST + row, "建设内容").value = "老街新貌";
        cell(sheet("评分方案"), FIRST + 1, "数据").value = "老街新貌·已完成";
        cell(sheet("评分方案"), FIRST + 1, "与之相比").value = "老街新貌·应完成";
        cell(sheet("评分方案"), FIRST + 1, "权重").value = 40;
        basic(sheet("基本"), "报送期限").value = 8;
        basic(sheet("基本"), "要有照片的部分").value = "老街新貌、水岸治理";
        cell(sheet("催办"), FIRST + 3, "告诉谁").value = "县工作群";
        cell(sheet("部门"), FIRST, "名称").value = "市文化和旅游局";
      }),
    );
    const [hekou] = five.towns;
    expect(changed).toEqual({
      ...five,
      towns: [{ ...hekou, aliases: ["河口古镇", "老河口"], group: "upland" }, ...five.towns.slice(1)],
      counties: [{ ...five.counties[0], name: "云汀区" }, ...five.counties.slice(1)],
      areas: [{ ...five.areas[0], name: "老街新貌" }, ...five.areas.slice(1)],
      deadline: { ...five.deadline, workingDays: 8 },
      requiredPhotos: ["streets", "lake"],
      ladder: [...five.ladder.slice(0, 3), { day: 7, to: "county_group" }],
      departments: [{ ...five.departments[0], name: "市文化和旅游局" }, ...five.departments.slice(1)],
      scheme: {
        ...five.scheme,
        root: {
          ...five.scheme.root,
          children: five.scheme.root.children.map((node, i) => (i === 0 ? { ...node, weight: 40 } : node)),
        },
      },
    });
  });

  test("a new town needs its name, county, group and phase; the rest is made from the name", async () => {
    const changed = programmeOf(
      await edited(five, (sheet) => {
        const [at, list] = [FIRST + 5, sheet("单位")];
        cell(list, at, "名称").value = "双溪镇";
        cell(list, at, "所属县区").value = "松岚县";
        cell(list, at, "分组").value = "滨水类";
        cell(list, at, "批次").value = "1";
      }),
    );
    expect(changed.towns.at(-1)).toEqual({
      slug: "shuangxi",
      code: "shuangxi",
      name: "双溪镇",
      short: "双溪",
      nameEn: "双溪镇",
      countyCode: "990222",
      group: "waterside",
      phase: 1,
      positioning: "",
      positioningEn: "",
      aliases: [],
    });
  });

  test("as WPS leaves it: figures as text and full-width, blanks around, a title row above, other sheets beside", async () => {
    const changed = programmeOf(
      await edited(five, (sheet) => {
        cell(sheet("单位"), FIRST, "批次").value = "２ ";
        cell(sheet("单位"), FIRST, "名称").value = "\u00a0河口镇　";
        cell(sheet("评分方案"), FIRST + 1, "权重").value = "３５．５";
        basic(sheet("基本"), "绿灯（%）").value = "95%";
        sheet("事项").insertRow(1, ["五镇提质 事项表"]);
        sheet("单位").addRow([]);
        sheet("单位").workbook.addWorksheet("Sheet1").addRow(["草稿"]);
      }),
    );
    expect(changed.towns[0]).toMatchObject({ name: "河口镇", phase: 2 });
    expect(changed.scheme.root.children[0]?.weight).toBe(35.5);
    expect(changed.lights.green).toBe(0.95);
    expect(changed.areas).toEqual(five.areas);
  });
});

describe("a wrong workbook is refused with sheet, row, column and repair", () => {
  test.each<[string, (sheet: (name: string) => Worksheet) => void, string]>([
    [
      "a scheme that goes round in a circle",
      (sheet) => {
        sheet("评分方案").getRow(10).values = ["x", "y", "甲", "A", 1, "加权平均"];
        sheet("评分方案").getRow(11).values = ["y", "x", "乙", "B", 1, "加权平均"];
      },
      "评分方案 10 上级: 上级成了环，归不到总分 → 改正上级，让它最终归到总分",
    ],
    [
      "a superior that is not there",
      (sheet) => {
        cell(sheet("评分方案"), FIRST + 2, "上级").value = "zong";
      },
      "评分方案 6 上级: 没有标识为“zong”的一行 → 改成表里有的标识，或者补上那一行",
    ],
    [
      "weights that are all zero",
      (sheet) => {
        for (const n of [1, 2, 3, 4, 5]) cell(sheet("评分方案"), FIRST + n, "权重").value = 0;
      },
      "评分方案 4 标识: 指标“total”下级的权重全是0，算不出分 → 至少一个填大于0的数",
    ],
    [
      "data that no report has",
      (sheet) => {
        cell(sheet("评分方案"), FIRST + 4, "数据").value = "生产总值";
      },
      "评分方案 8 标识: 指标“inv”没有“生产总值”这一列数据 → 从可用的列中选，见下面的列表",
    ],
    [
      "an unknown post",
      (sheet) => {
        cell(sheet("催办"), FIRST, "告诉谁").value = "镇长";
      },
      "催办 4 告诉谁: 不在可选的值之中 → 可用：owner、principal、county_group、leading_group",
    ],
    [
      "a county without a town",
      (sheet) => {
        sheet("县区").getRow(6).values = ["白石县"];
      },
      "县区 6 标识: “白石县”没有任何单位 → 删去这个县区，或者补上属于它的单位",
    ],
    [
      "a town in a county that is not there",
      (sheet) => {
        cell(sheet("单位"), FIRST, "所属县区").value = "云亭县";
      },
      "单位 4 所属县区: 没有代码为“云亭县”的县区 → 可用：990221、990222",
    ],
    [
      "two towns of one name's pinyin",
      (sheet) => {
        sheet("单位").getRow(9).values = ["河口乡", "河口", "松岚县", "滨水类", 1];
      },
      "单位 9 标识: “hekou”已被 第4行 使用 → 两处之一换一个",
    ],
    [
      "an item of an area that is not there",
      (sheet) => {
        cell(sheet("事项"), FIRST, "建设内容").value = "老接";
      },
      "事项 4 建设内容: 没有叫“老接”的建设内容 → 从“建设内容”表里选",
    ],
    [
      "words where a figure belongs",
      (sheet) => {
        basic(sheet("基本"), "报送期限").value = "六天";
      },
      "基本 17 填写: 应为数字 → 改正写法",
    ],
    [
      "a hidden row",
      (sheet) => {
        sheet("单位").getRow(FIRST).hidden = true;
      },
      "单位 0 : 第4行是隐藏的 → 取消隐藏，或者删去",
    ],
    [
      "a column renamed",
      (sheet) => {
        cell(sheet("单位"), HEADER, "批次").value = "第几批";
      },
      "单位 0 : 缺少“批次”列 → 把列名改回原样",
    ],
    [
      "a sheet deleted",
      (sheet) => {
        sheet("县区").workbook.removeWorksheet("县区");
      },
      "县区 0 : 缺少这张表 → 从 programme export 导出的文件里复制一张",
    ],
  ])("%s", async (_, edit, problem) => {
    expect(await problems(edit)).toContain(problem);
  });
});
