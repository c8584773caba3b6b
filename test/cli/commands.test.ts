import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { sql } from "drizzle-orm";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { verifyAudit } from "../../db/audit-chain.ts";
import { commit } from "../../db/commit.ts";
import { openDatabase } from "../../db/open.ts";
import { outboxCounts } from "../../db/outbox.ts";
import { findPeriod } from "../../db/periods.ts";
import { beginRecord, takeStep } from "../../src/bot/procedures/take-step.ts";
import { changeReport } from "../../src/bot/report/change-report.ts";
import { enqueueText } from "../../src/bot/sending/enqueue-message.ts";
import type { Person, Role } from "../../src/domain/programme/people.ts";
import type { Command } from "../../src/domain/report/command.ts";
import type { Report } from "../../src/domain/report/report.ts";
import { startWorld, type World } from "../bot/world.ts";
import { villages } from "../domain/programmes.ts";
import { environmentOf, tentowns, tentownsJson } from "./terminal.ts";

const NOW = "2026-10-09T10:00:00+08:00";
const person = (openId: string, role: Role, area: string): Person => ({
  openId,
  name: openId,
  role,
  area,
  locale: "zh-CN",
});
const official = person("ou_taoyuan", "town_official", "taoyuan");
const reviewer = person("ou_heyang", "county_reviewer", "heyang");

/** Published without an objection window. */
const programme = { ...villages, objection: null };

let world: World;
let env: Record<string, string>;
let folder: string;
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), "tentowns-cli-"));
  world = await startWorld({ programme, people: [official, reviewer], now: NOW });
  env = {
    ...environmentOf(world),
    PROGRAMME: file("pack.json", JSON.stringify(programme)),
    REHEARSAL_NOW: NOW,
  };
});
afterEach(async () => {
  rmSync(folder, { recursive: true, force: true });
  await world.close();
});

function file(name: string, content: string): string {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
}

/** 桃园村 fills in its report, and its county approves it. */
async function approveTaoyuan(): Promise<void> {
  const raw = {
    "roads/item.roads.1": "100",
    "roads/item.roads.2": "60",
    "water/item.water.1": "100",
    "water/item.water.2": "50",
    "investment/plan": "400",
    "investment/source.collective": "300",
    "image/project.new.name": "主村道",
    "image/project.new.total": "500",
    "image/project.new.planned": "75",
    "image/project.new.actual": "70",
  };
  const act = async (actor: Person, command: Command): Promise<Report> => {
    const changed = await changeReport(world.deps, "2026Q3", "taoyuan", [command], { actor, inbox: [] });
    if (changed.kind !== "done") throw new Error(changed.kind);
    return changed.context.report;
  };
  await act(official, { kind: "save", raw, section: "investment", baseRevision: 1 });
  const sent = await act(official, { kind: "submit", photos: {}, withoutPhotos: false });
  await act(reviewer, { kind: "approve", baseRevision: sent.submittedRevision ?? 0 });
}

describe("called wrongly: exit 2 and how to call it", () => {
  test.each([
    [],
    ["dance"],
    ["--loud"],
    ["roster"],
    ["roster", "import"],
    ["roster", "import", "a.csv", "b.csv"],
    ["roster", "drop"],
    ["period"],
    ["period", "open", "2026Q5"],
    ["period", "shut", "2026Q3"],
    ["rank"],
    ["rank", "2026"],
    ["publish", "Q3"],
    ["bulletin", "2026Q3"],
    ["bulletin", "2026Q3", "--out", "a.pdf"],
    ["provisional"],
    ["provisional", "2026Q3", "now"],
    ["annual"],
    ["annual", "26"],
    ["award", "2026Q3"],
    ["award", "2026Q3", "--pot", "0"],
    ["award", "2026Q3", "--pot", "300", "--tied", "some"],
    ["score"],
    ["score", "--scheme", "a.json"],
    ["card", "check"],
    ["card", "draw", "a.json"],
    ["audit"],
    ["backup"],
    ["restore"],
    ["audit", "verify", "--head", "7"],
  ])("%s %s %s %s", async (...argv) => {
    const args = argv.filter((arg) => arg !== undefined);
    const plain = await tentowns({}, ...args);
    expect(plain.code).toBe(2);
    expect(plain.out).toEqual([]);
    expect(plain.err.at(-1)).toContain("tentowns <command> [--json]");
    expect(await tentownsJson({}, ...args)).toMatchObject({ code: 2, json: { ok: false } });
  });
});

test.each([["--help"], ["-h"], ["help"], ["rank", "--help"]])(
  "asked for help with %s %s it lists the commands and ends well",
  async (...argv) => {
    const { code, out, err } = await tentowns({}, ...argv.filter((arg) => arg !== undefined));
    expect({ code, err }).toEqual({ code: 0, err: [] });
    expect(out.join("\n")).toContain("rank 2026Q3 --verify");
  },
);

test("an environment that cannot be used: exit 1, every wrong name, no value", async () => {
  const wrong = { ...env, FEISHU_ENCRYPT_KEY: "", PORT: "s3cret" };
  const { code, json } = await tentownsJson(wrong, "roster", "list");
  expect(code).toBe(1);
  expect(json).toEqual({
    ok: false,
    problems: [
      expect.stringMatching(/^PORT: /),
      "FEISHU_ENCRYPT_KEY: missing; set all four secrets, or none for the sandbox",
    ],
  });
});

/** The first working day after the quarter's lock; until then every town may still report and be ranked. */
const locked = () => ({ ...env, REHEARSAL_NOW: "2026-10-19T10:00:00+08:00" });

describe("a quarter by command", () => {
  test("open, rank, publish, verify; each once, and each refusal with exit 1", async () => {
    expect((await tentownsJson(env, "rank", "2026Q3")).code).toBe(1);
    const bulletin = join(folder, "b.docx");
    expect((await tentowns(env, "bulletin", "2026Q3", "--out", bulletin)).err).toEqual([
      "2026Q3 还没有发布，发布后才能起草通报",
    ]);
    expect((await tentowns(env, "publish", "2026Q3")).err).toEqual(["2026Q3：这个季度还没有开启填报。"]);
    expect((await tentowns(env, "period", "close", "2026Q3")).code).toBe(1);
    expect(await tentowns(env, "period", "open", "2026Q3")).toMatchObject({
      code: 0,
      out: ["2026Q3 已开启，填报卡正在发送"],
    });
    expect(world.inbox(official.openId)).toHaveLength(1);
    expect((await tentownsJson(env, "period", "open", "2026Q3")).code).toBe(1);
    const early = (await tentowns(env, "publish", "2026Q3")).err[0];
    expect(early).toContain("还有3个单位没有审核通过，它们在10月16日前报送仍计入排名");
    expect((await tentowns(env, "period", "close", "2026Q3")).err[0]).toContain("10月16日前报送仍计入排名");
    expect((await tentowns(locked(), "publish", "2026Q3")).err[0]).toContain("还没有审核通过的填报");
    await approveTaoyuan();
    const provisional = await tentownsJson(env, "rank", "2026Q3");
    expect(provisional).toMatchObject({
      code: 0,
      json: {
        period: "2026Q3",
        published: false,
        lateness: "scored",
        rows: [{ town: "taoyuan", score: 73.5, rank: 1 }, { town: "liuquan" }, { town: "shimen" }],
      },
    });
    expect((await tentowns(env, "rank", "2026Q3")).out[0]).toBe("2026Q3 暂定，未发布");
    const published = await tentownsJson(locked(), "publish", "2026Q3");
    expect(published).toMatchObject({
      code: 0,
      json: { ok: true, hash: expect.stringMatching(/^[0-9a-f]{64}$/) },
    });
    const exported = await tentownsJson(env, "bulletin", "2026Q3", "--out", bulletin);
    expect(exported).toMatchObject({
      code: 0,
      json: { ok: true, period: "2026Q3", seq: 1, number: "", cut: [] },
    });
    expect(readFileSync(bulletin).subarray(0, 2).toString()).toBe("PK");
    // Where LibreOffice's Writer is present.
    const pdf = join(folder, "b.pdf");
    if (existsSync(pdf)) expect(readFileSync(pdf).subarray(0, 5).toString()).toBe("%PDF-");
    expect(JSON.stringify(exported.json)).toContain(`"pdf":${existsSync(pdf) ? `"${pdf}"` : "null"}`);
    expect((await tentowns(env, "publish", "2026Q3")).code).toBe(1);
    expect((await tentowns(env, "period", "close", "2026Q3")).err[0]).toContain("已经发布");
    expect((await tentowns(env, "rank", "2026Q3")).out).toEqual([
      "2026Q3 已发布",
      "  1  taoyuan  73.5000  green",
      "  -  liuquan  未报",
      "  -  shimen  未报",
    ]);
    expect((await tentownsJson(env, "rank", "2026Q3", "--verify")).code).toBe(0);
  });
  test("a year and the ways to split an award, as far as they go", async () => {
    await tentowns(env, "period", "open", "2026Q3");
    expect((await tentowns(env, "annual", "2026")).err).toEqual(["2026 年还没有发布过季度排名"]);
    expect((await tentowns(env, "award", "2026Q3", "--pot", "300")).err).toEqual(["2026Q3 还没有发布"]);
    await approveTaoyuan();
    await tentowns(locked(), "publish", "2026Q3");
    expect(await tentownsJson(env, "annual", "2026")).toMatchObject({
      code: 0,
      json: {
        stage: "so_far",
        provisional: true,
        published: ["2026Q3"],
        towns: [
          { town: "taoyuan", score: 73.5, rank: 1 },
          { score: null, rank: null },
          { score: null, rank: null },
        ],
      },
    });
    const { out } = await tentowns(env, "annual", "2026");
    expect(out[0]).toContain("暂定");
    const award = await tentownsJson(env, "award", "2026Q3", "--pot", "300", "--base", "20");
    expect(award.code).toBe(0);
    const every = (await tentowns(env, "award", "2026Q3", "--pot", "300")).out.join("\n");
    expect(every).toMatch(/按得分.*分档.*基数加得分.*不参加分配/s);
  });
  test("a publication altered in the database is found", async () => {
    await tentowns(env, "period", "open", "2026Q3");
    await approveTaoyuan();
    await tentowns(locked(), "publish", "2026Q3");
    await world.deps.db.run(sql`update publication set result = replace(result, '73.5', '99.5')`);
    expect((await tentowns(env, "rank", "2026Q3", "--verify")).code).toBe(1);
  });
  test("a quarter due in a year without a calendar says that lateness is not scored", async () => {
    const winter = { ...env, REHEARSAL_NOW: "2027-01-05T10:00:00+08:00" };
    await tentowns(winter, "period", "open", "2026Q4");
    const { out } = await tentowns(winter, "rank", "2026Q4");
    expect(out[0]).toBe("2026Q4 暂定，未发布");
    await tentowns(env, "period", "open", "2026Q3");
    await approveTaoyuan();
    await world.deps.db.run(
      sql`update report set doc = json_set(doc, '$.firstSubmittedAt', ${Date.parse("2027-01-05T02:00:00Z")})`,
    );
    expect((await tentowns(env, "rank", "2026Q3")).out[1]).toContain("报送及时性未计分");
  });
});

describe("a quarter whose towns may object", () => {
  const moved = (now: string) => ({ ...env, REHEARSAL_NOW: now });
  beforeEach(() => {
    env.PROGRAMME = file("objecting.json", JSON.stringify(villages));
  });

  test("provisional, then publish when the time is over; every refusal says what comes first", async () => {
    await tentowns(env, "period", "open", "2026Q3");
    expect(await tentownsJson(env, "provisional", "2026Q3")).toMatchObject({
      code: 1,
      json: { ok: false, reason: "before_lock" },
    });
    await approveTaoyuan();
    expect(await tentownsJson(locked(), "publish", "2026Q3")).toMatchObject({
      code: 1,
      json: { ok: false, reason: "provisional_first" },
    });
    expect(await tentowns(locked(), "provisional", "2026Q3")).toMatchObject({
      code: 0,
      out: ["2026Q3 暂定得分正在发给各镇，异议期到10月21日 18:00为止"],
    });
    const [first, last] = world.inbox(official.openId).slice(-2);
    expect([first?.content.includes("暂定"), last?.content.includes("暂定")]).toEqual([false, true]);
    expect((await tentownsJson(locked(), "provisional", "2026Q3")).json).toMatchObject({ reason: "already" });
    expect((await tentowns(locked(), "publish", "2026Q3")).err[0]).toContain("异议期到10月21日 18:00为止");
    expect((await tentownsJson(moved("2026-10-21T18:01:00+08:00"), "publish", "2026Q3")).code).toBe(0);
  });

  test("publishing names what was accepted and has changed no figure", async () => {
    await tentowns(env, "period", "open", "2026Q3");
    await approveTaoyuan();
    await tentowns(locked(), "provisional", "2026Q3");
    const origin = { id: "objected", period: "2026Q3", town: "taoyuan", ref: "" };
    const raise = { procedure: "objection", step: "raise", origin };
    const said = { indicator: "other", text: "请复核。" };
    await beginRecord(world.deps, { actor: official, inbox: [] }, raise, said);
    const office = { actor: person("ou_office", "city_office", ""), inbox: [] };
    await takeStep(world.deps, office, { id: "objected", step: "accept" }, { answer: "属实，请补正。" });
    const published = await tentowns(moved("2026-10-21T18:01:00+08:00"), "publish", "2026Q3");
    expect(published.code).toBe(0);
    expect(published.out.at(-1)).toMatch(/^注意：异议已采纳，数据还没有改动：.*对“其他”的异议$/);
  });

  test("in a year without a calendar both steps say what to mend, and the pack's own day mends it", async () => {
    await tentowns(env, "period", "open", "2026Q3");
    await approveTaoyuan();
    const winter = moved("2027-01-05T10:00:00+08:00");
    for (const step of ["publish", "provisional"]) {
      const { code, json } = await tentownsJson(winter, step, "2026Q3");
      expect([code, json]).toEqual([1, expect.objectContaining({ reason: "calendar_unknown" })]);
      expect(JSON.stringify(json)).toMatch(/2027年的节假日安排尚未载入.*objection\.overrides/);
    }
    const overrides = [{ period: "2026Q3", until: "2027-01-07", reason: "市办确定" }];
    const pack = { ...villages, objection: { workingDays: 2, overrides } };
    const mended = { ...winter, PROGRAMME: file("mended.json", JSON.stringify(pack)) };
    expect(await tentownsJson(mended, "provisional", "2026Q3")).toMatchObject({
      code: 0,
      json: { ok: true, until: "2027-01-07T10:00:00.000Z" },
    });
    const after = { ...mended, REHEARSAL_NOW: "2027-01-08T09:00:00+08:00" };
    expect((await tentowns(after, "publish", "2026Q3")).code).toBe(0);
  });
});

describe("the audit log and backups", () => {
  test("verify answers 0 while it is whole, 1 with the row where it breaks", async () => {
    await tentowns(env, "period", "open", "2026Q3");
    expect(await tentownsJson(env, "audit", "verify")).toMatchObject({ code: 0, json: { ok: true } });
    await world.deps.db.run(sql`update audit set actor = 'x' where seq = 2`);
    expect(await tentownsJson(env, "audit", "verify")).toEqual({
      code: 1,
      json: { ok: false, seq: 2, reason: "hash" },
    });
  });
  test("a backup opens, holds everything and verifies; the server keeps running", async () => {
    await tentowns(env, "period", "open", "2026Q3");
    const copy = join(folder, "copy.db");
    expect((await tentownsJson(env, "backup", copy)).code).toBe(0);
    const { db, close } = await openDatabase(`file:${copy}`);
    expect((await findPeriod(db, "2026Q3"))?.status).toBe("open");
    expect(await verifyAudit(db)).toEqual(await verifyAudit(world.deps.db));
    close();
    expect((await tentownsJson({ ...env, DATABASE_URL: `file:${copy}` }, "audit", "verify")).code).toBe(0);
  });
  test("a head noted before shows that rows were taken off the end of the log", async () => {
    await tentowns(env, "period", "open", "2026Q3");
    const { out } = await tentowns(env, "audit", "verify");
    const head = /\d+:[0-9a-f]{64}/.exec(out.join())?.[0] ?? "";
    await commit(world.deps.db, { audit: { actor: "t", kind: "t", subject: "" } }, 0);
    expect((await tentowns(env, "audit", "verify", "--head", head)).code).toBe(0);
    await world.deps.db.run(sql`delete from audit where seq >= ${Number.parseInt(head, 10)}`);
    expect(await tentownsJson(env, "audit", "verify", "--head", head)).toEqual({
      code: 1,
      json: { ok: false, seq: Number.parseInt(head, 10) - 1, reason: "cut" },
    });
    expect((await tentownsJson(env, "audit", "verify")).code).toBe(0);
    expect((await tentowns(env, "audit", "verify", "--head", "7")).code).toBe(2);
  });
  test("a backup is for its owner's eyes, restored once the bot is stopped, and what waited is left to a person", async () => {
    await tentowns(env, "period", "open", "2026Q3");
    const copy = join(folder, "copy.db");
    await commit(world.deps.db, { audit: null, outbox: [waiting()] }, 0);
    await tentowns(env, "backup", copy);
    expect(statSync(copy).mode & 0o777).toBe(0o600);
    const target = join(folder, "target.db");
    const there = { ...env, DATABASE_URL: `file:${target}` };
    expect(await tentownsJson(there, "restore", copy)).toEqual({ code: 0, json: { ok: true, unsure: 1 } });
    const { db, close } = await openDatabase(`file:${target}`);
    expect((await findPeriod(db, "2026Q3"))?.status).toBe("open");
    expect(await outboxCounts(db)).toMatchObject({ unsure: 1 });
    expect((await verifyAudit(db)).ok).toBe(true);
    expect(await tentowns(there, "restore", copy)).toMatchObject({
      code: 1,
      err: [expect.stringContaining("请先停止机器人")],
    });
    close();
  });
  test("what stands in the backup's place is kept beside it, even where it cannot be read any more", async () => {
    await tentowns(env, "period", "open", "2026Q3");
    const copy = join(folder, "copy.db");
    await tentowns(env, "backup", copy);
    const there = { ...env, DATABASE_URL: `file:${file("target.db", "a broken file ".repeat(100))}` };
    expect((await tentowns(there, "restore", copy)).code).toBe(0);
    const [kept = ""] = readdirSync(folder).filter((name) => /^target\.db\.before-\w+$/.test(name));
    expect(readFileSync(join(folder, kept), "utf8")).toContain("a broken file");
  });
  test.each([
    ["no database at all", () => file("not.db", "hello, this is no database ".repeat(50))],
    ["one whose log is broken", () => broken()],
    ["none there", () => join(folder, "nowhere.db")],
  ])("a backup that is %s is refused, and the present data stays", async (_, make) => {
    const target = file("present.db", "what is there");
    const there = { ...env, DATABASE_URL: `file:${target}` };
    expect((await tentowns(there, "restore", await make())).code).toBe(1);
    expect(readdirSync(folder).filter((name) => name.startsWith("present.db"))).toEqual(["present.db"]);
    expect(readFileSync(target, "utf8")).toBe("what is there");
  });
  const waiting = () => enqueueText({ openId: "ou_x" }, "好", "x", Date.now() + 1e12);
  const broken = async (): Promise<string> => {
    await tentowns(env, "period", "open", "2026Q3");
    const copy = join(folder, "broken.db");
    await tentowns(env, "backup", copy);
    const { db, close } = await openDatabase(`file:${copy}`);
    await db.run(sql`update audit set actor = 'x' where seq = 2`);
    close();
    return copy;
  };
  test("a backup never overwrites, and one that cannot be written says why and leaves nothing", async () => {
    const there = file("there.db", "mine");
    expect((await tentowns(env, "backup", there)).code).toBe(1);
    expect(readFileSync(there, "utf8")).toBe("mine");
    const { code, err } = await tentowns(env, "backup", join(folder, "no", "such", "folder.db"));
    expect([code, err[0]]).toEqual([1, expect.stringContaining("备份没有写成")]);
  });
});

describe("doctor", () => {
  test("all well: exit 0, a line for each thing looked at", async () => {
    const { code, json } = await tentownsJson(env, "doctor");
    expect(code).toBe(0);
    expect(json).toMatchObject({ ok: true });
    const { out } = await tentowns(env, "doctor");
    expect(out.join("\n")).toContain("✓ 数据存得下、读得出");
    expect(out.join("\n")).toContain("! 这些岗位没有人：");
    expect(out.join("\n")).toContain(
      "! 还没有备份过\n    请管理员安排每天备份，并存到另一台机器（backup FILE）",
    );
  });
  test("a platform that does not answer is what is wrong: exit 1", async () => {
    const { code, err } = await tentowns({ ...env, FEISHU_APP_SECRET: "wrong" }, "doctor");
    expect([code, err.join("\n")]).toEqual([1, expect.stringContaining("✗ 飞书不认这个应用（代码10014）")]);
  });
  test("in sandbox mode it says so and asks no platform", async () => {
    const { DATABASE_URL = "", PROGRAMME = "" } = env;
    const { code, out } = await tentowns({ DATABASE_URL, PROGRAMME }, "doctor");
    expect([code, out.join("\n")]).toEqual([0, expect.stringContaining("! 没有设置飞书密钥，现在是沙盒")]);
  });
});
