import { afterEach, beforeEach, expect, test } from "vitest";
import { botOpenId } from "../../../src/bot/bot-open-id.ts";
import type { Person } from "../../../src/domain/programme/people.ts";
import { atClient } from "../at-client.ts";
import { startWorld, type World } from "../world.ts";

// The platform does not say who the bot is: what people write is taken in all the same.

const official: Person = {
  openId: "ou_official",
  name: "李四",
  role: "town_official",
  area: "qikou",
  locale: "zh-CN",
};
const INFO = "/open-apis/bot/v3/info";

let world: World;
beforeEach(async () => {
  world = await startWorld({ people: [official] });
  await world.change("faults", { status_5xx: { value: 503, path: INFO } });
});
afterEach(() => world.close());

test("a private message is answered without asking who the bot is", async () => {
  expect(await atClient(world, official.openId).say("帮助")).toHaveLength(1);
  const answer = await fetch(`${world.sandbox.url}/sandbox/exchanges?limit=1000`);
  const { exchanges }: { exchanges: Array<{ path: string }> } = await answer.json();
  expect(exchanges.map(({ path }) => path).filter((path) => path.startsWith(INFO))).toEqual([]);
});

test("once the platform answers again, it is asked again", async () => {
  const { deps } = world;
  expect(await botOpenId(deps)).toBe("");
  await world.change("faults", { status_5xx: null });
  expect(await botOpenId(deps)).toBe(world.sandbox.state().apps[0]?.bot_open_id);
});
