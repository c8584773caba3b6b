import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { listNotUnderstood } from "../../db/questions.ts";
import { beat } from "../../src/bot/heartbeat/beat.ts";
import { shownIn } from "./at-client.ts";
import { type DemoWorld, startDemoWorld } from "./demo-world.ts";

// What was not understood is counted, shown to the office once a month, and read otherwise only after two people of
// it agreed on its meaning.

let world: DemoWorld;
beforeEach(async () => {
  world = await startDemoWorld({ towns: ["qikou", "xinyi", "puming"], open: true });
});
afterEach(() => world.close());

const counted = () => listNotUnderstood(world.deps.db, "2026-10-01", "2026-11-01");
const answer = async (text: string) => {
  const [said] = await world.who("leader").say(text);
  return said?.msg_type === "interactive" ? shownIn(said).words : (said?.content ?? "");
};

/** The first working day of November, after the heartbeat. */
async function nextMonth(): Promise<void> {
  await world.moveTo("2026-11-02T08:50:00+08:00");
  await world.moveTo("2026-11-02T10:00:00+08:00");
  await beat(world.deps);
}

describe("a text that is not understood", () => {
  it("is counted by role and day, with names and numbers masked, and nothing else is", async () => {
    const leader = world.demo.people.find(({ role }) => role === "leader");
    await world.who("leader").say(`${leader?.name}说碛口花费8820万咋回事呀`);
    await world.who("town_official", "puming").say("今天食堂开饭吗");
    await world.who("town_official", "xinyi").say("今天食堂开饭吗");
    await world.who("leader").say("碛口怎么样");
    const found = await counted();
    expect(found).toEqual([
      { words: "今天食堂开饭吗", times: 2, roles: ["town_official"] },
      { words: expect.stringMatching(/^〔人〕说〔镇〕花费〔数〕/), times: 1, roles: ["leader"] },
    ]);
    expect(JSON.stringify(found)).not.toMatch(/8820|碛口/);
  });

  it("is shown to the office on the next month's first working day, once, with a tap that proposes a meaning", async () => {
    await world.who("leader").say("碛口花销怎么走的");
    await nextMonth();
    const office = world.who("city_office");
    const list = office.card("没听懂的话");
    expect(list.words).toContain("“〔镇〕花销怎么走的”　1次（领导小组）");
    await beat(world.deps);
    await world.moveTo("2026-11-02T10:30:00+08:00");
    const lists = world.inbox(office.openId).filter(({ content }) => content.includes("没听懂的话"));
    expect(lists).toHaveLength(1);
  });
});

describe("a meaning", () => {
  it("counts after a second person confirmed it, only for what is not understood otherwise, until it is retired", async () => {
    expect(await answer("碛口花销")).toContain("没太明白");
    await nextMonth();
    const [first, second] = [world.who("city_office", "", 0), world.who("city_office", "", 1)];
    await first.press(first.card("没听懂的话"), "按…理解");
    const form = first.card("这句话按什么理解");
    expect(form.words).toContain("原话：“〔镇〕花销”");
    await first.press(form, "提交", { said: "花销", means: "投资多少" });
    expect(await answer("碛口花销")).toContain("没太明白");
    expect(first.card("“花销”按“投资多少”理解").words).not.toContain("确认启用");
    await second.press(second.card("“花销”按“投资多少”理解"), "确认启用");
    expect(await answer("碛口花销")).toContain("4,560.00万元");
    expect(await answer("碛口一季度花销")).toContain("1,700.00万元");
    await second.press(second.card("“花销”按“投资多少”理解"), "停用");
    expect(await answer("碛口花销")).toContain("没太明白");
  });
});
