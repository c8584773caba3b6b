import { describe, expect, test } from "vitest";
import { shanghaiTime } from "../../../src/domain/calendar/shanghai-time.ts";
import { isSupplementNow, punctualityOf } from "../../../src/domain/quarter/supplement.ts";
import { STAGES, type Stage, timetable, UNOPENED } from "../../../src/domain/quarter/timetable.ts";
import type { Report, Returned } from "../../../src/domain/report/report.ts";
import { towns } from "../programmes.ts";

const SENT = shanghaiTime("2026-10-14", "10:00");
const RESULT = shanghaiTime("2026-11-02", "10:00");
const returned = (at: number): Returned => ({
  cells: [],
  reason: "",
  byName: "",
  at,
  revision: 3,
  before: {},
});
/** The stages in which a report submitted now is a 补报. */
const stagesOf = (report: Pick<Report, "firstSubmittedAt" | "returned" | "supplement">) =>
  STAGES.filter((stage: Stage) => {
    const at = { ...timetable("2026Q3", towns, UNOPENED, RESULT), stage, provisionalAt: RESULT };
    return isSupplementNow(report, at);
  });

describe("a report is a 补报", () => {
  test("when it first comes after the lock", () => {
    const first = { firstSubmittedAt: null, returned: null };
    expect(stagesOf(first)).toEqual(["locked", "provisional", "objections", "published"]);
  });
  test("when it came in time, was sent back, and the result did not wait for it", () => {
    const mended = { firstSubmittedAt: SENT, returned: returned(RESULT - 1) };
    expect(stagesOf(mended)).toEqual(["provisional", "objections", "published"]);
  });
  test("but not when it was in the provisional result and came back since", () => {
    const objected = { firstSubmittedAt: SENT, returned: returned(RESULT + 1) };
    expect(stagesOf(objected)).toEqual(["published"]);
  });
  test("for good: sent back and mended, it stays one", () => {
    const again = { firstSubmittedAt: RESULT, returned: returned(RESULT + 1), supplement: true } as const;
    expect(stagesOf(again)).toEqual([...STAGES]);
  });
});

describe("when a report came", () => {
  const sent = (day: string, time: string, more: Pick<Report, "supplement"> = {}) =>
    punctualityOf({ period: "2026Q3", firstSubmittedAt: shanghaiTime(day, time), ...more }, towns);
  test.each([
    ["2026-10-09", "10:00", { kind: "on_time" }],
    ["2026-10-15", "23:59", { kind: "on_time" }],
    ["2026-10-16", "00:00", { kind: "late", workingDays: 1 }],
    ["2026-10-17", "10:00", { kind: "late", workingDays: 1 }],
    ["2026-10-19", "10:00", { kind: "late", workingDays: 2 }],
    ["2026-10-23", "10:00", { kind: "late", workingDays: 6 }],
  ] as const)("due on 10-15, sent on %s at %s", (day, time, expected) => {
    expect(sent(day, time)).toEqual(expected);
  });
  test("is not said before it came, nor where no due day is known", () => {
    expect(punctualityOf({ period: "2026Q3", firstSubmittedAt: null }, towns)).toBeNull();
    const winter = shanghaiTime("2027-01-20", "10:00");
    expect(punctualityOf({ period: "2026Q4", firstSubmittedAt: winter }, towns)).toBeNull();
  });
  test("is late by nobody knows how much where only the due day is known", () => {
    const set = { period: "2026Q4", due: "2027-01-11", reason: "按市里通知" };
    const own = { deadline: { ...towns.deadline, overrides: [set] } };
    const on = (day: string) =>
      punctualityOf({ period: "2026Q4", firstSubmittedAt: shanghaiTime(day, "10:00") }, own);
    expect([on("2027-01-11"), on("2027-01-12")]).toEqual([{ kind: "on_time" }, { kind: "late_unknown" }]);
  });
  test("of a 补报 is no question of days", () => {
    expect(sent("2026-11-20", "10:00", { supplement: true })).toEqual({ kind: "supplement" });
  });
});
