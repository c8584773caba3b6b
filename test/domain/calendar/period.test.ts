import { expect, test } from "vitest";
import {
  parsePeriod,
  periodDays,
  periodOf,
  previousInYear,
  previousPeriod,
  quarterAt,
  quarterOf,
  yearOf,
} from "../../../src/domain/calendar/period.ts";

test.each([
  ["2026Q3", "2026Q3"],
  [" 2026q3 ", "2026Q3"],
  ["2026Q5", null],
  ["2026Q0", null],
  ["1999Q1", null],
  ["26Q3", null],
  ["2026-Q3", null],
  ["2026Q33", null],
  ["", null],
])("%j is read as %s", (text, period) => {
  expect(parsePeriod(text)).toBe(period);
});

test("year and quarter of a period; no year has a fifth quarter", () => {
  expect([yearOf("2026Q3"), quarterOf("2026Q3")]).toEqual([2026, 3]);
  expect(() => periodOf(2026, 5)).toThrow("no quarter 5");
});

test("the quarter before, across the turn of the year and within it", () => {
  expect([previousPeriod("2026Q3"), previousPeriod("2026Q1")]).toEqual(["2026Q2", "2025Q4"]);
  expect([previousInYear("2026Q3"), previousInYear("2026Q1")]).toEqual(["2026Q2", null]);
});

test.each([
  ["2026Q1", "2026-01-01", "2026-03-31"],
  ["2026Q2", "2026-04-01", "2026-06-30"],
  ["2026Q3", "2026-07-01", "2026-09-30"],
  ["2026Q4", "2026-10-01", "2026-12-31"],
] as const)("%s runs from %s to %s", (period, first, last) => {
  expect(periodDays(period)).toEqual({ first, last });
});

test("the quarter a moment is in, by Shanghai's day", () => {
  expect(quarterAt(Date.parse("2026-09-30T15:59:59Z"))).toBe("2026Q3");
  expect(quarterAt(Date.parse("2026-09-30T16:00:00Z"))).toBe("2026Q4");
  expect(quarterAt(Date.parse("2026-12-31T16:00:00Z"))).toBe("2027Q1");
});
