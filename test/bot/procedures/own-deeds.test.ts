import { afterAll, beforeAll, expect, it } from "vitest";
import { listRecords } from "../../../db/records.ts";
import { type DemoWorld, startDemoWorld } from "../demo-world.ts";

// What one of a post has done is news for whoever asked for it, and for nobody else of that post.

let world: DemoWorld;
beforeAll(async () => {
  world = await startDemoWorld({ underWay: true });
  await world.settle();
});
afterAll(() => world.close());

it("tells the office's proposer that a second person put a plan's change in force, and no third", async () => {
  const office = [0, 1, 2].map((nth) => world.who("city_office", "", nth));
  const heard = () => office.map(({ openId }) => world.inbox(openId).length);
  const [change] = await listRecords(world.deps.db, { procedure: "plan" });
  const proposer = office.findIndex(({ openId }) => openId === change?.log[0]?.by);
  const second = office[(proposer + 1) % 3];
  await second?.say("等我办的");
  await second?.press(second.card("等我办的"), `show__${change?.id}`);
  const before = heard();
  await second?.press(second.card("核对无误，启用"), "核对无误，启用");
  expect((await listRecords(world.deps.db, { procedure: "plan" }))[0]?.state).toBe("adopted");
  expect(heard().map((n, i) => n - (before[i] ?? 0))).toEqual(
    [0, 1, 2].map((nth) => (nth === proposer ? 1 : 0)),
  );
});
