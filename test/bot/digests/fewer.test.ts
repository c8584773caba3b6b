import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { runsSince } from "../../../db/job-runs.ts";
import { outbox } from "../../../db/schema.ts";
import { beat } from "../../../src/bot/heartbeat/beat.ts";
import { shanghaiDay } from "../../../src/domain/calendar/shanghai-time.ts";
import { task } from "../../domain/digest/given.ts";
import { shownIn, textIn } from "../at-client.ts";
import { type DemoWorld, startDemoWorld } from "../demo-world.ts";
import { putTasks } from "./send-digest.ts";

// August: the second quarter is published, the third not yet over, and little happens.

const CITY = "oc_leadinggroup";
const COUNTY = "oc_linxian";
/** Mondays; the third is the first working day of the month. */
const [FIRST, SECOND, THIRD] = ["2026-08-03", "2026-08-10", "2026-08-17"];

let world: DemoWorld;
beforeEach(async () => {
  world = await startDemoWorld({ towns: ["qikou"], now: "2026-07-31T10:00:00+08:00" });
  await beat(world.deps);
});
afterEach(() => world.close());

const at = (day: string) => world.moveTo(`${day}T09:30:00+08:00`);
const digests = (chat: string) => world.group(chat).filter(({ content }) => content.includes("减负账本"));
const last = (chat: string) => shownIn(digests(chat).at(-1));
const outages = () =>
  world
    .inbox(world.who("city_office").openId)
    .filter(({ msg_type }) => msg_type === "text")
    .map(textIn)
    .filter((text) => text.includes("没有按时进行"));

describe("a digest without news", () => {
  test("is one line on the last one, which stays as it was below it, and no message", async () => {
    await at(FIRST);
    const before = last(CITY);
    expect([digests(CITY).length, digests(COUNTY).length]).toEqual([1, 1]);
    await at(SECOND);
    expect([digests(CITY).length, digests(COUNTY).length]).toEqual([1, 1]);
    const [line, ...rest] = last(CITY).card.body.elements;
    expect(rest).toEqual(before.card.body.elements);
    expect(JSON.stringify(line)).toContain("**截至8月10日**：与以下这一期相比，没有新增或变化的要事。");
    expect(JSON.stringify(line)).toContain("**As of 10 Aug");
  });

  test("replaces the line of the week before, and is nothing once the card can no longer be changed", async () => {
    await at(FIRST);
    const before = last(CITY);
    await at(SECOND);
    await at("2026-08-12");
    await putTasks(world, task({ id: "t1", due: "2026-08-12" }));
    await at(THIRD);
    expect(digests(CITY)).toHaveLength(2);
    await at("2026-08-24");
    const [line, ...rest] = last(CITY).card.body.elements;
    expect(JSON.stringify(line)).toContain("截至8月24日");
    expect(JSON.stringify(rest)).not.toContain("截至8月24日");
    const kept = last(CITY);
    await at("2026-08-31");
    expect(digests(CITY)).toHaveLength(2);
    expect(last(CITY)).toEqual(kept);
    expect(shownIn(digests(CITY)[0]).card.body.elements.slice(1)).toEqual(before.card.body.elements);
  });

  test("comes with the first thing that is new", async () => {
    await at(FIRST);
    await putTasks(world, task({ id: "t1", title: "景区停车场", due: "2026-08-05" }));
    await at(SECOND);
    expect([digests(CITY).length, digests(COUNTY).length]).toEqual([2, 2]);
    expect(last(COUNTY).words).toContain("景区停车场");
  });

  test("and what was due or said is the same after a restart", async () => {
    await at(FIRST);
    await at(SECOND);
    const [sent, shown] = [digests(CITY).length, last(CITY)];
    await beat(world.deps);
    await world.settle();
    expect([digests(CITY).length, last(CITY)]).toEqual([sent, shown]);
  });
});

describe("a jump of the clock", () => {
  test("over eleven weeks brings one digest, the last on the way, and no alarm", async () => {
    await at(FIRST);
    await world.moveTo("2026-10-16T10:00:00+08:00");
    expect(digests(CITY)).toHaveLength(2);
    expect(last(CITY).words).toContain("8月1日—10月12日");
    expect(outages()).toEqual([]);
    const runs = [...(await runsSince(world.deps.db, 0))].filter((run) => run.startsWith("digest"));
    expect(runs).toContain("digest_weekly 2026-W42");
    expect(new Set(runs).size).toBe(runs.length);
    await beat(world.deps);
    expect(digests(CITY)).toHaveLength(2);
  });

  test("over a holiday opens the quarter, reminds and tells on the days of work only, each at its own time", async () => {
    await world.moveTo("2026-09-30T17:00:00+08:00");
    const start = world.clock.now();
    // National Day is from 1 to 7 October; Saturday the 10th is a working day.
    await world.moveTo("2026-10-13T12:00:00+08:00");
    const sent = (await world.deps.db.select().from(outbox)).flatMap(({ kind, status, firstTriedAt }) =>
      kind === "send" && status === "sent" ? (firstTriedAt ?? 0) : [],
    );
    const days = new Set(sent.filter((tried) => tried > start).map(shanghaiDay));
    expect([...days].sort()).toEqual(["2026-10-08", "2026-10-12", "2026-10-13"]);
    const official = world.who("town_official", "qikou");
    const titles = world.inbox(official.openId).map((message) => shownIn(message).card.header.title.content);
    expect(titles).toEqual(["碛口镇 · 2026年第三季度", "等我办的"]);
    expect(outages()).toEqual([]);
  });
});

describe("an outage", () => {
  test("of three weeks becomes one digest on the day the bot is back, which covers the time since the last", async () => {
    await at(FIRST);
    await putTasks(world, task({ id: "t1", title: "景区停车场", due: "2026-08-05" }));
    world.clock.moveTo(Date.parse("2026-08-26T10:00:00+08:00"));
    await beat(world.deps);
    await world.settle();
    expect(digests(CITY)).toHaveLength(2);
    expect(last(CITY).words).toContain("8月1日—8月26日");
    expect(last(CITY).words).toContain("景区停车场");
    // The reminders that were missed are told to the office, in one message; the digests are not among them.
    expect(outages()).toHaveLength(1);
    expect(outages()[0]).not.toContain("周报");
  });
});
