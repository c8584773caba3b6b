import { afterAll, beforeAll, expect, test } from "vitest";
import { bundled } from "../bundled.ts";
import { type Ground, prepareGround } from "./ground.ts";
import { runStorm } from "./run.ts";

// Two storms over two towns; `npm run faults` makes 200 over all of them.

let ground: Ground;
let bundle: string;
beforeAll(async () => {
  bundle = await bundled("bot");
  ground = await prepareGround(["qikou", "xinyi"]);
});
afterAll(() => {
  ground.remove();
});

test.each([1, 2])(
  "after storm %i everything accepted stands once, and everything owed was said",
  async (seed) => {
    const { problems, counts } = await runStorm(seed, { ground, bundle, longest: 15_000 });
    expect(problems).toEqual([]);
    expect(counts.saves).toBeGreaterThan(0);
  },
);
