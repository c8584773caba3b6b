import { afterAll, beforeAll, expect, it } from "vitest";
import { beat } from "../../../src/bot/heartbeat/beat.ts";
import { keysOn } from "../../cards/pictures/photos.ts";
import { atClient, shownIn } from "../at-client.ts";
import { type DemoWorld, startDemoWorld } from "../demo-world.ts";
import { livingKinds, untruths } from "./truth.ts";

let world: DemoWorld;
beforeAll(async () => {
  world = await startDemoWorld({ underWay: true });
  await world.settle();
});
afterAll(() => world.close());

it("starts with nothing on any card that is not so, before the first heartbeat and after it", async () => {
  expect(await livingKinds(world)).toEqual(["progress", "record", "report", "review"]);
  expect(await untruths(world)).toEqual([]);
  await beat(world.deps);
  await world.settle();
  expect(await untruths(world)).toEqual([]);
});

it("answers everyone who asks for a form, a list or a state with what is so", async () => {
  for (const { openId } of world.demo.people)
    for (const words of ["我的填报", "我的任务", "谁还没报", "等我办的", "催办"])
      await atClient(world, openId).say(words);
  expect(await untruths(world)).toEqual([]);
});

it("has a photo of every report that was handed in, on its reviewer's card and for whoever asks", async () => {
  const waiting = world.who("county_reviewer", "lishi").card("待审核");
  expect(keysOn(waiting.card)).toHaveLength(1);
  const [answer] = await world.who("leader").say("信义怎么样");
  expect(keysOn(shownIn(answer).card)).toEqual(keysOn(waiting.card));
});
