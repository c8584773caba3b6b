import fc from "fast-check";
import { afterEach, describe, expect, test, vi } from "vitest";
import { type PeriodId, periodOf } from "../../../src/domain/calendar/period.ts";
import {
  addDays,
  shanghaiClock,
  shanghaiDay,
  shanghaiTime,
} from "../../../src/domain/calendar/shanghai-time.ts";
import {
  addWorkingDays,
  isWorkingDay,
  isYearKnown,
  setNoticeYears,
  workingDaysBetween,
} from "../../../src/domain/calendar/working-days.ts";
import { isWorkingHour, nextWorkingHour } from "../../../src/domain/calendar/working-hours.ts";
import { daysLate, dueDate, lockDate } from "../../../src/domain/quarter/dates.ts";
import { towns, villages } from "../programmes.ts";

const due = (period: PeriodId, programme = towns) => {
  const answer = dueDate(period, programme);
  return answer.known ? answer.due : `unknown ${answer.year}`;
};

describe("wall time in Shanghai", () => {
  test("a day begins at 16:00 UTC of the day before", () => {
    expect(shanghaiDay(Date.parse("2026-10-15T15:59:59Z"))).toBe("2026-10-15");
    expect(shanghaiDay(Date.parse("2026-10-15T16:00:00Z"))).toBe("2026-10-16");
  });
  test("31 December turns into 1 January at Shanghai's midnight", () => {
    const midnight = shanghaiTime("2027-01-01", "00:00");
    expect(new Date(midnight).toISOString()).toBe("2026-12-31T16:00:00.000Z");
    expect([shanghaiDay(midnight - 1), shanghaiDay(midnight)]).toEqual(["2026-12-31", "2027-01-01"]);
    expect(addDays("2026-12-31", 1)).toBe("2027-01-01");
  });
  test("a day and time read back as they were written", () => {
    fc.assert(
      fc.property(
        fc.date({ min: new Date("2004-01-01"), max: new Date("2035-12-31"), noInvalidDate: true }),
        (d) => {
          const ms = Math.floor(d.getTime() / 60_000) * 60_000;
          expect(shanghaiTime(shanghaiDay(ms), shanghaiClock(ms))).toBe(ms);
        },
      ),
    );
  });
  test.each(["2026-02-30", "2026-13-01", "26-1-1", "", "2026-1-1"])("%j is no day", (day) => {
    expect(() => addDays(day, 1)).toThrow("no such day");
  });
  test.each(["24:00", "9:00", "09:60", ""])("%j is no time", (time) => {
    expect(() => shanghaiTime("2026-01-01", time)).toThrow("no such time");
  });
});

describe("working days", () => {
  afterEach(() => {
    vi.unstubAllEnvs();
  });

  test.each([
    ["2026-09-20", true],
    ["2026-10-10", true],
    ["2026-01-04", true],
    ["2026-02-14", true],
    ["2026-10-11", false],
    ["2026-10-01", false],
    ["2026-10-07", false],
    ["2026-10-08", true],
    ["2026-09-25", false],
    ["2026-02-23", false],
    ["2026-12-31", true],
  ])("%s: working %s", (day, working) => {
    expect(isWorkingDay(day)).toBe(working);
  });
  test.each(["America/Los_Angeles", "Pacific/Kiritimati", "UTC", "Asia/Shanghai"])(
    "the answer does not depend on the machine standing in %s",
    (name) => {
      vi.stubEnv("TZ", name);
      expect(new Intl.DateTimeFormat().resolvedOptions().timeZone).toBe(name);
      expect(
        ["2026-09-30", "2026-10-01", "2026-10-07", "2026-10-08", "2026-10-10"].map((day) =>
          isWorkingDay(day),
        ),
      ).toEqual([true, false, false, true, true]);
    },
  );
  test("years 2004 to 2026 are known, the ones around them are not", () => {
    const known = Array.from({ length: 40 }, (_, i) => 2000 + i).filter((year) => isYearKnown(year));
    expect([known[0], known.at(-1), known.length]).toEqual([2004, 2026, 23]);
    expect(isWorkingDay("2027-01-04")).toBe("unknown");
  });
  test("counting forward and back steps over holidays and onto make-up days", () => {
    expect(addWorkingDays("2026-09-30", 1)).toEqual({ known: true, day: "2026-10-08" });
    expect(addWorkingDays("2026-10-09", 1)).toEqual({ known: true, day: "2026-10-10" });
    expect(addWorkingDays("2026-10-15", -5)).toEqual({ known: true, day: "2026-10-09" });
    expect(addWorkingDays("2026-10-03", 0)).toEqual({ known: true, day: "2026-10-03" });
  });
  test("counting into a year without a calendar is refused, naming the year", () => {
    expect(addWorkingDays("2026-12-31", 1)).toEqual({ known: false, year: 2027 });
    expect(workingDaysBetween("2026-12-31", "2027-01-08")).toEqual({ known: false, year: 2027 });
    expect(workingDaysBetween("2026-12-30", "2026-12-31")).toEqual({ known: true, days: 1 });
  });
  test("a year adopted later is counted, and no longer once it is withdrawn", () => {
    const counted = () => [workingDaysBetween("2026-12-31", "2027-01-08"), addWorkingDays("2026-12-31", 5)];
    const unknown = { known: false, year: 2027 };
    expect(counted()).toEqual([unknown, unknown]);
    const newYear = [1, 2, 3].map((n) => ({ day: `2027-01-0${n}`, name: "元旦" }));
    setNoticeYears([{ year: 2027, holidays: newYear, workdays: [] }]);
    expect(counted()).toEqual([
      { known: true, days: 5 },
      { known: true, day: "2027-01-08" },
    ]);
    setNoticeYears([]);
    expect(counted()).toEqual([unknown, unknown]);
  });
  test("counting and adding agree", () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 330 }), fc.integer({ min: 0, max: 20 }), (offset, n) => {
        const from = addDays("2026-01-01", offset);
        const to = addWorkingDays(from, n);
        if (to.known) expect(workingDaysBetween(from, to.day)).toEqual({ known: true, days: n });
      }),
    );
  });
});

describe("due dates", () => {
  test.each([
    ["2025Q4", "2026-01-12"],
    ["2026Q1", "2026-04-10"],
    ["2026Q2", "2026-07-09"],
    ["2026Q3", "2026-10-15"],
  ] as const)("%s is due on %s", (period, day) => {
    expect(due(period)).toBe(day);
  });
  test("the fourth quarter of 2026 is not dated until the 2027 arrangement is loaded", () => {
    expect(dueDate("2026Q4", towns)).toEqual({ known: false, year: 2027 });
    expect(lockDate("2026Q4", towns)).toEqual({ known: false, year: 2027 });
    expect(daysLate("2026Q4", towns, shanghaiTime("2027-01-20", "10:00"))).toEqual({
      known: false,
      year: 2027,
    });
  });
  test("the reason names the holidays that fell inside, each once", () => {
    expect(dueDate("2026Q3", towns)).toMatchObject({
      reason: { kind: "working_days", n: 7, holidays: ["国庆节"], holidaysEn: ["National Day"] },
    });
    expect(dueDate("2026Q2", towns)).toMatchObject({ reason: { n: 7, holidays: [] } });
    expect(dueDate("2025Q4", towns)).toMatchObject({ reason: { holidays: ["元旦"] } });
  });
  test("a pack may set a date of its own, with a reason", () => {
    expect(dueDate("2026Q2", villages)).toEqual({
      known: true,
      due: "2026-07-15",
      reason: { kind: "override", text: "防汛值守，报送顺延" },
    });
    expect(due("2026Q1", villages)).toBe("2026-04-08");
  });
  test("a date of its own is known even in a year without a calendar, its lock is not", () => {
    const set = { period: "2026Q4", due: "2027-01-11", reason: "按市里通知" };
    const programme = { deadline: { ...towns.deadline, overrides: [set] } };
    expect(dueDate("2026Q4", programme)).toMatchObject({ known: true, due: "2027-01-11" });
    expect(lockDate("2026Q4", programme)).toEqual({ known: false, year: 2027 });
  });
  test("a due date is always a working day", () => {
    for (let year = 2004; year < 2026; year += 1)
      for (const quarter of [1, 2, 3, 4]) expect(isWorkingDay(due(periodOf(year, quarter)))).toBe(true);
  });
});

describe("lateness (scoring.md 2)", () => {
  test.each([
    ["2026-10-15", "23:59", 0],
    ["2026-10-09", "10:00", 0],
    ["2026-10-16", "00:00", 1],
    ["2026-10-17", "10:00", 1],
    ["2026-10-19", "10:00", 2],
    ["2026-10-23", "10:00", 6],
  ])("due on 10-15, sent on %s %s: %i working days late", (day, time, days) => {
    expect(daysLate("2026Q3", towns, shanghaiTime(day, time))).toEqual({ known: true, days });
  });
});

describe("working hours", () => {
  const hour = (day: string, time: string) => isWorkingHour(shanghaiTime(day, time));
  const next = (day: string, time: string) => {
    const answer = nextWorkingHour(shanghaiTime(day, time));
    return answer.known ? `${shanghaiDay(answer.at)} ${shanghaiClock(answer.at)}` : `unknown ${answer.year}`;
  };
  test("nine to six on a working day, make-up Saturdays included", () => {
    expect([hour("2026-10-09", "08:59"), hour("2026-10-09", "09:00")]).toEqual([false, true]);
    expect([hour("2026-10-09", "17:59"), hour("2026-10-09", "18:00")]).toEqual([true, false]);
    expect([hour("2026-10-10", "10:00"), hour("2026-10-11", "10:00")]).toEqual([true, false]);
    expect([hour("2027-01-04", "10:00"), hour("2027-01-04", "20:00")]).toEqual(["unknown", false]);
  });
  test.each([
    ["2026-10-09", "10:30", "2026-10-09 10:30"],
    ["2026-10-09", "07:00", "2026-10-09 09:00"],
    ["2026-10-09", "18:00", "2026-10-10 09:00"],
    ["2026-10-10", "20:00", "2026-10-12 09:00"],
    ["2026-10-01", "10:00", "2026-10-08 09:00"],
    ["2026-12-31", "19:00", "unknown 2027"],
  ])("from %s %s the next is %s", (day, time, at) => {
    expect(next(day, time)).toBe(at);
  });
});
