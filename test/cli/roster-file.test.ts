import excel from "exceljs";
import iconv from "iconv-lite";
import { describe, expect, test } from "vitest";
import { readRosterFile } from "../../src/cli/roster-file.ts";
import { towns, villages } from "../domain/programmes.ts";

const HEADER = "name,open_id,mobile,role,area,locale";
const utf8 = (text: string) => new TextEncoder().encode(text);
const csv = (...lines: string[]) => readRosterFile(utf8([HEADER, ...lines].join("\n")), "roster.csv", towns);

async function xlsx(rows: unknown[][]): Promise<Uint8Array> {
  const book = new excel.Workbook();
  book.addWorksheet("人员").addRows(rows);
  book.addWorksheet("其他").addRow(["不读这一页"]);
  return new Uint8Array(await book.xlsx.writeBuffer());
}

/** Problems as `line: reason`. */
async function refused(read: ReturnType<typeof readRosterFile>): Promise<string[]> {
  const answer = await read;
  return answer.ok ? [] : answer.problems.map(({ line, reasonEn }) => `${line}: ${reasonEn}`);
}

const WANG = {
  line: 2,
  name: "王建军",
  openId: "ou_wang",
  role: "town_official",
  area: "qikou",
  locale: "zh-CN",
};

describe("a roster file is read", () => {
  test("from .csv, one person a row", async () => {
    const answer = await csv(
      "王建军,ou_wang,,town_official,qikou,",
      "李芳,,138 0013 8000,county_reviewer,141124,zh-CN",
      "",
      "Ann Lee,ou_ann,+8613900139000,city_office,,en",
      "赵明,ou_zhao,+852 6123 4567,leader,吕梁市,zh-CN",
      "市住建局,ou_zj,,department,,",
    );
    expect(answer).toMatchObject({
      ok: true,
      notes: [],
      rows: [
        WANG,
        {
          line: 3,
          name: "李芳",
          mobile: "13800138000",
          role: "county_reviewer",
          area: "linxian",
          locale: "zh-CN",
        },
        {
          line: 5,
          name: "Ann Lee",
          openId: "ou_ann",
          mobile: "13900139000",
          role: "city_office",
          area: "",
          locale: "en",
        },
        {
          line: 6,
          name: "赵明",
          openId: "ou_zhao",
          mobile: "+85261234567",
          role: "leader",
          area: "",
          locale: "zh-CN",
        },
        { line: 7, name: "市住建局", openId: "ou_zj", role: "department", area: "", locale: "zh-CN" },
      ],
    });
  });
  test("with Chinese headers, roles, areas and languages, the columns in any order", async () => {
    const text =
      "区域,角色,姓名,手机,语言,备注\n碛口镇,填报人,王建军,13800138000,中文,x\n临县,县级审核人,李芳,13800138001,英文,\n,市领导小组办公室,赵明,13800138002,,\n,领导小组,钱亮,13800138003,,\n,责任单位,孙立,13800138004,,";
    const answer = await readRosterFile(utf8(text), "人员.CSV", towns);
    expect(
      answer.ok && answer.rows.map(({ name, role, area, locale }) => [name, role, area, locale].join(" ")),
    ).toEqual([
      "王建军 town_official qikou zh-CN",
      "李芳 county_reviewer linxian en",
      "赵明 city_office  zh-CN",
      "钱亮 leader  zh-CN",
      "孙立 department  zh-CN",
    ]);
  });
  const text = `${HEADER}\r\n王建军,ou_wang,,填报人,碛口,\r\n`;
  test.each([
    ["UTF-8", utf8(text)],
    ["UTF-8 with a mark", utf8(`\ufeff${text}`)],
    ["GBK", new Uint8Array(iconv.encode(text, "gbk"))],
    ["GB18030", new Uint8Array(iconv.encode(text, "gb18030"))],
    [
      "UTF-16 with a mark, tabs",
      new Uint8Array(iconv.encode(text.replaceAll(",", "\t"), "utf-16le", { addBOM: true })),
    ],
    ["semicolons", utf8(text.replaceAll(",", ";"))],
    ["quotes", utf8(`${HEADER}\n"王建军","ou_wang","","填报人","碛口",""`)],
  ])("in %s", async (_, bytes) => {
    expect(await readRosterFile(bytes, "roster.csv", towns)).toEqual({ ok: true, rows: [WANG], notes: [] });
  });
  test("from the first sheet of an .xlsx, numbers, rich text and links as the text they show", async () => {
    const bytes = await xlsx([
      ["姓名", "手机", "open_id", "角色", "区域"],
      ["王建军", 13800138000, "", { richText: [{ text: "填报" }, { text: "人" }] }, 141124109],
      [],
      [" 李芳 ", "13800138001", { text: "ou_li", hyperlink: "https://example.com" }, "县级审核人", "linxian"],
    ]);
    expect(await readRosterFile(bytes, "roster.xlsx", towns)).toEqual({
      ok: true,
      notes: [{ sheet: "其他", kind: "no_table", about: [] }],
      rows: [
        {
          line: 2,
          name: "王建军",
          mobile: "13800138000",
          role: "town_official",
          area: "qikou",
          locale: "zh-CN",
        },
        {
          line: 4,
          name: "李芳",
          openId: "ou_li",
          mobile: "13800138001",
          role: "county_reviewer",
          area: "linxian",
          locale: "zh-CN",
        },
      ],
    });
  });
  test("against the places of another programme", async () => {
    const row = utf8(`${HEADER}\n张三,ou_z,,填报人,桃园村,\n李四,ou_l,,县级审核人,荷阳,`);
    expect(await readRosterFile(row, "r.csv", villages)).toMatchObject({
      ok: true,
      rows: [{ area: "taoyuan" }, { area: "heyang" }],
    });
    expect(await refused(readRosterFile(row, "r.csv", towns))).toHaveLength(2);
  });
});

describe("a row is refused with its line", () => {
  test.each([
    [",ou_a,,leader,,", "the name is missing"],
    ["王,,,leader,,", "neither open_id nor mobile is given"],
    ["王,on_a,,leader,,", '"on_a" is no open_id; it begins with ou_'],
    ["王,,1380013,leader,,", '"1380013" is no mobile number'],
    ["王,,1.38E+10,leader,,", '"1.38E+10" is no mobile number'],
    ["王,ou_a,,mayor,,", '"mayor" is no role'],
    ["王,ou_a,,,,", '"" is no role'],
    ["王,ou_a,,town_official,平遥镇,", '"平遥镇" is no area of this programme'],
    ["王,ou_a,,town_official,临县,", 'area "临县" does not fit the role "town_official"'],
    ["王,ou_a,,town_official,,", 'area "" does not fit the role "town_official"'],
    ["王,ou_a,,county_reviewer,碛口镇,", 'area "碛口镇" does not fit the role "county_reviewer"'],
    ["王,ou_a,,leader,qikou,", 'area "qikou" does not fit the role "leader"'],
    ["王,ou_a,,leader,,fr", '"fr" is no language we have'],
  ])("%s", async (row, reason) => {
    expect(await refused(csv("李芳,ou_li,,leader,,", row))).toEqual([`3: ${reason}`]);
  });
  test("one person twice, by open_id or by mobile", async () => {
    const lines = ["王,ou_a,13800138000,leader,,", "王,ou_a,,leader,,", "小王,,+86 138-0013-8000,leader,,"];
    expect(await refused(csv(...lines))).toEqual([
      "3: the same person as on line 2",
      "4: the same person as on line 2",
    ]);
  });
  test("one person in two roles", async () => {
    expect(await refused(csv("王,ou_a,,leader,,", "王,ou_a,,town_official,qikou,"))).toEqual([
      "3: the same person as on line 2 in another role; one person has one role",
    ]);
  });
  test("two people of one name are two people", async () => {
    expect(await csv("王建军,ou_a,,leader,,", "王建军,ou_b,,leader,,")).toMatchObject({ ok: true });
  });
  test("all problems of all rows come at once, in the order of the lines, in Chinese too", async () => {
    const answer = await csv(",,,x,,", "王,ou_a,,leader,,", "王,ou_a,,town_official,平遥,fr");
    expect(answer).toMatchObject({
      ok: false,
      problems: [
        { line: 2, reason: "缺少姓名" },
        { line: 2, reason: "open_id 和手机号都没有填" },
        { line: 2, reason: expect.stringContaining("角色“x”不在可选之列，可填：填报人、") },
        { line: 4, reason: "区域“平遥”不在本项目内" },
        { line: 4, reason: "语言“fr”不支持" },
        { line: 4, reason: "与第 3 行是同一个人，一个人只能有一个角色" },
      ],
    });
  });
  test("formula cells without a result, and errors, naming each", async () => {
    const bytes = await xlsx([
      ["name", "open_id", "role", "area"],
      ["王", { formula: '"ou_"&"a"' }, "leader", ""],
      ["李", { error: "#N/A" }, "leader", ""],
    ]);
    expect(await refused(readRosterFile(bytes, "r.xlsx", towns))).toEqual([
      "2: cell B2 holds a formula without a stored result; please type its text instead",
      "2: neither open_id nor mobile is given",
      "3: cell B3 holds an error; please correct it",
      '3: "#N/A" is no open_id; it begins with ou_',
    ]);
  });
  test("not for a formula with a result, which is said, nor for one in a column nobody reads", async () => {
    const bytes = await xlsx([
      ["序号", "姓名", "open_id", "角色", "职务"],
      [{ formula: "ROW()-1" }, "王", { formula: '"ou_"&"a"', result: "ou_a" }, "领导小组", { error: "#N/A" }],
    ]);
    expect(await readRosterFile(bytes, "r.xlsx", towns)).toMatchObject({
      ok: true,
      rows: [{ name: "王", openId: "ou_a" }],
      notes: [{ kind: "no_table" }, { kind: "computed", about: ["C2"] }],
    });
  });
  test("with the word that was probably meant", async () => {
    const near = await csv("王,ou_a,,填报员,碛口,", "李,ou_b,,联络员,碛口,", "赵,ou_c,,填报人,积口镇,");
    const reasons = near.ok ? [] : near.problems.map(({ reason }) => reason);
    expect(reasons[0]).toMatch(/^角色“填报员”不在可选之列，可填：填报人、.*；是不是“填报人”？$/);
    expect(reasons[1]).toMatch(/^角色“联络员”不在可选之列，可填：填报人、/);
    expect(reasons[2]).toBe("区域“积口镇”不在本项目内；是不是碛口镇？");
  });
  test("a cell is read as it is seen", async () => {
    const wide = await csv(
      "王建军\u200b,\u200bou_wang,,填报人\ufeff,碛口镇\u200b,",
      "李芳,,１３８ 0013 8000,县级审核人,临县\u00a0,",
    );
    expect(wide).toMatchObject({
      ok: true,
      rows: [
        { name: "王建军", openId: "ou_wang", area: "qikou" },
        { mobile: "13800138000", area: "linxian" },
      ],
    });
  });
});

describe("a file is refused as a whole", () => {
  test.each([
    ["roster.pdf", utf8("x"), "0: only .csv and .xlsx files can be imported"],
    ["roster.xlsx", utf8(HEADER), "0: it cannot be opened as an .xlsx file"],
    [
      "roster.csv",
      new Uint8Array([0x50, 0x4b, 3, 4, 0, 0, 0xff, 0xff]),
      "0: the text encoding is not known; please save as UTF-8",
    ],
    ["roster.csv", utf8(""), "0: there is nobody in it"],
    ["roster.csv", utf8(`${HEADER}\n\n`), "1: there is nobody in it"],
    ["roster.csv", utf8(`${HEADER}\n"王,ou_a,,leader,,`), "2: unmatched quotes, the columns cannot be told"],
    ["roster.csv", utf8("mobile,role\n1,leader"), "1: the column name is missing"],
    ["roster.csv", utf8("name,area\n王,qikou"), "1: a column open_id or mobile is missing"],
    [
      "roster.csv",
      utf8("name,姓名,mobile,role\n王,王,13800138000,leader"),
      "1: the column name is there twice",
    ],
  ])("%s", async (name, bytes, reason) => {
    expect(await refused(readRosterFile(bytes, name, towns))).toContain(reason);
  });
  test("two places of one name have to be told apart by their code", async () => {
    const [first, second, third] = villages.towns;
    if (!first || !second || !third) throw new Error("three villages expected");
    const twin = { ...villages, towns: [first, { ...second, name: "桃园村", short: "桃园" }, third] };
    const rows = (area: string) => utf8(`${HEADER}\n王,ou_a,,填报人,${area},`);
    expect(await refused(readRosterFile(rows("桃园村"), "r.csv", twin))).toEqual([
      '2: "桃园村" is more than one place; please give its code',
    ]);
    expect(await readRosterFile(rows("990121002"), "r.csv", twin)).toMatchObject({ ok: true });
  });
});
