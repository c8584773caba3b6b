import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { addDays, shanghaiTime } from "../../../src/domain/calendar/shanghai-time.ts";
import { workingDaysBetween } from "../../../src/domain/calendar/working-days.ts";
import { isWorkingHour } from "../../../src/domain/calendar/working-hours.ts";
import type { OwedItem } from "../../../src/domain/reminders/owed-item.ts";
import {
  planReminders,
  type Reminder,
  type TakenStep,
} from "../../../src/domain/reminders/plan-reminders.ts";
import { towns as luliang } from "../programmes.ts";

const REPORT: OwedItem = {
  id: "report 2026Q3/qikou",
  kind: "report",
  owes: { kind: "town", slug: "qikou" },
  town: "qikou",
  period: "2026Q3",
  subject: "",
  title: "",
  openedOn: "2026-10-08",
  due: "2026-10-15",
  movedOn: null,
};

/**
 * Passes the working days of a time span, performing every planned reminder; `moved` may change the item on a
 * day.
 */
function walk(
  item: OwedItem,
  from: string,
  to: string,
  moved: (day: string, item: OwedItem) => OwedItem | null = (_day, same) => same,
): Array<{ day: string; chase: Reminder }> {
  const taken: TakenStep[] = [];
  const said: Array<{ day: string; chase: Reminder }> = [];
  let now: OwedItem | null = item;
  for (let day = from; day <= to; day = addDays(day, 1)) {
    now = now && moved(day, now);
    if (!now || isWorkingHour(shanghaiTime(day, "10:00")) !== true) continue;
    for (const chase of planReminders([now], day, luliang, taken)) {
      taken.push({ item: now.id, since: chase.since, step: chase.step });
      said.push({ day, chase });
    }
  }
  return said;
}
const told = (said: ReturnType<typeof walk>) =>
  said.map(({ day, chase }) => `${day} ${chase.to} ${chase.days}`);

const countOf = (after: string, through: string) => {
  const count = workingDaysBetween(after, through);
  return count.known ? count.days : Number.NaN;
};

describe("a report nobody sends in", () => {
  test("is left alone for three working days, reminded two before and on the day, then climbs the ladder", () => {
    expect(told(walk(REPORT, "2026-10-01", "2026-11-10"))).toEqual([
      "2026-10-13 owner 2",
      "2026-10-15 owner 0",
      "2026-10-16 owner 1",
      "2026-10-20 principal 3",
      "2026-10-22 county_group 5",
      "2026-10-26 leading_group 7",
    ]);
  });
  test("with time enough is reminded of five working days before at the earliest", () => {
    const early = { ...REPORT, openedOn: "2026-09-01" };
    expect(told(walk(early, "2026-09-01", "2026-10-15"))).toEqual([
      "2026-10-09 owner 5",
      "2026-10-13 owner 2",
      "2026-10-15 owner 0",
    ]);
  });
  test("that was opened three working days before its day is reminded of once it is overdue", () => {
    const late = { ...REPORT, openedOn: "2026-10-12" };
    expect(told(walk(late, "2026-10-12", "2026-10-19"))).toEqual(["2026-10-16 owner 1"]);
  });
  test("stops at once when it is sent in", () => {
    const said = walk(REPORT, "2026-10-01", "2026-11-10", (day, item) => (day >= "2026-10-19" ? null : item));
    expect(told(said).at(-1)).toBe("2026-10-16 owner 1");
  });
  test("begins the ladder anew, privately, when its town saves something after the due day", () => {
    const saved = (day: string, item: OwedItem) => ({
      ...item,
      movedOn: day >= "2026-10-21" ? "2026-10-21" : null,
    });
    expect(told(walk(REPORT, "2026-10-16", "2026-11-10", saved))).toEqual([
      "2026-10-16 owner 1",
      "2026-10-20 principal 3",
      "2026-10-22 owner 5",
      "2026-10-26 principal 7",
      "2026-10-28 county_group 9",
      "2026-10-30 leading_group 11",
    ]);
  });
  test("after days without a round goes on where it stood: nothing is public before it was private", () => {
    const taken: TakenStep[] = [];
    const say = (day: string) => {
      const [chase] = planReminders([REPORT], day, luliang, taken);
      if (chase) taken.push({ item: REPORT.id, since: chase.since, step: chase.step });
      return chase?.to;
    };
    expect(["2026-11-02", "2026-11-03", "2026-11-04", "2026-11-05", "2026-11-06"].map(say)).toEqual([
      "owner",
      "principal",
      "county_group",
      "leading_group",
      undefined,
    ]);
  });
  test("is not late where the year's calendar is not known", () => {
    const item = { ...REPORT, due: null };
    expect(planReminders([item], "2027-01-20", luliang, [])).toEqual([]);
    expect(planReminders([{ ...REPORT, due: "2026-12-31" }], "2027-01-20", luliang, [])).toEqual([]);
  });
});

test("what a day was named for is spoken of once ahead and on its day; all else but a report only on its day", () => {
  const days = (change: Partial<OwedItem>) =>
    walk({ ...REPORT, openedOn: "2026-09-21", ...change }, "2026-10-01", "2026-10-15").map(
      ({ chase }) => chase.days,
    );
  expect(days({ kind: "record", ahead: true })).toEqual([5, 0]);
  expect((["returned", "review", "record"] as const).map((kind) => days({ kind }))).toEqual([[0], [0], [0]]);
});

test("the ladder is the pack's: other days, other listeners", () => {
  const programme = { ...luliang, ladder: [{ day: 2, to: "county_group" as const }] };
  expect(planReminders([REPORT], "2026-10-16", programme, [])).toEqual([]);
  expect(planReminders([REPORT], "2026-10-19", programme, [])[0]?.to).toBe("county_group");
});

test("whatever moves when: at most one word a day and item, the public steps only after the private ones", () => {
  const day = fc.integer({ min: 0, max: 40 }).map((n) => addDays("2026-10-08", n));
  fc.assert(
    fc.property(fc.uniqueArray(day, { maxLength: 6 }), (moves) => {
      const said = walk(REPORT, "2026-10-08", "2026-11-20", (today, item) => {
        const last =
          moves
            .filter((move) => move < today)
            .sort()
            .at(-1) ?? null;
        return { ...item, movedOn: last };
      });
      expect(new Set(said.map((one) => one.day)).size).toBe(said.length);
      for (const { chase } of said.filter((one) => one.chase.to === "leading_group")) {
        const before = said.filter((one) => one.chase.since === chase.since && one.chase.step > 0);
        expect(before.map((one) => one.chase.to)).toEqual([
          "owner",
          "principal",
          "county_group",
          "leading_group",
        ]);
      }
    }),
    { numRuns: 100 },
  );
});

test("whenever it is opened and due: no reminder in the first three working days, nor earlier than five before", () => {
  const day = fc.integer({ min: 0, max: 60 }).map((n) => addDays("2026-09-01", n));
  fc.assert(
    fc.property(day, fc.integer({ min: 0, max: 40 }), (openedOn, window) => {
      const due = addDays(openedOn, window);
      for (const { day: today, chase } of walk({ ...REPORT, openedOn, due }, openedOn, due)) {
        expect(countOf(openedOn, today)).toBeGreaterThan(3);
        expect(countOf(today, due)).toBeLessThanOrEqual(5);
        expect(chase.to).toBe("owner");
      }
    }),
    { numRuns: 200 },
  );
});

test("what nobody else may know of is said to whoever owes it, and never above them or in a group", () => {
  const confidential: OwedItem = { ...REPORT, id: "record m1 proposed", kind: "record", confidential: true };
  expect(told(walk(confidential, "2026-10-01", "2026-11-10"))).toEqual([
    "2026-10-15 owner 0",
    "2026-10-16 owner 1",
  ]);
});

test("what is asked in private is said to those above whoever owes it, and in no group", () => {
  const quiet: OwedItem = { ...REPORT, id: "record q1 asked", kind: "record", quietly: true };
  expect(told(walk(quiet, "2026-10-01", "2026-11-10"))).toEqual([
    "2026-10-15 owner 0",
    "2026-10-16 owner 1",
    "2026-10-20 principal 3",
  ]);
});
