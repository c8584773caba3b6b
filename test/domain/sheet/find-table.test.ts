import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { findTable } from "../../../src/domain/sheet/find-table.ts";
import { gatherTables } from "../../../src/domain/sheet/gather-tables.ts";
import { columnNamed, unitIn } from "../../../src/domain/sheet/header-words.ts";
import type { Sheet } from "../../../src/domain/sheet/sheet.ts";
import { sheet } from "./sheets.ts";

const WORDS = {
  name: ["姓名"],
  mobile: ["手机", "手机号码", "联系方式手机"],
  open_id: ["open_id"],
  weight: ["权重"],
  share: ["一季度占比"],
};
const COLUMNS = ["name", "mobile", "open_id", "weight", "share"] as const;
type Column = (typeof COLUMNS)[number];
const reads = {
  columnOf: (header: string) => columnNamed(WORDS, COLUMNS, header),
  isHeading: (text: string) => text === "临县",
};

/** Header row, columns and entries of a table: `row: name=…`. */
function tableOf(of: Sheet) {
  const table = findTable(of, reads);
  if (!table) return null;
  const known = COLUMNS.filter((column) => table.header.names.has(column));
  const say = (text: (column: Column) => string) =>
    known.flatMap((column) => (text(column) === "" ? [] : [`${column}=${text(column)}`])).join(" ");
  return {
    header: table.header.row,
    entries: table.entries.map(({ row, text }) => `${row}: ${say(text)}`),
    left: table.leftOut.map(({ row, text, why }) => `${row} ${text} ${why}`),
  };
}

describe("the header is found", () => {
  test("below a title, 附件, 填报单位, 单位 and blank rows", () => {
    const found = tableOf(
      sheet(
        "",
        ["附件1"],
        ["2026年人员名单>4"],
        [],
        ["填报单位：临县", "", "单位：万元"],
        ["序号", "姓名", "手机号码（必填）", "权重（%）"],
        ["1", "王建军", "13800138000", "10"],
      ),
    );
    expect(found).toEqual({ header: 5, entries: ["6: name=王建军 mobile=13800138000 weight=10"], left: [] });
  });

  test("in two rows, merged or not", () => {
    const merged = sheet(
      "",
      ["姓名", "联系方式>2", "", "权重"],
      ["姓名", "手机", "open_id", "权重"],
      ["王", "138", "ou_a", "5"],
    );
    const plain = sheet(
      "",
      ["姓名", "联系方式", "", "权重"],
      ["", "手机", "open_id", ""],
      ["王", "138", "ou_a", "5"],
    );
    for (const one of [merged, plain])
      expect(tableOf(one)).toEqual({
        header: 2,
        entries: ["3: name=王 mobile=138 open_id=ou_a weight=5"],
        left: [],
      });
  });

  test("where a name is of two rows together: 占比 over 一季度", () => {
    const found = tableOf(sheet("", ["姓名", "占比>2"], ["", "一季度", "二季度"], ["王", "10", "20"]));
    expect(found?.entries).toEqual(["3: name=王 share=10"]);
  });

  test("not where an entry stands in it", () => {
    const found = tableOf(sheet("", ["姓名", "手机"], ["王", "138"], ["", "139"]));
    expect(found?.entries).toEqual(["2: name=王 mobile=138", "3: mobile=139"]);
  });

  test("with stars, brackets, line breaks and blanks in its names", () => {
    const found = tableOf(sheet("", ["★姓 名", "手机\n号码（必填）", "* 权重（%）"], ["王", "138", "5"]));
    expect(found?.entries).toEqual(["2: name=王 mobile=138 weight=5"]);
  });

  test("and no table is one where nothing is named", () => {
    expect(tableOf(sheet("", ["说明"], ["请按表填写"]))).toBeNull();
  });
});

describe("what is no entry is left out and named", () => {
  test("totals, notes, signatures, the header printed again, numbers of columns, headings of blocks", () => {
    const found = tableOf(
      sheet(
        "",
        ["序号", "姓名", "手机", "权重"],
        ["1", "2", "3", "4"],
        ["临县>4"],
        ["1", "王", "138", "5"],
        ["小计", "", "", "5"],
        ["一、离石区>4"],
        ["2", "李", "139", "6"],
        ["序号", "姓名", "手机", "权重"],
        ["3", "赵", "137", "7"],
        ["", "合 计", "", "18"],
        ["注：权重合计为100"],
        ["填表人：张三", "", "审核人：李四"],
      ),
    );
    expect(found?.entries).toEqual([
      "4: name=王 mobile=138 weight=5",
      "7: name=李 mobile=139 weight=6",
      "9: name=赵 mobile=137 weight=7",
    ]);
    expect(found?.left).toEqual([
      "2 1 2 3 4 header",
      "3 临县 heading",
      "5 小计 total",
      "6 一、离石区 heading",
      "8 序号 header",
      "10 合 计 total",
      "11 注：权重合计为100 note",
      "12 填表人：张三 note",
    ]);
  });

  test("an entry with one cell is still an entry", () => {
    expect(tableOf(sheet("", ["姓名", "手机"], ["王建军"]))?.entries).toEqual(["2: name=王建军"]);
  });
});

describe("several sheets", () => {
  const one = (name: string, person: string) => sheet(name, ["姓名", "手机"], [person, "138"]);

  test("of one kind are read together, others are named", () => {
    const { tables, notes } = gatherTables(
      [one("临县", "王"), sheet("说明", ["请看"]), one("岚县", "李")],
      reads,
    );
    expect(
      tables.flatMap(({ sheet: name, entries }) => entries.map(({ text }) => `${name} ${text("name")}`)),
    ).toEqual(["临县 王", "岚县 李"]);
    expect(notes).toEqual([{ sheet: "说明", kind: "no_table", about: [] }]);
  });

  test("that are hidden, and hidden rows and columns, are said and not taken", () => {
    const hidden = { ...one("旧", "赵"), hidden: { sheet: true, rows: [], columns: [] } };
    const partly = { ...one("新", "王"), hidden: { sheet: false, rows: [3], columns: ["C"] } };
    const { tables, notes } = gatherTables([hidden, partly], reads);
    expect(tables.map(({ sheet: name }) => name)).toEqual(["新"]);
    expect(notes).toEqual([
      { sheet: "旧", kind: "hidden_sheet", about: [] },
      { sheet: "新", kind: "hidden_rows", about: ["3"] },
      { sheet: "新", kind: "hidden_columns", about: ["C"] },
    ]);
  });

  test("formulas of known columns count by their results, and are said; others do not matter", () => {
    const cell = (address: string, text: string, more = {}) => ({ address, text, ...more });
    const of: Sheet = {
      name: "",
      rows: [
        { row: 1, cells: [cell("A1", "序号"), cell("B1", "姓名"), cell("C1", "手机")] },
        {
          row: 2,
          cells: [
            cell("A2", "", { trouble: "formula" }),
            cell("B2", "王", { computed: true }),
            cell("C2", "138"),
            cell("Z2", "", { trouble: "error" }),
          ],
        },
      ],
    };
    const { tables, notes } = gatherTables([of], reads);
    expect(tables[0]?.entries.map(({ text }) => text("name"))).toEqual(["王"]);
    expect(notes).toEqual([{ sheet: "", kind: "computed", about: ["B2"] }]);
  });
});

test.each([
  ["年度计划投资（亿元）", "亿元"],
  ["总投资(元)", "元"],
  ["单位：万元", "万元"],
  ["（单位：人民币 元）", "元"],
  ["填报单位：临县", null],
  ["一元化（试点）", null],
])("the unit in %s is %s", (text, unit) => {
  expect(unitIn(text)).toBe(unit);
});

test("whatever stands around a table, its entries are the same, and no other is read", () => {
  const title = fc.constantFrom("附件1", "2026年名单>4", "填报单位：临县", "单位：万元", "（一）");
  const below = fc.constantFrom<string[][]>(
    ["合计", "", "", "18"],
    ["注：如有变动请告知"],
    ["填表人：张三"],
    ["姓名", "手机", "open_id", "权重"],
  );
  const bracketed = fc.constantFrom("", "（必填）", "（%）", " ", "\u200b", "*", "\n");
  fc.assert(
    fc.property(
      fc.array(title, { maxLength: 4 }),
      fc.array(below, { maxLength: 4 }),
      bracketed,
      (above, after, mark) => {
        const header = ["姓名", "手机", "open_id", "权重"].map((name) => `${name}${mark}`);
        const entries = [
          ["王", "138", "ou_a", "5"],
          ["李", "139", "ou_b", "6"],
        ];
        const made = sheet("", ...above.map((text) => [text]), header, ...entries, ...after);
        expect(tableOf(made)?.entries.map((line) => line.replace(/^\d+: /, ""))).toEqual([
          "name=王 mobile=138 open_id=ou_a weight=5",
          "name=李 mobile=139 open_id=ou_b weight=6",
        ]);
      },
    ),
  );
});
