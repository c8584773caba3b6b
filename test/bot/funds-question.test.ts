import { afterAll, beforeAll, expect, it } from "vitest";
import { beginRecord } from "../../src/bot/procedures/take-step.ts";
import { personOf } from "../../src/bot/roster/people.ts";
import { type DemoWorld, startDemoWorld } from "./demo-world.ts";

// The funds ledgers are summed for whoever may see them; a town without one hears so, and nothing of another's.

let world: DemoWorld;
beforeAll(async () => {
  world = await startDemoWorld({ towns: ["qikou", "xinyi"] });
});
afterAll(() => world.close());

it("answers a source's sum from the ledgers, and to each only their own", async () => {
  const linxian = world.who("county_reviewer", "linxian");
  const actor = await personOf(world.deps, linxian.openId);
  if (!actor) throw new Error("no reviewer");
  const origin = { id: "ledger", town: "", period: "", ref: "" };
  const year = new Date(world.clock.now()).getUTCFullYear();
  const values = { town: "qikou", year: String(year), "planned.county": "6000", "planned.private": "300" };
  const cause = { actor, inbox: [] };
  const begun = await beginRecord(world.deps, cause, { procedure: "money", step: "begin", origin }, values);
  expect(begun.kind).toBe("done");
  await world.who("leader").say("县级资金计划多少");
  expect(world.who("leader").card("资金台账").words).toContain("县级资金计划 6,000.00万元");
  await world.who("leader").say("县级出了多少钱，占多少");
  expect(world.who("leader").card("资金台账").words).toContain("县级资金到位 0.00万元");
  await world.who("leader").say("今年资金计划多少");
  const { words: all } = world.who("leader").card("资金台账");
  expect(all).toMatch(/县级 6,000.00万元，占95.2%\n民间资本 300.00万元，占4.8%/);
  expect(all).toContain("还没有建立台账：信义镇");
  await linxian.say("县级资金到位了多少");
  expect(linxian.card("资金到位").words).toContain("县级资金到位 0.00万元");
  const xinyi = world.who("town_official", "xinyi");
  await xinyi.say("县级资金计划多少");
  const { words } = xinyi.card("资金台账");
  expect(words).toContain("没有您可以查看的");
  expect(words).not.toContain("6,000");
});
