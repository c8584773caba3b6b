import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { commit } from "../../db/commit.ts";
import { missedRuns, runsSince } from "../../db/job-runs.ts";
import { openDatabase } from "../../db/open.ts";
import { insertStep, takenSteps } from "../../db/reminder-steps.ts";
import { outbox } from "../../db/schema.ts";
import { beat, runDue } from "../../src/bot/heartbeat/beat.ts";
import { drainOutbox } from "../../src/bot/outbox/drain-outbox.ts";
import { changeReport } from "../../src/bot/report/change-report.ts";
import { rehearsalClock } from "../../src/clock.ts";
import type { Person, Role } from "../../src/domain/programme/people.ts";
import { textIn } from "./at-client.ts";
import { startWorld, type World } from "./world.ts";

const person = (openId: string, role: Role, area: string): Person => ({
  openId,
  name: openId,
  role,
  area,
  locale: "zh-CN",
});
const office = person("ou_office", "city_office", "");
const official = person("ou_qikou", "town_official", "qikou");
const at = (text: string) => Date.parse(`${text}+08:00`);

let world: World;
beforeEach(async () => {
  world = await startWorld({ people: [office, official], now: "2026-10-07T10:00:00+08:00" });
  await beat(world.deps);
});
afterEach(() => world.close());

/** A card's kind: its title, or its record if it is drawn when sent. */
const titlesFor = async (openId: string) =>
  (await world.deps.db.select().from(outbox))
    .filter((row) => row.to === openId && row.msgType === "interactive")
    .map(
      ({ content, subject }) =>
        /"title":\{"tag":"plain_text","content":"([^"]+)"/.exec(content)?.[1] ?? `record ${subject}`,
    );

describe("once", () => {
  test("two instances on one database beat in the same minute: every message is there once", async () => {
    const other = await openDatabase(world.deps.config.databaseUrl);
    try {
      world.clock.moveTo(at("2026-10-08T09:00:00"));
      await Promise.all([runDue(world.deps), runDue({ ...world.deps, db: other.db })]);
      expect(await titlesFor("ou_qikou")).toEqual(["record 2026Q3/qikou"]);
      world.clock.moveTo(at("2026-10-13T09:05:00"));
      await Promise.all([runDue(world.deps), runDue({ ...world.deps, db: other.db })]);
      expect(await titlesFor("ou_qikou")).toEqual([
        "record 2026Q3/qikou",
        "record ou_qikou town_official qikou",
      ]);
    } finally {
      other.close();
    }
  });
  test("a beat that takes longer than a minute is overtaken by the next: nothing is done twice", async () => {
    world.clock.moveTo(at("2026-10-08T09:00:00"));
    const slow = runDue(world.deps);
    world.clock.moveTo(at("2026-10-08T09:01:10"));
    await Promise.all([slow, runDue(world.deps)]);
    expect(await titlesFor("ou_qikou")).toEqual(["record 2026Q3/qikou"]);
  });
  test("the clock set back a day says nothing again", async () => {
    world.clock.moveTo(at("2026-10-09T09:05:00"));
    await beat(world.deps);
    const before = (await world.deps.db.select().from(outbox)).length;
    const back = rehearsalClock(at("2026-10-08T09:05:00"));
    await beat({ ...world.deps, clock: back });
    back.moveTo(at("2026-10-09T10:00:00"));
    await beat({ ...world.deps, clock: back });
    const said = (await world.deps.db.select().from(outbox)).length;
    expect(said).toBe(before);
  });
});

describe("after an outage", () => {
  test("what can still be done is done, what cannot is written down and told to the office once", async () => {
    world.clock.moveTo(at("2026-10-12T11:00:00"));
    await beat(world.deps);
    const done = await runsSince(world.deps.db, 0);
    expect([...done]).toEqual(expect.arrayContaining(["quarter_open 2026Q3", "chase 2026-10-12"]));
    const missed = await missedRuns(world.deps.db, 0, at("2026-10-13T00:00:00"));
    const chases = missed.filter(({ job }) => job === "chase").map(({ period }) => period);
    expect(chases).toEqual(["2026-10-08", "2026-10-09", "2026-10-10"]);
    const told = world.inbox("ou_office").filter((message) => message.msg_type === "text");
    expect(told.map(textIn).filter((text) => text.includes("没有按时进行"))).toHaveLength(1);
    expect(told.map(textIn).join()).toContain("催报提醒（应于10月9日 09:05）");
    await beat(world.deps);
    expect(await missedRuns(world.deps.db, 0, at("2026-10-13T00:00:00"))).toHaveLength(missed.length);
  });
  test("at night it waits for the morning", async () => {
    world.clock.moveTo(at("2026-10-09T21:00:00"));
    await beat(world.deps);
    expect(world.inbox("ou_qikou")).toEqual([]);
    world.clock.moveTo(at("2026-10-10T09:00:00"));
    await beat(world.deps);
    expect(world.inbox("ou_qikou")).toHaveLength(1);
  });
});

describe("an item that moves", () => {
  test("before its reminder went out is not reminded of; what else the message said comes the next day", async () => {
    const now = at("2026-10-13T09:05:00");
    world.clock.moveTo(at("2026-10-08T09:00:00"));
    await beat(world.deps);
    world.clock.moveTo(now);
    await runDue(world.deps);
    const [row] = (await world.deps.db.select().from(outbox)).filter(
      (one) => one.cause === "chase 2026-10-13" && one.to === "ou_qikou",
    );
    const other = { item: "task t1", since: "2026-10-16", step: -5 };
    await commit(
      world.deps.db,
      { audit: null, writes: [insertStep(world.deps.db, other, [row?.id ?? ""], now)] },
      now,
    );
    const raw = { "investment/plan": "100" };
    const save = { kind: "save" as const, section: "investment", baseRevision: 1, raw };
    const changed = await changeReport(world.deps, "2026Q3", "qikou", [save], { actor: official, inbox: [] });
    expect(changed.kind).toBe("done");
    await drainOutbox(world.deps);
    expect(world.inbox("ou_qikou")).toHaveLength(1);
    expect(await takenSteps(world.deps.db, ["task t1"])).toEqual([]);
  });
});

test("a year without a calendar is spoken of to the office weeks ahead, and to nobody else", async () => {
  world.clock.moveTo(at("2026-11-16T09:10:00"));
  await beat(world.deps);
  const told = world
    .inbox("ou_office")
    .filter((message) => message.msg_type === "text")
    .map(textIn);
  expect(told.filter((text) => text.includes("2027年节假日安排尚未载入"))).toHaveLength(1);
  expect(JSON.stringify(world.inbox("ou_qikou"))).not.toContain("2027");
});
