import { describe, expect, test } from "vitest";
import { shanghaiTime } from "../../../src/domain/calendar/shanghai-time.ts";
import { objectionWindow } from "../../../src/domain/quarter/objection.ts";

const at = (day: string, time: string) => shanghaiTime(day, time);
const two = { workingDays: 2, overrides: [] };
const named = {
  workingDays: 2,
  overrides: [{ period: "2026Q4", until: "2027-01-18", reason: "节假日安排未公布" }],
};

describe("the time for objections", () => {
  test.each([
    ["a Monday", "2026-10-12", "2026-10-14"],
    ["a Friday, over a weekend", "2026-10-23", "2026-10-27"],
    ["the eve of the October holidays", "2026-09-30", "2026-10-09"],
    ["a make-up Saturday, which is no day off", "2026-10-10", "2026-10-13"],
  ])("from %s ends at 18:00 of the second working day", (_, from, until) => {
    expect(objectionWindow("2026Q3", two, at(from, "16:00"))).toEqual({
      known: true,
      until: at(until, "18:00"),
    });
  });
  test("in a year without a calendar is not guessed: the year is named", () => {
    const answer = { known: false, why: { reason: "calendar_unknown", year: 2027 } };
    expect(objectionWindow("2026Q4", two, at("2027-01-14", "10:00"))).toEqual(answer);
    expect(objectionWindow("2026Q4", two, at("2026-12-31", "10:00"))).toEqual(answer);
  });
  test("is what the pack names for a quarter, as long as that is still to come", () => {
    const until = at("2027-01-18", "18:00");
    expect(objectionWindow("2026Q4", named, at("2027-01-14", "10:00"))).toEqual({ known: true, until });
    expect(objectionWindow("2026Q4", named, until)).toEqual({
      known: false,
      why: { reason: "override_over", day: "2027-01-18" },
    });
    expect(objectionWindow("2026Q3", named, at("2026-10-12", "10:00"))).toMatchObject({ known: true });
  });
});
