import { afterAll, beforeAll, expect } from "vitest";
import { outbox } from "../../db/schema.ts";
import { beat } from "../../src/bot/heartbeat/beat.ts";
import { story } from "../story.ts";
import { type AtClient, shownIn } from "./at-client.ts";
import { type DemoWorld, startDemoWorld } from "./demo-world.ts";
import { figuresOf, fillSections, sendPhoto } from "./fill-quarter.ts";
import { publishQuarter } from "./worked-quarter.ts";

// The quarter of a town that reports in time, from its opening to the ranking and the month after: what it is written
// beside answers, and its deputy, county and groups.

let world: DemoWorld;
let official: AtClient;
let deputy: AtClient;
let reviewer: AtClient;

beforeAll(async () => {
  world = await startDemoWorld({ towns: ["qikou"], now: "2026-09-30T10:00:00+08:00" });
  official = world.who("town_official", "qikou");
  deputy = world.who("town_official", "qikou", 1);
  reviewer = world.who("county_reviewer", "linxian");
  await beat(world.deps);
});
afterAll(() => world.close());

/** The causes of the messages to a person or group that nobody asked for. */
async function unasked(to: string): Promise<string[]> {
  const rows = await world.deps.db.select().from(outbox);
  return rows
    .filter((row) => row.to === to && row.kind === "send" && row.status === "sent" && row.quiet === 1)
    .map(({ cause }) => cause.split(" ")[0] ?? "");
}

const { step } = story("a punctual town hears twice in a quarter: what is asked of it, and its points");

step("the quarter opens with one card, for the official alone", async () => {
  await world.moveTo("2026-10-08T09:30:00+08:00");
  expect(await unasked(official.openId)).toEqual(["open"]);
  expect(await unasked(deputy.openId)).toEqual([]);
});

step("the official reports on the third working day, the county approves the day after", async () => {
  await world.moveTo("2026-10-10T10:00:00+08:00");
  const wanted = await figuresOf(world, "2026Q3", "qikou");
  const filled = await fillSections(official, official.card("2026年第三季度"), wanted);
  const sent = await official.press(await sendPhoto(official, filled, 1), "提交审核");
  expect(sent.toast).toContain("已提交");
  await world.moveTo("2026-10-12T11:00:00+08:00");
  await reviewer.press(reviewer.card("碛口镇"), "通过");
});

step("nobody of the town or the county is reminded of what is done", async () => {
  await world.moveTo("2026-10-29T18:00:00+08:00");
  expect(await unasked(official.openId)).toEqual(["open"]);
  expect(await unasked(deputy.openId)).toEqual([]);
  expect(await unasked(reviewer.openId)).toEqual(["review"]);
});

step("its points come once and become final in the same card", async () => {
  await publishQuarter(world);
  await world.moveTo("2026-11-30T12:00:00+08:00");
  expect(await unasked(official.openId)).toEqual(["open", "provisional"]);
  expect(official.card("第三季度").words).toContain("第1名");
});

step(
  "altogether: two messages to the town, one to its reviewer, none to the deputy or a second reviewer",
  async () => {
    const second = world.who("county_reviewer", "linxian", 1);
    const people = [official, deputy, reviewer, second].map(({ openId }) => openId);
    const counts = await Promise.all(people.map(async (openId) => (await unasked(openId)).length));
    expect(counts).toEqual([2, 0, 1, 0]);
    // The county's group: the ranking and the quarter's digest.
    expect(await unasked("oc_linxian")).toEqual(["ranking", "digest"]);
  },
);

step("the deputy, whom nothing was sent, is told on opening the chat what will come", async () => {
  const app_id = world.sandbox.apps[0]?.app_id ?? "";
  await world.act({ act: "enter", as: deputy.openId, app_id });
  expect(deputy.card().words).toContain("the first of the roster is asked; you are reminded too");
});

step("the deputy finds the town's form and points by asking", async () => {
  const [answer] = await deputy.say("我的填报");
  expect(shownIn(answer).words).toContain("Qikou · Q3 2026");
});
