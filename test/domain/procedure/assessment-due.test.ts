import { expect, test } from "vitest";
import { addWorkingDays } from "../../../src/domain/calendar/working-days.ts";
import { assessment } from "../../../src/domain/procedure/assessment.ts";
import { dueOf } from "../../../src/domain/procedure/owed.ts";
import type { ProcedureRecord } from "../../../src/domain/procedure/record.ts";
import { towns } from "../programmes.ts";

// 自评: its ten working days begin when the year's last quarter is ranked, however early the counties are asked.

const asked: ProcedureRecord = {
  ...{ procedure: "assessment", id: "a", revision: 1, town: "qikou", period: "", ref: "2025" },
  ...{ state: "open", due: null, data: {}, log: [] },
};
const dueWhenAsked = (day: string, ref = "2025") =>
  dueOf(assessment, { ...asked, ref }, { now: Date.parse(`${day}T10:00:00+08:00`), programme: towns });
const tenAfter = (day: string) => {
  const last = addWorkingDays(day, 10);
  return last.known ? last.day : null;
};

test("asked within the year, a county has until ten working days after its last ranking", () => {
  expect(dueWhenAsked("2025-10-09")).toBe(tenAfter("2026-01-31"));
  expect(dueWhenAsked("2026-01-20")).toBe(tenAfter("2026-01-31"));
});

test("asked later, it has ten working days", () => {
  expect(dueWhenAsked("2026-03-02")).toBe(tenAfter("2026-03-02"));
});

test("while the next year's holidays are not known, no day is guessed", () => {
  expect(dueWhenAsked("2026-10-09", "2026")).toBeNull();
});
