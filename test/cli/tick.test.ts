import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { outboxCounts } from "../../db/outbox.ts";
import { findPeriod } from "../../db/periods.ts";
import type { Person } from "../../src/domain/programme/people.ts";
import { startWorld, type World } from "../bot/world.ts";
import { towns } from "../domain/programmes.ts";
import { environmentOf, tentowns, tentownsJson } from "./terminal.ts";

const official: Person = {
  openId: "ou_qikou",
  name: "高秀兰",
  role: "town_official",
  area: "qikou",
  locale: "zh-CN",
};
const NOW = "2026-10-07T10:00:00+08:00";

let world: World;
let env: Record<string, string>;
beforeEach(async () => {
  world = await startWorld({ programme: towns, people: [official], now: NOW });
  env = {
    ...environmentOf(world),
    REHEARSAL_NOW: NOW,
  };
});
afterEach(() => world.close());

const lines = (json: unknown) => (json instanceof Object && "messages" in json ? json.messages : null);

describe("a dry run", () => {
  test("says what would go to whom, by post, and leaves everything as it was", async () => {
    const at = ["--at", "2026-10-08T09:00:00+08:00", "--dry-run"];
    const told = await tentowns(env, "tick", ...at);
    expect(told).toMatchObject({ code: 0, err: [] });
    expect(told.out).toContain("10月8日 09:00  开启季度填报  碛口镇填报人：2026年第三季度 碛口镇");
    expect(told.out.join()).not.toContain(official.name);
    expect(await findPeriod(world.deps.db, "2026Q3")).toBeNull();
    expect(await outboxCounts(world.deps.db)).toEqual({});
    expect(world.inbox(official.openId)).toEqual([]);
  });
  test("plays the days until then first: a reminder needs an open quarter", async () => {
    const at = ["--at", "2026-10-13T09:05:00+08:00", "--dry-run"];
    const { code, json } = await tentownsJson(env, "tick", ...at);
    expect([code, lines(json)]).toEqual([
      0,
      expect.arrayContaining([
        { at: "10月13日 09:05", job: "催报提醒", to: "碛口镇填报人", words: "等我办的" },
      ]),
    ]);
  });
  test("of a quiet moment says so", async () => {
    const told = await tentowns(env, "tick", "--at", "2026-10-07T11:00:00+08:00", "--dry-run");
    expect(told.out).toEqual(["此时没有要发的消息"]);
  });
});

test("in a rehearsal a beat at another time is done for good, and once", async () => {
  const at = ["--at", "2026-10-08T09:00:00+08:00"];
  await tentowns(env, "tick", "--at", NOW);
  const first = await tentownsJson(env, "tick", ...at);
  expect(lines(first.json)).toHaveLength(1);
  expect((await findPeriod(world.deps.db, "2026Q3"))?.status).toBe("open");
  expect(lines((await tentownsJson(env, "tick", ...at)).json)).toEqual([]);
  expect(world.inbox(official.openId)).toHaveLength(1);
});

test.each([[["--at", "tomorrow"]], [["--at", "2026-10-08"]], [["now"]]])(
  "%j is no time: how to say it",
  async (args) => {
    const { code, err } = await tentowns(env, "tick", ...args);
    expect([code, err[0]]).toEqual([2, "tick [--at ISO] [--dry-run]"]);
  },
);

test("a real deployment's past and future are only looked at", async () => {
  const real = { ...env, REHEARSAL_NOW: "" };
  const { code, err } = await tentowns(real, "tick", "--at", "2026-10-08T09:00:00+08:00");
  expect([code, err[0]]).toEqual([1, expect.stringContaining("--dry-run")]);
});
