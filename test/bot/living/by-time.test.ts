import { afterAll, beforeAll, expect, it } from "vitest";
import { buttonsOf } from "../card-reading.ts";
import { type DemoWorld, startDemoWorld } from "../demo-world.ts";
import { untruths } from "./truth.ts";

// Nobody presses anything, only the day changes: cards that depend on the day are redrawn automatically.

let world: DemoWorld;
beforeAll(async () => {
  world = await startDemoWorld({ underWay: true });
});
afterAll(() => world.close());

it("a task turns overdue on the card that is out, and a report late, when their day is over", async () => {
  const official = world.who("town_official", "qikou");
  await official.say("我的任务");
  const list = official.card("镇区污水管网接入");
  // In the order of their lights: the second item is due on the 16th.
  const [, second] = buttonsOf(list.card).filter(({ text }) => text === "查看");
  const task = await official.press(list, second?.name ?? "");
  expect(task.words).toContain("10月16日");
  expect(task.words).not.toContain("红灯");

  await world.moveTo("2026-10-15T23:59:00+08:00");
  expect(official.card("提交前还差").words).toContain("可报");
  await world.moveTo("2026-10-16T00:01:00+08:00");
  expect(official.card("提交前还差").words).toContain("计迟报");
  expect(official.again(task).words).not.toContain("红灯");

  await world.moveTo("2026-10-17T00:01:00+08:00");
  expect(official.again(task).words).toContain("红灯");
  expect(await untruths(world)).toEqual([]);
});
