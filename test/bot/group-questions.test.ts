import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { SandboxMessage } from "../../src/sandbox/protocol.ts";
import { shownIn, textIn } from "./at-client.ts";
import { type DemoWorld, startDemoWorld } from "./demo-world.ts";

// Questions in a group: what is published for all to read, the rest in private, and a thread that is gone on with.

const LEADING = "oc_leadinggroup";
let world: DemoWorld;
beforeAll(async () => {
  world = await startDemoWorld({ underWay: true });
});
afterAll(() => world.close());

/** Replies in the thread of a message, mentioning the bot; returns the bot's answers. */
async function inThread(
  openId: string,
  of: SandboxMessage | undefined,
  text: string,
): Promise<SandboxMessage[]> {
  const before = world.group(LEADING).length;
  const bot = world.sandbox.state().apps[0]?.bot_open_id ?? "";
  const content = { kind: "text" as const, text: `<at user_id="${bot}"></at> ${text}` };
  await world.act({ act: "reply", as: openId, message_id: of?.message_id ?? "", content });
  return world
    .group(LEADING)
    .slice(before)
    .filter(({ sender }) => sender.type === "app");
}

describe("what is not published", () => {
  it("is left out of the group's answer and sent to the asker, who may know it, with one line in the group", async () => {
    const leader = world.who("leader");
    const before = world.inbox(leader.openId).length;
    const said = await leader.say("信义投资多少", LEADING);
    expect(shownIn(said[0]).words).toContain("2,880.00万元");
    expect(textIn(said[1])).toBe("还没有发布的数据，已单独发给您。");
    const [alone, ...more] = world.inbox(leader.openId).slice(before);
    expect(shownIn(alone).words).toContain("5,600.00万元　信义镇 · 2026年第三季度（审核中）");
    expect(more).toEqual([]);
  });

  it("of one's own town is no exception where others read along", async () => {
    const official = world.who("town_official", "xinyi");
    const said = await official.say("我们镇投资多少", "oc_alltowns");
    expect(JSON.stringify(said)).not.toContain("5,600");
    expect(official.card("5,600.00万元").words).toContain("审核中");
  });

  it("is nothing to whoever may not know it, who is told of nothing", async () => {
    const other = world.who("town_official", "puming");
    const before = world.inbox(other.openId).length;
    const said = await other.say("信义投资多少", "oc_alltowns");
    expect(said).toHaveLength(1);
    expect(world.inbox(other.openId)).toHaveLength(before);
  });
});

describe("a thread", () => {
  it("keeps town, figure and quarter for whoever goes on in it, from the card or from any message of it", async () => {
    const [leader, second] = [world.who("leader"), world.who("leader", "", 1)];
    const start = world.group(LEADING).length;
    const [answer] = await leader.say("碛口二季度得分", LEADING);
    const question = world.group(LEADING)[start];
    const [quoted] = await inThread(second.openId, answer, "信义呢");
    expect(shownIn(quoted).words).toContain("84.82");
    const [onQuestion] = await inThread(leader.openId, question, "一季度呢");
    expect(shownIn(onQuestion).words).toContain("2026年第一季度");
    expect(shownIn(onQuestion).words).toContain("信义");
  });

  it("does so for ten minutes, and nothing outside it is gone on with", async () => {
    const leader = world.who("leader");
    const start = world.group(LEADING).length;
    await leader.say("碛口二季度得分", LEADING);
    const question = world.group(LEADING)[start];
    const [outside] = await leader.say("那投资呢", LEADING);
    expect(shownIn(outside).words).not.toContain("4,560.00");
    await world.moveTo("2026-10-12T10:30:00+08:00");
    const [later] = await inThread(leader.openId, question, "那投资呢");
    expect(shownIn(later).words).not.toContain("4,560.00");
  });
});
