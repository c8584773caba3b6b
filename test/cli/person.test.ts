import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { sql } from "drizzle-orm";
import { afterAll, beforeAll, expect } from "vitest";
import { commit } from "../../db/commit.ts";
import { findReport } from "../../db/reports.ts";
import { removePeople } from "../../db/roster.ts";
import { beginRecord } from "../../src/bot/procedures/take-step.ts";
import { openPeriod } from "../../src/bot/quarter/open-period.ts";
import { changeReport } from "../../src/bot/report/change-report.ts";
import type { Person, Role } from "../../src/domain/programme/people.ts";
import type { Command } from "../../src/domain/report/command.ts";
import { startWorld, type World } from "../bot/world.ts";
import { villages } from "../domain/programmes.ts";
import { story } from "../story.ts";
import { environmentOf, tentowns, tentownsJson } from "./terminal.ts";

// What is stored about one person is handed out, and their name erased once their post has passed on.

const LOCKED = "2026-10-19T10:00:00+08:00";
const NAME = "王建国";
const person = (openId: string, name: string, role: Role, area: string): Person => ({
  ...{ openId, name, role, area },
  locale: "zh-CN",
});
const wang = person("ou_wang", NAME, "town_official", "taoyuan");
const li = person("ou_li", "李秀英", "county_reviewer", "heyang");

let world: World;
let folder: string;
let env: Record<string, string>;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "tentowns-person-"));
  const now = "2026-10-09T10:00:00+08:00";
  world = await startWorld({ programme: villages, people: [wang, li], now });
  writeFileSync(join(folder, "pack.json"), JSON.stringify(villages));
  env = { ...environmentOf(world), PROGRAMME: join(folder, "pack.json"), REHEARSAL_NOW: now };
});
afterAll(async () => {
  rmSync(folder, { recursive: true, force: true });
  await world.close();
});

async function act(actor: Person, command: Command): Promise<number> {
  const changed = await changeReport(world.deps, "2026Q3", "taoyuan", [command], { actor, inbox: [] });
  if (changed.kind !== "done") throw new Error(changed.kind);
  return changed.context.report.revision;
}

/** Every text of the database in which a word stands, by table. */
async function tablesWith(word: string): Promise<string[]> {
  const { db } = world.deps;
  const tables = await db.all<{ name: string }>(
    sql`select name from sqlite_master where type = 'table' and name not like 'sqlite_%'`,
  );
  const found: string[] = [];
  for (const { name } of tables) {
    const rows = await db.all(sql.raw(`select * from "${name}"`));
    if (JSON.stringify(rows).includes(word)) found.push(name);
  }
  return found;
}

const { step } = story("what is stored about one person");

step("while they hold their post nothing is erased, and what is stored is handed out", async () => {
  await openPeriod(world.deps, "2026Q3", "ou_office", []);
  const raw = {
    ...{ "roads/item.roads.1": "100", "roads/item.roads.2": "60", "water/item.water.1": "100" },
    ...{ "water/item.water.2": "50", "investment/plan": "400", "investment/source.collective": "300" },
    ...{ "image/project.new.name": "主村道", "image/project.new.total": "500" },
    ...{ "image/project.new.planned": "75", "image/project.new.actual": "70" },
    "roads/progress": `由${NAME}现场负责。`,
  };
  await act(wang, { kind: "save", raw, section: "investment", baseRevision: 1 });
  const sent = await act(wang, { kind: "submit", photos: {}, withoutPhotos: false });
  await act(li, { kind: "approve", baseRevision: sent });
  await tentowns({ ...env, REHEARSAL_NOW: LOCKED }, "provisional", "2026Q3");
  const origin = { id: "objected", period: "2026Q3", town: "taoyuan", ref: "" };
  const raise = { procedure: "objection", step: "raise", origin };
  await beginRecord(world.deps, { actor: wang, inbox: [] }, raise, { indicator: "other", text: "请复核。" });
  await world.settle();

  expect(await tentownsJson(env, "person", "erase", "ou_wang")).toMatchObject({
    code: 1,
    json: { ok: false, reason: "holds_a_post" },
  });
  const out = join(folder, "wang.json");
  expect((await tentowns(env, "person", "export", "ou_wang", "--out", out)).code).toBe(0);
  expect(statSync(out).mode & 0o777).toBe(0o600);
  const { json } = await tentownsJson(env, "person", "export", "ou_wang");
  expect(JSON.parse(readFileSync(out, "utf8"))).toEqual(json);
  expect(json).toMatchObject({
    openId: "ou_wang",
    roster: { name: NAME },
    reports: [{ report: "2026Q3/taoyuan", revision: 2, name: NAME }, { revision: 3 }],
  });
  expect((await tentowns(env, "person", "export", "ou_wang", "--out", out)).code).toBe(1);
  expect((await tentowns(env, "person", "export", "ou_nobody")).code).toBe(1);
});

step(
  "afterwards the deeds stand under the post, and only what somebody typed still says the name",
  async () => {
    const { db } = world.deps;
    const audit = { actor: "operator", kind: "test.left", subject: "" };
    await commit(db, { audit, writes: [removePeople(db, ["ou_wang"])] }, world.clock.now());
    const { code, json } = await tentownsJson(env, "person", "erase", "ou_wang");
    expect([code, json]).toMatchObject([
      0,
      { ok: true, reports: 1, records: 1, typed: ["report 2026Q3/taoyuan"] },
    ]);
    const report = await findReport(db, "2026Q3", "taoyuan");
    expect(report).toMatchObject({ submittedByName: "桃园村填报人", approvedByName: "李秀英" });
    expect(report?.saved.investment).toMatchObject({ by: "ou_wang", name: "桃园村填报人" });
    expect(report?.content.areas.roads?.words.progress).toBe(`由${NAME}现场负责。`);
    expect(await tablesWith(NAME)).toEqual(["report", "report_revision"]);
  },
);

step("the log is whole and agrees with what stands now; once more changes nothing", async () => {
  expect(await tentownsJson(env, "audit", "verify")).toMatchObject({ code: 0, json: { ok: true } });
  expect(await tentownsJson(env, "person", "erase", "ou_wang")).toMatchObject({
    code: 0,
    json: { reports: 0, records: 0, messages: 0 },
  });
  expect((await tentownsJson(env, "person", "erase", "ou_nobody")).json).toMatchObject({ reason: "unknown" });
});
