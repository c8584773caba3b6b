import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type PeriodId, periodOf } from "../../../src/domain/calendar/period.ts";
import { shanghaiClock, shanghaiDay, shanghaiTime } from "../../../src/domain/calendar/shanghai-time.ts";
import {
  changesAfter,
  type QuarterRecord,
  STAGES,
  timetable,
  UNOPENED,
} from "../../../src/domain/quarter/timetable.ts";
import { towns } from "../programmes.ts";

// 2026Q3: ended on 09-30, due 10-15, locked after 10-29. The objection window of the provisional scores of
// 11-02 ends on 11-04 at 18:00.

const OPEN: QuarterRecord = { ...UNOPENED, status: "open" };
const CLOSED: QuarterRecord = { ...UNOPENED, status: "closed" };
const UNTIL = shanghaiTime("2026-11-04", "18:00");
const ANNOUNCED: QuarterRecord = {
  status: "closed",
  provisionalAt: shanghaiTime("2026-11-02", "10:00"),
  objectionsUntil: UNTIL,
};
const PUBLISHED: QuarterRecord = { ...ANNOUNCED, status: "published" };
const at = (record: QuarterRecord, day: string, time = "10:00", period: PeriodId = "2026Q3") =>
  timetable(period, towns, record, shanghaiTime(day, time));

describe("the stage a quarter is in", () => {
  test.each([
    ["never opened, still running", UNOPENED, "2026-09-30", "23:59", "opening"],
    ["never opened, over", UNOPENED, "2026-10-01", "00:00", "opening"],
    ["never opened, long past its lock", UNOPENED, "2026-12-01", "10:00", "opening"],
    ["opened while it runs", OPEN, "2026-09-30", "23:59", "opening"],
    ["opened", OPEN, "2026-10-01", "00:00", "open"],
    ["in the last minute of its due day", OPEN, "2026-10-15", "23:59", "open"],
    ["in the first minute after it", OPEN, "2026-10-16", "00:00", "late"],
    ["in the last minute of its lock day", OPEN, "2026-10-29", "23:59", "late"],
    ["in the first minute after it, though nobody has closed it yet", OPEN, "2026-10-30", "00:00", "locked"],
    ["closed", CLOSED, "2026-10-30", "09:00", "locked"],
    ["announced", ANNOUNCED, "2026-11-02", "10:00", "provisional"],
    ["in the last moment for objections", ANNOUNCED, "2026-11-04", "18:00", "provisional"],
    ["after it", ANNOUNCED, "2026-11-04", "18:01", "objections"],
    ["months after it", ANNOUNCED, "2027-02-04", "10:00", "objections"],
    ["published", PUBLISHED, "2026-11-05", "10:00", "published"],
  ] as const)("%s", (_, record, day, time, stage) => {
    expect(at(record, day, time).stage).toBe(stage);
  });

  test("comes with its days and why they are those", () => {
    expect(at(OPEN, "2026-10-09")).toMatchObject({
      due: "2026-10-15",
      lock: "2026-10-29",
      unknownYear: null,
      reason: { kind: "working_days", holidays: ["国庆节"] },
    });
  });
});

describe("a quarter whose calendar is not known", () => {
  test("has no days, names the year, and stays open until the office locks it", () => {
    const may = at(OPEN, "2027-05-20", "10:00", "2026Q4");
    expect(may).toMatchObject({ stage: "open", due: null, lock: null, reason: null, unknownYear: 2027 });
    expect(at(CLOSED, "2027-05-20", "10:00", "2026Q4")).toMatchObject({ stage: "locked", unknownYear: 2027 });
    expect(changesAfter("2026Q4", towns, OPEN, shanghaiTime("2027-01-04", "10:00"))).toEqual([]);
  });
  test("with a due day of the pack's own is late after it, and its lock is still unknown", () => {
    const set = { period: "2026Q4", due: "2027-01-11", reason: "按市里通知" };
    const own = { deadline: { ...towns.deadline, overrides: [set] } };
    const on = (day: string) => timetable("2026Q4", own, OPEN, shanghaiTime(day, "10:00"));
    expect(on("2027-01-11")).toMatchObject({
      stage: "open",
      due: "2027-01-11",
      lock: null,
      unknownYear: 2027,
    });
    expect(on("2027-03-11")).toMatchObject({ stage: "late", lock: null });
  });
});

describe("when time alone changes the stage", () => {
  const said = (record: QuarterRecord, day: string) =>
    changesAfter("2026Q3", towns, record, shanghaiTime(day, "10:00")).map(
      ({ at: moment, stage }) => `${shanghaiDay(moment)} ${shanghaiClock(moment)} ${stage}`,
    );
  test("an open quarter falls late, then locks", () => {
    expect(said(OPEN, "2026-10-09")).toEqual(["2026-10-16 00:00 late", "2026-10-30 00:00 locked"]);
    expect(said(OPEN, "2026-10-20")).toEqual(["2026-10-30 00:00 locked"]);
    expect(said(OPEN, "2026-11-20")).toEqual([]);
  });
  test("one opened while it runs begins when it is over", () => {
    expect(said(OPEN, "2026-09-20")[0]).toBe("2026-10-01 00:00 open");
  });
  test("the time for objections ends after its last moment", () => {
    expect(changesAfter("2026Q3", towns, ANNOUNCED, UNTIL)).toEqual([{ at: UNTIL + 1, stage: "objections" }]);
  });
  test("a quarter nobody opened, a locked one and a published one wait for people", () => {
    for (const record of [UNOPENED, CLOSED, PUBLISHED]) expect(said(record, "2026-10-09")).toEqual([]);
  });

  const DAY = 86_400_000;
  const records = fc
    .record({
      status: fc.constantFrom("open", "closed", "published", null),
      announced: fc.option(fc.integer({ min: 0, max: 60 }), { nil: null }),
    })
    .map(({ status, announced }): QuarterRecord => {
      const from = shanghaiTime("2026-01-05", "10:00");
      const provisionalAt = announced === null ? null : from + announced * DAY;
      return {
        status,
        provisionalAt,
        objectionsUntil: provisionalAt === null ? null : provisionalAt + 2 * DAY,
      };
    });
  const from = shanghaiTime("2025-09-01", "00:00");
  test("between now and the next change, and between two of them, the stage is one and the same", () => {
    fc.assert(
      fc.property(
        records,
        fc.constantFrom(periodOf(2025, 3), periodOf(2025, 4), periodOf(2026, 1)),
        fc.integer({ min: 0, max: 300 * 1440 }),
        fc.double({ min: 0, max: 1, noNaN: true, maxExcluded: true }),
        (record, period, minutes, share) => {
          const now = from + minutes * 60_000;
          const changes = changesAfter(period, towns, record, now);
          const begins = [now, ...changes.map(({ at: moment }) => moment)];
          const stages = [timetable(period, towns, record, now).stage, ...changes.map(({ stage }) => stage)];
          for (const [i, begin] of begins.entries()) {
            const end = begins[i + 1] ?? begin + 400 * DAY;
            const moment = Math.min(end - 1, Math.floor(begin + (end - begin) * share));
            expect(timetable(period, towns, record, moment).stage).toBe(stages[i]);
          }
        },
      ),
      { numRuns: 500 },
    );
  });
  test("a stage never goes back by time alone", () => {
    const days = fc.integer({ min: 0, max: 600 });
    fc.assert(
      fc.property(records, days, days, (record, a, b) => {
        const order = (day: number) =>
          STAGES.indexOf(timetable("2025Q4", towns, record, from + day * DAY).stage);
        // Objections are dated after their quarter, when scores are announced.
        fc.pre(from + Math.min(a, b) * DAY > shanghaiTime("2026-01-01", "00:00"));
        expect(order(Math.min(a, b))).toBeLessThanOrEqual(order(Math.max(a, b)));
      }),
    );
  });
});
