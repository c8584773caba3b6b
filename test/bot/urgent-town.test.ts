import { afterAll, beforeAll, expect } from "vitest";
import { outboxCounts } from "../../db/outbox.ts";
import { takeDueSteps } from "../../src/bot/procedures/take-due-steps.ts";
import { story } from "../story.ts";
import type { AtClient } from "./at-client.ts";
import { fieldsOf } from "./card-reading.ts";
import { type DemoWorld, startDemoWorld } from "./demo-world.ts";
import { figuresOf, fillSections, sendPhoto } from "./fill-quarter.ts";

// Towns that have not reported get an urgent message; it is over for a town that reports, but not for the
// others.

let world: DemoWorld;
let office: AtClient;
let leader: AtClient;
const official = (town: string, nth = 0) => world.who("town_official", town, nth);
const NEWS = "加急：请尽快办理";
const urgent = { words: "请今天下班前报送。", reason: "省里明天调度。" };

const report = async (town: string, n: number) => {
  const person = official(town);
  const overview = person.card("2026年第三季度");
  const filled = await fillSections(person, overview, await figuresOf(world, "2026Q3", town));
  await person.press(await sendPhoto(person, filled, n), "提交审核");
};
const tick = async () => {
  await takeDueSteps(world.deps);
  await world.settle();
};
const has = (person: AtClient) => world.inbox(person.openId).some(({ content }) => content.includes(NEWS));

beforeAll(async () => {
  world = await startDemoWorld({ towns: ["qikou", "xinyi", "wutong"], open: true });
  office = world.who("city_office");
  leader = world.who("leader");
});
afterAll(() => world.close());

const { chapter, step } = story("an urgent message to those who have not reported");

chapter("all that have not reported", () => {
  step("are one choice of the form, and only they are asked for", async () => {
    await report("xinyi", 1);
    await office.say("加急");
    const form = office.card("提出加急");
    expect(fieldsOf(form.card)[0]?.options[0]).toEqual({
      value: "@missing",
      text: "所有尚未报送的单位（12个）",
    });
    const fill = { ...urgent, towns: ["@missing"], approver: leader.openId };
    const own = await office.press(form, "提请批准", fill);
    expect(own.words).toContain("共24位填报人");
    expect(own.words).not.toContain("信义镇");
  });
  step("but not whoever reports before it is approved", async () => {
    await report("qikou", 2);
    await leader.press(leader.card("请您决定"), "批准并发出");
    expect([has(official("qikou")), has(official("xinyi")), has(official("wutong"))]).toEqual([
      false,
      false,
      true,
    ]);
  });
});

chapter("whoever reports after it came", () => {
  step("is done with it: the cards of its officials say so, once; the others' run on", async () => {
    const [mine, deputy] = [official("wutong").card(NEWS), official("wutong", 1).card(NEWS)];
    await report("wutong", 3);
    await tick();
    for (const [nth, card] of [mine, deputy].entries()) {
      const words = official("wutong", nth).again(card).words;
      expect(words).toContain("您单位已经报送，这条加急已办结");
      expect(words).not.toContain("前办理");
    }
    expect(official("kaishan").card(NEWS).words).toContain("请在10月12日 18:00前办理");
    const before = await outboxCounts(world.deps.db);
    await tick();
    expect(await outboxCounts(world.deps.db)).toEqual(before);
  });
  step("keeps that face when the time of the others has passed", async () => {
    await world.moveTo("2026-10-12T18:00:00+08:00");
    await tick();
    expect(official("wutong").card(NEWS).words).toContain("已办结");
    expect(official("kaishan").card(NEWS).words).toContain("时限已过");
  });
});

chapter("a town that had reported before", () => {
  step("is asked for something else: only time ends that", async () => {
    await world.moveTo("2026-10-13T10:00:00+08:00");
    await office.say("信义加急");
    const fill = { ...urgent, approver: leader.openId };
    await office.press(office.card("提出加急"), "提请批准", fill);
    await leader.press(leader.card("请您决定"), "批准并发出");
    await tick();
    expect(official("xinyi").card(NEWS).words).toContain("请在10月13日 18:00前办理");
  });
});
