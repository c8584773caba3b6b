import { eq } from "drizzle-orm";
import { afterEach, beforeEach, expect, test } from "vitest";
import { commit } from "../../db/commit.ts";
import { insertRun } from "../../db/job-runs.ts";
import { audit } from "../../db/schema.ts";
import { jobRun } from "../../db/task-schema.ts";
import { beat, runDue } from "../../src/bot/heartbeat/beat.ts";
import { enqueueText } from "../../src/bot/sending/enqueue-message.ts";
import type { Deps } from "../../src/deps.ts";
import { textIn } from "./at-client.ts";
import { startWorld, type World } from "./world.ts";

// The bot checks itself every hour. The office is informed once a day of problems, and of nothing otherwise.

const at = (text: string) => Date.parse(`${text}+08:00`);

let world: World;
beforeEach(async () => {
  world = await startWorld({
    people: [{ openId: "ou_office", name: "市办", role: "city_office", area: "", locale: "zh-CN" }],
    now: "2026-11-10T10:05:00+08:00",
  });
  await beat(world.deps);
});
afterEach(() => world.close());

const told = () =>
  world
    .inbox("ou_office")
    .filter((message) => message.msg_type === "text")
    .map(textIn)
    .filter((text) => text.includes("自检"));

async function hourLater(deps: Deps = world.deps): Promise<void> {
  world.clock.moveTo(world.clock.now() + 3_600_000);
  await beat(deps);
}

test("all being well it says nothing", async () => {
  await hourLater();
  await hourLater();
  expect(told()).toEqual([]);
});

test("a message that does not get out for half an hour is told of", async () => {
  const now = world.clock.now();
  const row = { ...enqueueText({ openId: "ou_town" }, "测试", "stuck", now), firstTriedAt: now, attempts: 3 };
  const later = { ...row, runAt: now + 86_400_000 };
  await commit(world.deps.db, { audit: null, outbox: [later] }, now);
  await hourLater();
  expect(told()).toEqual([expect.stringContaining("已等了60分钟")]);
});

test("neither a jump of the clock nor the night is counted as a message's delay", async () => {
  const wait = async (cause: string, more: { firstTriedAt: number; runAt: number } | null = null) => {
    const now = world.clock.now();
    const row = { ...enqueueText({ openId: "ou_office", quiet: true }, "测试", cause, now), ...more };
    await commit(world.deps.db, { audit: null, outbox: [row] }, now);
  };
  await wait("before the jump");
  world.clock.moveTo(at("2026-11-11T09:05:00"));
  await beat(world.deps);
  world.clock.moveTo(at("2026-11-11T17:50:00"));
  await wait("before the night");
  world.clock.moveTo(at("2026-11-12T09:05:00"));
  await beat(world.deps);
  expect(told()).toEqual([]);
  // One that still does not get out is delayed by the hours since, not by the night.
  await wait("for good", { firstTriedAt: at("2026-11-11T17:50:00"), runAt: at("2026-11-13T09:00:00") });
  await hourLater();
  expect(told()).toEqual([expect.stringContaining("已等了60分钟")]);
});

test("an audit row that was altered is told of, once a day", async () => {
  await world.deps.db.update(audit).set({ detail: '"altered"' }).where(eq(audit.seq, 1));
  await hourLater();
  await hourLater();
  expect(told()).toEqual([expect.stringContaining("操作记录最近部分核对不上")]);
  world.clock.moveTo(at("2026-11-11T10:05:00"));
  await beat(world.deps);
  expect(told()).toHaveLength(2);
});

test("hours in which it did not run are told of; a rehearsal's jump is no such thing", async () => {
  world.clock.moveTo(at("2026-11-10T15:05:00"));
  await beat(world.deps);
  expect(told()).toEqual([]);
  const real = { ...world.deps, config: { ...world.deps.config, rehearsalNow: null } };
  world.clock.moveTo(at("2026-11-10T17:55:00"));
  await beat(real);
  expect(told()).toEqual([expect.stringContaining("曾停止运行约3小时")]);
});

test("out of the platform's reach it waits to say so until it is back", async () => {
  const cut = {
    ...world.deps,
    feishu: { ...world.deps.feishu, botInfo: () => Promise.reject(new Error("no way")) },
  };
  world.clock.moveTo(world.clock.now() + 3_600_000);
  await runDue(cut);
  expect(told()).toEqual([]);
  await beat(world.deps);
  expect(told()).toEqual([expect.stringContaining("连不上飞书")]);
});

test("looks older than two months are forgotten, what ran or was missed is not", async () => {
  const old = at("2026-08-01T09:00:00");
  const run = (job: "self_check" | "chase", period: string) => ({ job, period, at: old, until: old });
  const writes = [run("self_check", "2026-08-01T09"), run("chase", "2026-08-01")].map((one) =>
    insertRun(world.deps.db, one, "done", old),
  );
  await commit(world.deps.db, { audit: null, writes }, old);
  await hourLater();
  const kept = await world.deps.db.select().from(jobRun).where(eq(jobRun.at, old));
  expect(kept.map(({ job }) => job)).toEqual(["chase"]);
});
