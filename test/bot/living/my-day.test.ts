import { afterAll, beforeAll, expect } from "vitest";
import { listRecords } from "../../../db/records.ts";
import { importRoster } from "../../../src/bot/hand-over/import-roster.ts";
import { beat } from "../../../src/bot/heartbeat/beat.ts";
import { closePeriod } from "../../../src/bot/quarter/close-period.ts";
import { task } from "../../domain/digest/given.ts";
import { story } from "../../story.ts";
import { type AtClient, shownIn } from "../at-client.ts";
import { buttonsOf, tagsOf } from "../card-reading.ts";
import { pressForged } from "../deliver.ts";
import { type DemoWorld, startDemoWorld } from "../demo-world.ts";
import { putTasks } from "../digests/send-digest.ts";
import { submitted } from "../worked-quarter.ts";
import { untruths } from "./truth.ts";

// The card of what waits for a person follows whatever is done, by whomever.

let world: DemoWorld;
let town: AtClient;
let county: AtClient;
let office: AtClient;
let leader: AtClient;
beforeAll(async () => {
  world = await startDemoWorld({ towns: ["qikou", "puming"], open: true });
  town = world.who("town_official", "qikou");
  county = world.who("county_reviewer", "linxian");
  office = world.who("city_office");
  leader = world.who("leader");
  await putTasks(world, task({ id: "t1", title: "景区停车场", due: "2026-10-15" }));
  const others = [world.who("town_official", "qikou", 1), world.who("town_principal", "qikou")];
  for (const one of [town, county, office, leader, ...others]) await one.say("等我办的");
  await beat(world.deps);
});
afterAll(() => world.close());

const title = (who: AtClient) => tagsOf(who.card("等我办的").card);
const so = async () => expect(await untruths(world)).toEqual([]);

const { step } = story("what waits for a person is said by one card, which follows what is done");

step("lists a town's report and its item by day due, each with its way", async () => {
  const { words, card } = town.card("等我办的");
  expect(title(town)).toBe("2件");
  expect(words.indexOf("2026年第三季度填报")).toBeGreaterThan(0);
  expect(
    buttonsOf(card)
      .map(({ text }) => text)
      .sort(),
  ).toEqual(["办理", "填报", "我的任务"].sort());
  expect([county, leader].map(title)).toEqual(Array(2).fill("目前没有"));
  await so();
});

step("a report handed in leaves the town's and comes to its county's", async () => {
  await submitted(world, "qikou");
  await world.settle();
  expect([town, county].map(title)).toEqual(["1件", "1件"]);
  expect(county.card("等我办的").words).toContain("审核碛口镇2026年第三季度填报");
  await so();
});

step("one tap opens the review below; the card stays, and says when it is done", async () => {
  const day = county.card("等我办的");
  await county.press(day, "审核");
  expect(county.again(day).words).toContain("审核碛口镇");
  await county.press(county.card("待审核"), "通过");
  expect(title(county)).toBe("目前没有");
  await so();
});

step("a question comes to the town and goes when it is answered", async () => {
  await pressForged(world, leader.openId, "om_1", "begin__question__/qikou/2026Q2/qikou__ask", {
    question: "码头何时完工？",
  });
  expect(title(town)).toBe("2件");
  const [question] = await listRecords(world.deps.db, { procedure: "question" });
  await town.press(town.card("等我办的"), `show__${question?.id}`);
  await town.press(town.card("询问"), "提交答复", { answer: "本月底完工。" });
  expect(title(town)).toBe("1件");
  await so();
});

step("a post that changes hands takes it along; the former holder's card says so", async () => {
  const asked = town.card("等我办的");
  const now = {
    line: 2,
    openId: leader.openId,
    name: "新填报人",
    role: "town_official",
    area: "qikou",
  } as const;
  await importRoster(world.deps, [{ ...now, locale: "zh-CN" }], "operator", false);
  await world.settle();
  expect(town.again(asked).words).toContain("已不由您办理");
  expect(tagsOf(shownIn((await leader.say("等我办的"))[0]).card)).toBe("1件");
  await so();
});

step("time and the office move it too: late is said so, and what is locked is gone", async () => {
  await world.moveTo("2026-10-16T12:00:00+08:00");
  expect(title(leader)).toBe("1件 1件已过期限");
  await so();
  await world.moveTo("2026-10-30T10:00:00+08:00");
  await closePeriod(world.deps, "2026Q3", office.openId);
  await world.settle();
  await so();
});

step("in a group it is not told", async () => {
  const [answer] = await office.say("等我办的", "oc_leadinggroup");
  expect(answer?.msg_type).toBe("text");
});
