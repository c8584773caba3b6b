import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { basename, join } from "node:path";
import excel, { type Workbook } from "exceljs";
import { afterAll, beforeAll, expect } from "vitest";
import { findPublication } from "../../db/publications.ts";
import { beat } from "../../src/bot/heartbeat/beat.ts";
import { loadProgramme } from "../../src/load-programme.ts";
import { atClient, shownIn } from "../bot/at-client.ts";
import { startWorld, type World } from "../bot/world.ts";
import { environmentOf, tentowns } from "../cli/terminal.ts";
import { NOTICES } from "../domain/holiday-notice/notices.ts";
import { open } from "../export/libre-office.ts";
import { IN_MEMORY } from "../in-memory.ts";
import { story } from "../story.ts";
import { handIn, tap } from "./five-towns.ts";

// Another city goes from nothing to its first published quarter by the commands of docs/programme.zh-CN.md, in their
// order, and by workbooks and cards alone.

const FEBRUARY = "2026-02-25T10:00:00+08:00";
const PAGE = "docs/programme.zh-CN.md";
/** What the towns report of every item, %. The fourth one is the workbook's new row. */
const TOWNS = [
  { name: "河口镇", slug: "hekou", done: 90 },
  { name: "莲溪镇", slug: "lianxi", done: 60 },
  { name: "陶冶镇", slug: "taoye", done: 30 },
  { name: "双溪镇", slug: "shuangxi", done: 100 },
];
const ROSTER = [
  ["姓名", "open_id", "角色", "区域"],
  ["王丽", "ou_office", "市领导小组办公室", ""],
  ["杜鹏", "ou_leader", "领导小组", ""],
  ["张敏", "ou_county", "县级审核人", "云汀县"],
  ["李强", "ou_county_2", "县级审核人", "松岚县"],
  ...TOWNS.map(({ name, slug }) => [`填报${slug}`, `ou_${slug}`, "填报人", name]),
];

let folder: string;
let world: World;
beforeAll(() => {
  folder = mkdtempSync(join(IN_MEMORY, "tentowns-second-"));
});
afterAll(async () => {
  await world?.close();
  rmSync(folder, { recursive: true, force: true });
});

const at = (file: string) => join(folder, basename(file));
/** The page's own commands, without the program's name. */
const commands = (/```sh\n([\s\S]*?)```/.exec(readFileSync(PAGE, "utf8"))?.[1] ?? "")
  .split("\n")
  .filter((line) => line.startsWith("npm run tentowns -- "))
  .map((line) => line.replace("npm run tentowns -- ", "").split(" "));

/** Runs the page's next command with files in the test's folder. */
async function next(expected: string, env: Record<string, string> = {}): Promise<string[]> {
  const command = commands.shift() ?? [];
  expect(command.join(" ")).toContain(expected);
  const argv = command.map((word) => (/\.(xlsx|json|txt)$/.test(word) ? at(word) : word));
  const { code, out, err } = await tentowns(env, ...argv);
  expect([code, err], command.join(" ")).toEqual([0, []]);
  return out;
}

async function edit(file: string, change: (book: Workbook) => void): Promise<void> {
  const book = await open(readFileSync(at(file)));
  change(book);
  writeFileSync(at(file), new Uint8Array(await book.xlsx.writeBuffer()));
}

function rowOf(book: Workbook, sheet: string, first: string) {
  const found = book.getWorksheet(sheet);
  let at = 0;
  found?.eachRow((row, n) => {
    if (row.getCell(1).text === first) at = n;
  });
  if (!found || at === 0) throw new Error(`no row ${first} in ${sheet}`);
  return { sheet: found, at, row: found.getRow(at) };
}

const { step } = story("a second city, by the page about packs alone");

step("its pack is a workbook: another name, one town less, one more by four cells", async () => {
  await next("programme export");
  await edit("我市.xlsx", (book) => {
    rowOf(book, "基本", "标识").row.getCell(2).value = "shanhe-towns";
    rowOf(book, "基本", "名称").row.getCell(2).value = "四镇焕新";
    rowOf(book, "基本", "异议期").row.getCell(2).value = null;
    const { sheet, at: last } = rowOf(book, "单位", "茶岭乡");
    sheet.getRow(last).values = ["双溪镇", null, "松岚县", "滨水类", 1];
    const bamboo = rowOf(book, "单位", "竹源镇");
    bamboo.sheet.spliceRows(bamboo.at, 1);
  });
  expect((await next("programme check"))[0]).toContain("四镇焕新（shanhe-towns）：2个县区，4个单位");
  await next("programme import");
});

step(
  "roster, plan and holiday notice are imported, and the look at the whole says what is left",
  async () => {
    const pack = at("my-city.json");
    world = await startWorld({
      now: FEBRUARY,
      programme: loadProgramme(pack),
      people: ROSTER.slice(1).map(([, openId = ""]) => ({
        openId,
        name: "",
        role: "leader",
        area: "",
        locale: "zh-CN",
      })),
    });
    const env = { ...environmentOf(world), PROGRAMME: pack, REHEARSAL_NOW: FEBRUARY };
    const book = new excel.Workbook();
    book.addWorksheet("名单").addRows([["四镇焕新 人员名单"], ...ROSTER]);
    writeFileSync(at("名单.xlsx"), new Uint8Array(await book.xlsx.writeBuffer()));
    await next("roster import", env);
    await next("plan template", env);
    await edit("计划.xlsx", (plan) => {
      expect(plan.worksheets.map(({ name }) => name)).toEqual(["年度计划", "到期任务", "选项"]);
      for (const { name } of TOWNS) rowOf(plan, "年度计划", name).row.getCell(2).value = 1000;
      plan.getWorksheet("到期任务")?.eachRow((row, n) => {
        if (n > 2) row.getCell(4).value = "一季度";
      });
    });
    await next("plan import", env);
    writeFileSync(at("放假通知.txt"), NOTICES.find(({ year }) => year === 2026)?.text ?? "");
    await next("calendar import", env);
    const looked = (await next("doctor", env)).join("\n");
    expect(looked).toContain("✓ 名单8人，各岗位都有人");
    expect(looked).toContain("✓ 2026年计划齐全");
    expect(commands).toEqual([]);
  },
);

step(
  "its quarter opens by itself; no town is asked for image progress, all for guests received",
  async () => {
    await beat(world.deps);
    await world.moveTo("2026-03-31T18:00:00+08:00");
    await world.moveTo("2026-04-01T09:01:00+08:00");
    const asked = new Set<string>();
    for (const { name, slug, done } of TOWNS) {
      const official = atClient(world, `ou_${slug}`);
      const { words } = await handIn(official, official.card("2026年第一季度"), done, asked);
      expect(words, name).toContain("已提交");
    }
    const sections = new Set([...asked].map((name) => name.slice(0, name.indexOf("/"))));
    expect([...sections].filter((section) => section !== "").toSorted()).toEqual([
      "investment",
      "lake",
      "lodging",
      "streets",
    ]);
    expect([...asked].some((name) => name.startsWith("investment/") && name.includes("guests"))).toBe(true);
  },
);

step("reviewed by its counties and published by its office, it ranks the towns", async () => {
  for (const { name, slug } of TOWNS) {
    const county = atClient(world, slug === "shuangxi" ? "ou_county_2" : "ou_county");
    expect((await tap(county, county.card(name), "approve")).toast).toContain("已通过");
  }
  const office = atClient(world, "ou_office");
  await office.say("谁还没报");
  const published = await tap(office, office.card("报送进度"), "quarter__publish");
  expect(published.toast).toContain("已发布");
  const rows = (await findPublication(world.deps.db, "2026Q1"))?.result.rows ?? [];
  expect(rows.map(({ town }) => town)).toEqual(["shuangxi", "hekou", "lianxi", "taoye"]);
  const [answer] = await atClient(world, "ou_leader").say("排名");
  expect(shownIn(answer).words).toContain("双溪");
});
