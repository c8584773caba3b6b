import { eq } from "drizzle-orm";
import { afterAll, beforeAll, expect } from "vitest";
import { findPeriod } from "../../db/periods.ts";
import { outbox } from "../../db/schema.ts";
import { beat } from "../../src/bot/heartbeat/beat.ts";
import { isWorkingHour } from "../../src/domain/calendar/working-hours.ts";
import { story } from "../story.ts";
import { type AtClient, shownIn } from "./at-client.ts";
import { type DemoWorld, startDemoWorld } from "./demo-world.ts";
import { figuresOf, fillSections, sendPhoto } from "./fill-quarter.ts";

// A quarter in which the office presses nothing. Qikou reports on the second day, Shuangchi never.

let world: DemoWorld;
let qikou: AtClient;
let shuangchi: AtClient;

beforeAll(async () => {
  world = await startDemoWorld({ towns: ["qikou", "shuangchi"], now: "2026-09-30T10:00:00+08:00" });
  qikou = world.who("town_official", "qikou");
  shuangchi = world.who("town_official", "shuangchi");
  await beat(world.deps);
});
afterAll(() => world.close());

const { step } = story("a quarter that nobody drives opens, reminds, climbs the ladder and locks by itself");

/** Titles of the cards the bot sent, oldest first, from index `n` on. */
const titles = (messages: ReturnType<DemoWorld["inbox"]>) =>
  messages
    .filter((message) => message.sender.type === "app" && message.msg_type === "interactive")
    .map((message) => shownIn(message).card.header.title.content);
const to = (person: AtClient) =>
  titles(world.inbox(person.openId)).filter((title) => !/[周月]报/.test(title));
const words = (messages: ReturnType<DemoWorld["inbox"]>, title: string) =>
  messages
    .filter((message) => message.msg_type === "interactive")
    .map(shownIn)
    .find((shown) => shown.card.header.title.content.includes(title))?.words ?? "";

step(
  "opens on the first working day after its end, at nine, with a card for every town and the office",
  async () => {
    await world.moveTo("2026-10-08T08:59:00+08:00");
    expect(await findPeriod(world.deps.db, "2026Q3")).toBeNull();
    await world.moveTo("2026-10-08T09:01:00+08:00");
    expect((await findPeriod(world.deps.db, "2026Q3"))?.status).toBe("open");
    expect([to(qikou), to(shuangchi)]).toEqual([["碛口镇 · 2026年第三季度"], ["双池镇 · 2026年第三季度"]]);
    expect(to(world.who("city_office"))).toContain("2026年第三季度报送进度");
  },
);

step(
  "who has reported is left in peace; who has not is reminded, one message however many days are jumped",
  async () => {
    const wanted = await figuresOf(world, "2026Q3", "qikou");
    const filled = await fillSections(qikou, qikou.card("2026年第三季度"), wanted);
    const sent = await qikou.press(await sendPhoto(qikou, filled, 1), "提交审核");
    expect(sent.toast).toContain("已提交");
    const reviewer = world.who("county_reviewer", "linxian");
    await reviewer.press(reviewer.card("碛口镇"), "通过");
    const before = to(qikou).length;
    await world.moveTo("2026-10-15T17:00:00+08:00");
    expect(to(qikou)).toHaveLength(before);
    expect(to(shuangchi).slice(1)).toEqual(Array(2).fill("等我办的"));
    expect(shuangchi.card().words).toContain("今天截止");
  },
);

step("overdue it climbs the ladder: its own people, those above, the county, the leading group", async () => {
  await world.moveTo("2026-10-16T12:00:00+08:00");
  expect(shuangchi.card().words).toContain("1件已过期限");
  const principal = world.who("town_principal", "shuangchi");
  const reviewer = world.who("county_reviewer", "jiaokou");
  expect([to(principal), to(reviewer)]).toEqual([[], []]);
  await world.moveTo("2026-10-20T12:00:00+08:00");
  expect([to(principal), to(reviewer)]).toEqual([["等我办的"], ["等我办的"]]);
  for (const person of [principal, reviewer]) expect(person.card("等我办的").words).toContain("请您关注1件");
  expect(words(world.group("oc_leadinggroup"), "逾期")).toBe("");
  await world.moveTo("2026-10-26T12:00:00+08:00");
  const said = words(world.group("oc_leadinggroup"), "逾期");
  expect(said).toContain("双池镇：2026年第三季度填报，10月15日到期，已过7个工作日");
  expect(said).not.toContain("碛口");
});

step("a county without a group is told in private, and why", () => {
  const reviewer = world.who("county_reviewer", "jiaokou");
  expect(reviewer.card("请您关注").words).toContain("群尚未登记");
});

step("locks, and tells the town and the office", async () => {
  await world.moveTo("2026-10-30T10:00:00+08:00");
  expect((await findPeriod(world.deps.db, "2026Q3"))?.status).toBe("closed");
  expect(to(shuangchi).at(-1)).toBe("2026年第三季度填报已锁定");
  const office = words(world.inbox(world.who("city_office").openId), "填报已锁定");
  expect(office).toContain("双池镇");
  expect(office).not.toMatch(/未报.*碛口镇/);
  await world.moveTo("2026-11-10T10:00:00+08:00");
  expect(to(shuangchi).at(-1)).toBe("2026年第三季度填报已锁定");
});

step("nothing went out outside working hours", async () => {
  const rows = await world.deps.db.select().from(outbox).where(eq(outbox.quiet, 1));
  const tried = rows.flatMap(({ firstTriedAt }) => firstTriedAt ?? []);
  expect(tried.length).toBeGreaterThan(100);
  expect(tried.filter((at) => isWorkingHour(at) !== true)).toEqual([]);
});
