import { describe, expect, test } from "vitest";
import { shanghaiTime } from "../../../src/domain/calendar/shanghai-time.ts";
import type { LogEntry } from "../../../src/domain/procedure/record.ts";
import { absencesOf, awayAt, isExcused } from "../../../src/domain/stages/absence.ts";

const at = (day: string, time = "10:00") => shanghaiTime(day, time);
const entry = (step: string, day: string, from = "building", to = from): LogEntry => {
  return { step, from, to, by: "", name: "", post: "", at: at(day), values: {} };
};

describe("a town is away from the step that takes it out or pauses it to the one that brings it back", () => {
  test("a pause ends with 恢复, and a town that is paused may leave for good", () => {
    const log = [entry("pause", "2026-03-02"), entry("resume", "2026-04-01"), entry("pause", "2026-05-06")];
    const left = entry("confirm", "2026-06-01", "building", "left");
    expect(absencesOf({ log: [...log, left] })).toEqual([
      { why: "paused", from: at("2026-03-02"), until: at("2026-04-01") },
      { why: "paused", from: at("2026-05-06"), until: at("2026-06-01") },
      { why: "left", from: at("2026-06-01"), until: null },
    ]);
  });

  test("a town that left is back once it is taken in again, not while that is only proposed", () => {
    const left = entry("confirm", "2026-06-01", "building", "left");
    const proposed = entry("propose", "2026-08-03", "left");
    const [out] = absencesOf({ log: [left, proposed] });
    expect(out?.until).toBeNull();
    const back = entry("confirm", "2026-09-01", "left", "not_started");
    const absences = absencesOf({ log: [left, proposed, back] });
    expect(awayAt(absences, at("2026-08-31"))).toBe("left");
    expect(awayAt(absences, at("2026-09-01"))).toBeNull();
    expect(awayAt(absences, at("2026-05-31"))).toBeNull();
  });
});

describe("a quarter asks nothing of a town that was away", () => {
  const dueBy = shanghaiTime("2026-10-16", "00:00");
  const asked = { openedAt: at("2026-10-08"), dueBy, at: at("2026-11-02") };
  const away = (from: string, until: string | null) => [
    { why: "paused" as const, from: at(from), until: until === null ? null : at(until) },
  ];

  test.each([
    ["when it was opened", "2026-09-20", "2026-10-09", true],
    ["when it was due", "2026-10-12", "2026-10-20", true],
    ["when it was published, or is now", "2026-10-28", null, true],
    ["before it was opened", "2026-08-03", "2026-09-20", false],
    ["and back before it was due", "2026-10-09", "2026-10-12", false],
    ["after it was due, and back before it was published", "2026-10-20", "2026-10-28", false],
  ])("%s", (_, from, until, excused) => {
    expect(isExcused(away(from, until), asked)).toBe(excused);
  });
});
