import { afterAll, beforeAll, expect } from "vitest";
import { commit } from "../../db/commit.ts";
import { findReport } from "../../db/reports.ts";
import { holders, removePeople } from "../../db/roster.ts";
import { beat } from "../../src/bot/heartbeat/beat.ts";
import { story } from "../story.ts";
import { type AtClient, shownIn } from "./at-client.ts";
import { buttonsOf } from "./card-reading.ts";
import { type DemoWorld, startDemoWorld } from "./demo-world.ts";
import { submitted } from "./worked-quarter.ts";

// A roster without county reviewers, and no group of the office's: each of the office gets what the counties would, and
// it closes with each when one has done it.

let world: DemoWorld;
let office: AtClient[];

beforeAll(async () => {
  world = await startDemoWorld({ towns: ["qikou"], now: "2026-09-30T10:00:00+08:00" });
  office = [0, 1, 2].map((nth) => world.who("city_office", "", nth));
  const reviewers = await holders(world.deps.db, "county_reviewer");
  const gone = removePeople(
    world.deps.db,
    reviewers.map(({ openId }) => openId),
  );
  await commit(world.deps.db, { audit: null, writes: [gone] }, world.clock.now());
  await beat(world.deps);
});
afterAll(() => world.close());

const has = (title: string) =>
  office.map(({ openId }) => world.inbox(openId).filter(({ content }) => content.includes(title)).length);

const { step } = story("without county reviewers the office stands in, and nothing is lost or said twice");

step("a report waits with each of the office", async () => {
  await world.moveTo("2026-10-08T09:30:00+08:00");
  await submitted(world, "qikou");
  await world.settle();
  expect(has("approve__2026Q3__qikou")).toEqual([1, 1, 1]);
});

step("an overdue review is reminded of once a day, as the office's own", async () => {
  await world.moveTo("2026-10-16T09:30:00+08:00");
  const [first] = office;
  if (!first) throw new Error("no office");
  const card = first.card("已过期限");
  expect(card.words).toContain("审核碛口镇2026年第三季度填报");
  expect(card.words).not.toContain("请您关注");
  const day = world
    .inbox(first.openId)
    .filter(({ content }) => content.includes("已过期限") || content.includes("请您关注"));
  expect(day).toHaveLength(1);
});

step("and closes with each when one has approved it", async () => {
  const [first, second] = office;
  if (!first || !second) throw new Error("no office");
  const cards = office.map((person) =>
    shownIn(world.inbox(person.openId).find(({ content }) => content.includes("approve__2026Q3__qikou"))),
  );
  await second.press(second.card("待审核"), "通过");
  expect(await findReport(world.deps.db, "2026Q3", "qikou")).toMatchObject({ status: "approved" });
  for (const [nth, person] of office.entries()) {
    const { card, words } = person.again(cards[nth] ?? person.card());
    expect(buttonsOf(card).filter(({ name }) => name.startsWith("approve"))).toEqual([]);
    expect(words).not.toMatch(/待审核|to be reviewed/i);
  }
});

step("the digests of counties that nobody reads are named to the office once", async () => {
  const said = has("没有群可发");
  expect(said).toEqual([1, 1, 0]);
  await world.moveTo("2026-10-27T09:30:00+08:00");
  expect(has("没有群可发")).toEqual(said);
});
