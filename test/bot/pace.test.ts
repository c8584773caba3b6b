import { afterAll, beforeAll, expect, test } from "vitest";
import { countReceived } from "../../db/received.ts";
import { beat } from "../../src/bot/heartbeat/beat.ts";
import { createPace } from "../../src/bot/pace.ts";
import type { Person } from "../../src/domain/programme/people.ts";
import { story } from "../story.ts";
import { deliver, pressForged, sealedFor } from "./deliver.ts";
import { startWorld, type World } from "./world.ts";

// More presses and messages a minute than a hand makes: refused in words, and nothing is lost.

const official: Person = {
  ...{ openId: "ou_official", name: "李四", role: "town_official", area: "qikou", locale: "zh-CN" },
};
const LIMIT = 20;

test("the minute slides, each person has their own, and the first beyond it is told apart", () => {
  let now = 0;
  const pace = createPace(2, () => now);
  expect([pace("a"), pace("a"), pace("a"), pace("a"), pace("b")]).toEqual([
    ...["within", "within", "first_beyond", "beyond", "within"],
  ]);
  now = 59_999;
  expect(pace("a")).toBe("beyond");
  now = 60_001;
  expect([pace("a"), pace("a"), pace("a"), pace("a")]).toEqual([
    ...["within", "within", "first_beyond", "beyond"],
  ]);
});

test("whoever is gone for two minutes is forgotten, however many there were, and of nobody more than the limit is kept", () => {
  let now = 0;
  const people = new Map<string, { taken: number[]; toldAt: number }>();
  const pace = createPace(LIMIT, () => now, people);
  let most = 0;
  for (let n = 0; n < 10_000; n += 1) {
    now = n * 60;
    pace(`ou_${n}`);
    pace("ou_always");
    most = Math.max(most, people.size);
  }
  expect(most).toBeLessThanOrEqual(2 * 1_000 + 1);
  expect(people.get("ou_always")?.taken).toHaveLength(LIMIT);
});

let world: World;
let now = 0;
beforeAll(async () => {
  world = await startWorld({ people: [official] });
  world.deps.pace = createPace(LIMIT, () => now);
});
afterAll(() => world.close());

const say = (n: number) =>
  deliver(
    world,
    sealedFor(
      world,
      "im.message.receive_v1",
      {
        sender: { sender_id: { open_id: official.openId }, sender_type: "user", tenant_key: "t" },
        message: {
          ...{ message_id: `om_${n}`, create_time: "1", update_time: "1", chat_id: "oc_p", chat_type: "p2p" },
          ...{ message_type: "text", content: JSON.stringify({ text: "我是谁" }) },
        },
      },
      `e${n}`,
    ),
  );
const told = () => world.inbox(official.openId).filter(({ content }) => content.includes("不必重发"));

const { step } = story("somebody, or something in their place, presses and writes without a pause");

step("beyond the limit a press is refused in words", async () => {
  for (let n = 0; n < LIMIT; n += 1) await pressForged(world, official.openId, "om_none", "help");
  const { answer } = await pressForged(world, official.openId, "om_none", "help");
  expect(answer.toast?.content).toContain("请过一分钟再按");
});

step("a message is put aside, and its sender is told once", async () => {
  now = 61_000;
  for (let n = 0; n < LIMIT + 3; n += 1) expect((await say(n)).status).toBe(200);
  expect(told()).toHaveLength(1);
  expect(await countReceived(world.deps.db)).toBe(3);
});

step("and is answered after a minute", async () => {
  now = 130_000;
  const before = world.inbox(official.openId).length;
  world.clock.moveTo(world.clock.now() + 61_000);
  await beat(world.deps);
  await world.settle();
  expect(world.inbox(official.openId)).toHaveLength(before + 3);
  expect(await countReceived(world.deps.db)).toBe(0);
});
