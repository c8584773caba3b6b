import { expect, test } from "vitest";
import { folded } from "../../../cards/reminders/overdue.ts";

test("matters that a card does not hold are counted, not only hinted at", () => {
  const lines = Array.from({ length: 75 }, (_, i) => `事项${i}`);
  const words = JSON.stringify(folded(lines, "zh-CN"));
  expect(words).toContain("- 其余15件");
  expect(words).not.toContain("…");
});
