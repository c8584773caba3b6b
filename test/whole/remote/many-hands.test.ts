import { expect, it } from "vitest";
import { startOnNode } from "./hosts.ts";
import { playManyHands } from "./many-hands.ts";

// The small run; with a Worker beside them and 10,000 operations: npx tsx test/whole/remote/play-many-hands.ts

it("two bots on one database lose nothing and double nothing", async () => {
  const played = await playManyHands([startOnNode, startOnNode], 60, 7);
  expect(played.wrong).toEqual([]);
  expect(played.saved + played.asked + played.looked + played.refused + played.unanswered).toBe(60);
  expect(played.saved).toBeGreaterThan(20);
});
