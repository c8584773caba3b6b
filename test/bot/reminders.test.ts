import { afterAll, beforeAll, expect } from "vitest";
import { listRecords } from "../../db/records.ts";
import { beat } from "../../src/bot/heartbeat/beat.ts";
import { task } from "../domain/digest/given.ts";
import { story } from "../story.ts";
import type { AtClient } from "./at-client.ts";
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
  await putTasks(world, task({ id: "t2", to, title: "卫生院接入管网", due: "2026-10-15" }));
  const leader = world.who("leader").openId;
  const asked = await pressForged(world, leader, "om_1", "begin__question__/qikou/2026Q2/qikou__ask", {
    question: "码头何时完工？",
  });
  expect(asked.answer.toast?.content).toContain("已提交");
  await world.moveTo("2026-10-15T09:06:00+08:00");
});
const reminders = (person: AtClient) =>
  world
    .inbox(person.openId)
    .filter(({ content }) => /到期提醒|已过期限|Due soon|Past the due day/.test(content));
afterAll(() => world.close());

const { step } = story("everything one town owes is one message a day");

step("what was asked for within three working days is not reminded of before it is overdue", () => {
  const { words } = qikou.card("到期提醒");
  expect(words).toContain("“督办事项：景区停车场”待您办理，今天截止");
  expect(words).not.toContain("填报");
  expect(words).not.toContain("码头何时完工");
  expect(reminders(deputy)).toEqual([]);
});

step(
  "of a department without anybody on the roster says so to the office, and never calls it the office's",
  async () => {
    const office = world.who("city_office");
    const { words, card } = office.card("没有经办人");
    expect(card.header.title.content).toBe("到期提醒：1件");
    expect(words).toContain("市卫生健康委（原卫计）：“督办事项：卫生院接入管网”，今天截止");
    expect(words).not.toContain("待您办理");
  },
);

step("what is overdue is said in one message, with a way to each, to the deputy too", async () => {
  await world.moveTo("2026-10-16T09:06:00+08:00");
  const { words, card } = qikou.card("已过期限");
  expect(card.header.title.content).toBe("已过期限：3件，请抓紧办理");
  for (const said of [
    "2026年第三季度填报，10月15日到期，已过1个工作日",
    "“督办事项：景区停车场”待您办理，10月15日到期，已过1个工作日",
    "“询问碛口镇：码头何时完工？”待您办理，10月15日到期，已过1个工作日",
  ])
    expect(words).toContain(said);
  for (const button of ["我的填报", "督办事项", "询问碛口镇"]) expect(words).toContain(button);
  expect([reminders(qikou), reminders(deputy)].map((all) => all.length)).toEqual([2, 1]);
});

step("leads to the question, which is answered there and is not asked about again", async () => {
  const [question] = await listRecords(world.deps.db, { procedure: "question" });
  const shown = await qikou.press(qikou.card("已过期限"), `show__${question?.id}`);
  expect(shown.words).toContain("码头何时完工？");
  const answered = await qikou.press(shown, "提交答复", { answer: "本月底完工。" });
  expect(answered.words).toContain("本月底完工");
  await world.moveTo("2026-10-20T09:06:00+08:00");
  const { words } = world.who("town_principal", "qikou").card("请您关注");
  expect(words).toContain("2026年第三季度填报");
  expect(words).not.toContain("码头何时完工");
});
