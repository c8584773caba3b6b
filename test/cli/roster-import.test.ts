import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import excel from "exceljs";
import iconv from "iconv-lite";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { listPeople } from "../../db/roster.ts";
import { audit } from "../../db/schema.ts";
import type { Person } from "../../src/domain/programme/people.ts";
import { startWorld, type World } from "../bot/world.ts";
import { environmentOf, tentowns, tentownsJson } from "./terminal.ts";

const MOBILE = "13800138000";
const known = (openId: string): Person => ({
  openId,
  name: "",
  role: "leader",
  area: "",
  locale: "zh-CN",
});

let world: World;
let env: Record<string, string>;
let folder: string;
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), "tentowns-roster-"));
  world = await startWorld({
    people: ["ou_wang", "ou_li", "ou_zhao", "ou_qian"].map(known),
    mobiles: { ou_wang: `+86${MOBILE}`, ou_li: "+8613900139000" },
  });
  env = environmentOf(world);
});
afterEach(async () => {
  rmSync(folder, { recursive: true, force: true });
  await world.close();
});

const HEADER = "name,open_id,mobile,role,area,locale";
function csv(...lines: string[]): string {
  const path = join(folder, "roster.csv");
  writeFileSync(path, [HEADER, ...lines].join("\n"));
  return path;
}
const imported = (path: string, ...flags: string[]) => tentowns(env, "roster", "import", path, ...flags);
const people = async () => (await listPeople(world.deps.db)).map((p) => `${p.name} ${p.role} ${p.area}`);

describe("roster import", () => {
  test("a dry run shows what would change and writes nothing; then it is done", async () => {
    const path = csv("王建军,ou_wang,,town_official,qikou,", "赵明,ou_zhao,,city_office,,en");
    const dry = await imported(path, "--dry-run");
    expect(dry).toEqual({
      code: 0,
      out: [
        "新增  王建军  town_official  qikou  zh-CN",
        "新增  赵明  city_office  -  en",
        "不变  0人",
        "以上为预演，未写入。",
      ],
      err: [],
    });
    expect(await people()).toEqual([]);
    expect((await imported(path)).code).toBe(0);
    expect(await people()).toEqual(["赵明 city_office ", "王建军 town_official qikou"]);
    expect(await tentownsJson(env, "roster", "import", path)).toMatchObject({
      code: 0,
      json: { ok: true, dryRun: false, added: [], changed: [], removed: [], unchanged: [{}, {}] },
    });
    expect(await tentownsJson(env, "roster", "list")).toMatchObject({
      code: 0,
      json: [{ openId: "ou_zhao" }, { openId: "ou_wang", name: "王建军", area: "qikou" }],
    });
  });
  test("a mobile is looked up in the contacts and kept nowhere: not in the database, not in any log", async () => {
    const path = csv(
      `王建军,,138 0013 8000,town_official,qikou,`,
      "李芳,,+8613900139000,county_reviewer,linxian,",
    );
    const ran = await imported(path);
    expect(ran.code).toBe(0);
    expect((await listPeople(world.deps.db)).map((p) => p.openId).sort()).toEqual(["ou_li", "ou_wang"]);
    const where = dirname(world.deps.config.databaseUrl.replace("file:", ""));
    const files = readdirSync(where).filter((name) => name.startsWith("test.db"));
    const bytes = files.map((name) => readFileSync(join(where, name)).toString("latin1")).join();
    const printed = [...ran.out, ...ran.err, ...world.logged].join();
    for (const digits of [MOBILE, "13900139000", "138 0013 8000"]) {
      expect(bytes).not.toContain(digits);
      expect(printed).not.toContain(digits);
    }
  });
  test.each<[string, string[], string]>([
    [
      "a mobile nobody has",
      ["王建军,,13711112222,town_official,qikou,"],
      "第2行：这个手机号在飞书通讯录里找不到，或不在应用的可见范围内",
    ],
    [
      "one person in two roles",
      ["王建军,ou_wang,,town_official,qikou,", "王建军,ou_wang,,city_office,,"],
      "第3行：与第 2 行是同一个人，一个人只能有一个角色",
    ],
    [
      "one person by mobile and by open_id",
      [`王建军,,${MOBILE},town_official,qikou,`, "王主任,ou_wang,,city_office,,"],
      "第3行：这个人在文件里出现了两次（手机号和 open_id 指向同一人）",
    ],
    ["an area there is not", ["王建军,ou_wang,,town_official,平遥镇,"], "第2行：区域“平遥镇”不在本项目内"],
    [
      "a role there is not",
      ["王建军,ou_wang,,mayor,qikou,"],
      "第2行：角色“mayor”不在可选之列，可填：填报人、镇主要领导、县级审核人、县级主要领导、市领导小组办公室、领导小组、责任单位",
    ],
  ])("%s is refused with its line, and nothing is half-imported", async (_, lines, problem) => {
    const path = csv("钱亮,ou_qian,,leader,,", ...lines);
    const moved = problem.replace(/第(\s?)(\d)/g, (_all, space, n) => `第${space}${Number(n) + 1}`);
    const { code, err } = await imported(path);
    expect([code, err]).toEqual([1, [moved]]);
    expect(await people()).toEqual([]);
    expect(await world.deps.db.$count(audit)).toBe(1);
    expect((await tentownsJson(env, "roster", "import", path)).json).toMatchObject({ ok: false });
  });
  test("every bad row is listed at once, each with its line", async () => {
    const path = csv(
      ",ou_wang,,town_official,qikou,",
      "李芳,,,county_reviewer,linxian,",
      "赵明,ou_zhao,,boss,,",
    );
    const { err } = await imported(path);
    expect(err.map((line) => line.slice(0, 3))).toEqual(["第2行", "第3行", "第4行"]);
  });
  test("a formula without a stored result is refused, naming the cell", async () => {
    const book = new excel.Workbook();
    book.addWorksheet("人员").addRows([
      ["姓名", "open_id", "角色", "区域"],
      ["王建军", "ou_wang", "填报人", { formula: 'HYPERLINK("http://x","碛口")' }],
    ]);
    const path = join(folder, "roster.xlsx");
    await book.xlsx.writeFile(path);
    expect(await imported(path)).toMatchObject({
      code: 1,
      err: ["第2行：单元格 D2 是公式，表里没有存它的结果，请改为填写文字", "第2行：区域“”与角色“填报人”不符"],
    });
    expect(await people()).toEqual([]);
  });
  test("a file of an office's own: GBK, Chinese columns and names of places", async () => {
    const path = join(folder, "人员.csv");
    writeFileSync(path, iconv.encode("姓名,用户ID,角色,区域\n王建军,ou_wang,填报人,碛口镇\n", "gbk"));
    expect((await imported(path)).code).toBe(0);
    expect(await people()).toEqual(["王建军 town_official qikou"]);
  });
  test("a file that is not there, or of another kind, is refused in words", async () => {
    const none = await imported(join(folder, "none.csv"));
    expect([none.code, none.err[0]]).toEqual([1, expect.stringContaining("读不到文件")]);
    const path = join(folder, "roster.txt");
    writeFileSync(path, "x");
    expect((await imported(path)).err[0]).toContain("只能导入 .csv 或 .xlsx 文件");
  });
  test("without secrets no mobile leaves this machine", async () => {
    const path = csv(`王建军,,${MOBILE},town_official,qikou,`);
    const { code, err } = await tentowns(
      { DATABASE_URL: world.deps.config.databaseUrl },
      "roster",
      "import",
      path,
    );
    expect([code, err]).toEqual([1, ["没有设置密钥（沙盒模式），不能按手机号查人，请填写 open_id"]]);
  });
  test("a platform that refuses the look-up imports nothing and says what it said", async () => {
    const path = csv(`王建军,,${MOBILE},town_official,qikou,`);
    const { code, err } = await tentowns({ ...env, FEISHU_APP_SECRET: "wrong" }, "roster", "import", path);
    expect(code).toBe(1);
    expect(err.join()).toMatch(/refused: \d+/);
    expect(err.join()).not.toContain(MOBILE);
    expect(await people()).toEqual([]);
  });
});
