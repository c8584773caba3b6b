import { expect, test } from "vitest";
import { cronLog } from "../src/cron-log.ts";
import { createLog } from "../src/log.ts";

test("what node-cron has to say is a line like every other", () => {
  const lines: string[] = [];
  const log = cronLog(createLog("info", (line) => lines.push(line), ["top secret"]));
  log.warn("missed execution at 09:00! Possible blocking IO");
  log.error(new Error("failed with top secret"));
  log.error("failed", new Error("why"));
  log.debug("nobody reads this");
  expect(lines.map((line) => JSON.parse(line))).toMatchObject([
    { level: "warn", what: "node-cron", message: expect.stringContaining("missed execution") },
    { level: "error", message: expect.not.stringContaining("top secret") },
    { level: "error", message: "failed", error: "why" },
  ]);
});
