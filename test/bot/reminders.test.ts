import { afterAll, beforeAll, expect } from "vitest";
import { commit } from "../../db/commit.ts";
import { listRecords } from "../../db/records.ts";
import { removePeople } from "../../db/roster.ts";
import { beat } from "../../src/bot/heartbeat/beat.ts";
import { task } from "../domain/digest/given.ts";
import { story } from "../story.ts";
import { type AtClient, shownIn } from "./at-client.ts";
import { buttonsOf, tagsOf } from "./card-reading.ts";
import { pressForged } from "./deliver.ts";
import { type DemoWorld, startDemoWorld } from "./demo-world.ts";
import { putTasks } from "./digests/send-digest.ts";

// Everything one town owes on a day: the quarter's report, a task, an answer to a leader. The official is asked first; the
// deputy hears of it once it is overdue.

let world: DemoWorld;
let qikou: AtClient;
let deputy: AtClient;

beforeAll(async () => {
  world = await startDemoWorld({ towns: ["qikou"], open: true });
  qikou = world.who("town_official", "qikou");
  deputy = world.who("town_official", "qikou", 1);
  await beat(world.deps);
  await putTasks(world, task({ id: "t1", title: "景区停车场", due: "2026-10-15" }));
  const to = { kind: "department", slug: "health" } as const;
  const nobody = removePeople(world.deps.db, [world.who("department", "health").openId]);
  await commit(world.deps.db, { audit: null, writes: [nobody] }, world.clock.now());
  await putTasks(world, task({ id: "t2", to, title: "卫生院接入管网", due: "2026-10-15" }));
  const leader = world.who("leader").openId;
  const asked = await pressForged(world, leader, "om_1", "begin__question__/qikou/2026Q2/qikou__ask", {
    question: "码头何时完工？",
  });
  expect(asked.answer.toast?.content).toContain("已提交");
  await world.moveTo("2026-10-15T09:06:00+08:00");
});
const reminders = (person: AtClient) =>
  world.inbox(person.openId).filter(({ content }) => /等我办的|Waiting for you/.test(content));
afterAll(() => world.close());

const { step } = story("everything one town owes is one message a day");

step(
  "what was asked for within three working days causes no message; the card says it all the same",
  async () => {
    const { words } = qikou.card("等我办的");
    expect(words).toContain("督办事项：景区停车场\n今天截止");
    expect(words).toContain("2026年第三季度填报\n今天截止");
    expect(reminders(qikou)).toHaveLength(1);
    expect(reminders(deputy)).toEqual([]);
  },
);

step(
  "of a department without anybody on the roster says so to the office, and never calls it the office's",
  async () => {
    const office = world.who("city_office");
    const { words, card } = office.card("没有经办人");
    expect(tagsOf(card)).toBe("请您关注1件");
    expect(words).toContain("市卫生健康委（原卫计）：“督办事项：卫生院接入管网”，今天截止");
    expect(words).not.toContain("请您办理");
  },
);

step("what is overdue is said in one message, with a way to each, to the deputy too", async () => {
  await world.moveTo("2026-10-16T09:06:00+08:00");
  const { words, card } = qikou.card("等我办的");
  expect(tagsOf(card)).toBe("3件 3件已过期限");
  for (const said of [
    "2026年第三季度填报\n10月15日到期，已过1个工作日",
    "督办事项：景区停车场\n10月15日到期，已过1个工作日",
    "询问碛口镇：码头何时完工？\n10月15日到期，已过1个工作日",
  ])
    expect(words).toContain(said);
  expect(buttonsOf(card).map(({ text }) => text)).toEqual(["办理", "办理", "填报", "我的任务"]);
  expect([reminders(qikou), reminders(deputy)].map((all) => all.length)).toEqual([2, 1]);
});

step("yesterday's card has become a line that leads to today's", () => {
  const [yesterday, today] = reminders(qikou).map(shownIn);
  expect(buttonsOf(yesterday?.card ?? qikou.card().card)).toHaveLength(1);
  expect(today?.words).toContain("码头何时完工");
});

step("it is asked for by a sentence, and follows what is done", async () => {
  const [answer] = await qikou.say("我今天要办什么");
  expect(tagsOf(shownIn(answer).card)).toBe("3件 3件已过期限");
  const [nothing] = await world.who("department", "finance").say("等我办的");
  expect(tagsOf(shownIn(nothing).card)).toBe("目前没有");
  const [own] = await world.who("town_official", "puming").say("等我办的");
  expect(shownIn(own).words).toContain("2026年第三季度填报\n10月15日到期");
});

step(
  "one tap opens the question below it; answered there, it is gone from the card and not asked about again",
  async () => {
    const [question] = await listRecords(world.deps.db, { procedure: "question" });
    const day = qikou.card("等我办的");
    await qikou.press(day, `show__${question?.id}`);
    const answered = await qikou.press(qikou.card("询问"), "提交答复", { answer: "本月底完工。" });
    expect(answered.words).toContain("本月底完工");
    expect(qikou.again(day).words).not.toContain("码头何时完工");
    expect(tagsOf(qikou.again(day).card)).toBe("2件 2件已过期限");
    await world.moveTo("2026-10-20T09:06:00+08:00");
    const { words } = world.who("town_principal", "qikou").card("请您关注");
    expect(words).toContain("2026年第三季度填报");
    expect(words).not.toContain("码头何时完工");
  },
);
