import { expect, test } from "vitest";
import { push } from "../../bench/fan-out-push.ts";
import { IN_MEMORY } from "../in-memory.ts";

const RECEIVERS = 2_000;

test("two thousand are written to as fast as the platform allows, each once, and whoever asks meanwhile does not wait", async () => {
  const { took, platform, rows, answers } = await push(RECEIVERS, IN_MEMORY);
  expect(platform.counts.refused).toBe(0);
  expect(rows).toEqual({ sent: RECEIVERS + answers.length });
  // Those who asked also got their answer.
  const of = (messages: number) => platform.received.filter((n) => n === messages).length;
  expect([of(1), of(2)]).toEqual([RECEIVERS - answers.length, answers.length]);
  // The platform accepts 1,000 a minute.
  expect(took).toBeLessThan(RECEIVERS * 60 * 1.03);
  expect(answers.length).toBeGreaterThanOrEqual(2);
  for (const waited of answers) expect(waited).toBeLessThan(10_000);
});
