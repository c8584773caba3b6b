import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { loadPlan } from "../../db/periods.ts";
import { type PlanRows, planBytes } from "../bot/plan-file.ts";
import { startWorld, type World } from "../bot/world.ts";
import { tempFolder } from "../db/temp-database.ts";
import { environmentOf, tentowns, tentownsJson } from "./terminal.ts";

const NOW = "2026-03-10T10:00:00+08:00";
let world: World;
let env: Record<string, string>;
beforeEach(async () => {
  world = await startWorld({ people: [], now: NOW });
  env = { ...environmentOf(world), REHEARSAL_NOW: NOW };
});
afterEach(() => world.close());

async function file(year: number, rows: PlanRows): Promise<string> {
  const path = join(tempFolder(), "plan.xlsx");
  writeFileSync(path, await planBytes(year, rows));
  return path;
}
const plan = (town = "qikou") => loadPlan(world.deps.db, 2026, town);

const ROWS: PlanRows = {
  plan: [["碛口镇", 12000, 10, 30, 30, 30]],
  projects: [["碛口镇", "古镇保护", 18000, 20, 45, 80, 100]],
  items: [
    ["碛口镇", "完善功能配置", "供气管网", "一季度"],
    ["碛口镇", "镇容镇貌治理", "车站", "不适用", "镇区没有车站"],
  ],
};

test("the template of a fresh city is written, and says nothing until it is filled in", async () => {
  const out = join(tempFolder(), "template.xlsx");
  expect((await tentowns(env, "plan", "template", "2026", "--out", out)).code).toBe(0);
  const { code, err } = await tentowns(env, "plan", "import", out);
  expect(code).toBe(1);
  expect(err.join()).toContain("表里还没有填写任何计划");
});

test("a plan is in force at once; a dry run says the same and writes nothing", async () => {
  const path = await file(2026, ROWS);
  const dry = await tentowns(env, "plan", "import", path, "--dry-run");
  expect(dry.out.join("\n")).toContain("碛口镇  计划投资12,000.00万元；各季度末累计占比10%/40%/70%/100%");
  expect((await plan()).investment).toBeNull();
  expect((await tentowns(env, "plan", "import", path)).code).toBe(0);
  expect(await plan()).toEqual({
    investment: 12000,
    schedule: [0.1, 0.4, 0.7, 1],
    dueFrom: { "facilities.2": 1 },
    notApplicable: { "appearance.2": "镇区没有车站" },
    projects: [{ id: "p1", name: "古镇保护", total: 18000, planned: [20, 45, 80, 100] }],
  });
  const again = await tentowns(env, "plan", "import", path);
  expect(again.out.join()).toContain("与现行计划相同");
});

test("the template of a known plan reads back as nothing new", async () => {
  await tentowns(env, "plan", "import", await file(2026, ROWS));
  const out = join(tempFolder(), "template.xlsx");
  await tentowns(env, "plan", "template", "2026", "--out", out);
  expect((await tentowns(env, "plan", "import", out)).out.join()).toContain("与现行计划相同");
});

test("every problem is named by its cell and nothing half taken, the good town neither", async () => {
  const rows: PlanRows = {
    plan: [
      ["信义镇", 8000],
      ["碛口镇", 12000, 40, 30, 30, 30],
      ["碛口镇", 9000],
    ],
  };
  const { code, json } = await tentownsJson(env, "plan", "import", await file(2026, rows));
  expect(code).toBe(1);
  expect(json).toMatchObject({
    problems: [
      { sheet: "年度计划", cell: "F4", kind: "share_sum", about: "130" },
      { sheet: "年度计划", cell: "A5", kind: "town_twice", about: "A4" },
    ],
  });
  expect((await plan("xinyi")).investment).toBeNull();
});

test("another year, a file that is none and wrong usage are told apart", async () => {
  const old = await tentowns(env, "plan", "import", await file(2024, ROWS));
  expect(old.err.join()).toContain("“年度计划”A1：不是现在可以录入的年度（可以录入2025、2026、2027年）");
  expect((await tentowns(env, "plan", "import", "nowhere.xlsx")).code).toBe(1);
  expect((await tentowns(env, "plan", "template", "2026")).code).toBe(2);
});
