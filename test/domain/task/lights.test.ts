import { describe, expect, test } from "vitest";
import { shanghaiTime } from "../../../src/domain/calendar/shanghai-time.ts";
import { scheduledShare, standingOf } from "../../../src/domain/task/lights.ts";
import { type Task, taskOf } from "../../../src/domain/task/task.ts";
import { towns as programme } from "../programmes.ts";
import * as given from "./given.ts";

const { having, item, land, official } = given;
const opened = taskOf(given.opened);

const on = (task: Task, day: string) => standingOf(task, shanghaiTime(day, "10:00"), programme);

describe("scheduled progress", () => {
  test("is the share of the last milestone whose day is over", () => {
    const at = (day: string) => scheduledShare(opened, day);
    expect(
      ["2026-03-01", "2026-05-29", "2026-05-30", "2026-08-31", "2026-09-01", "2026-09-30", "2026-10-01"].map(
        at,
      ),
    ).toEqual([0, 0, 30, 30, 70, 70, 100]);
  });

  test("runs with the calendar where there are no milestones", () => {
    const plain = { ...opened, steps: [], start: "2026-04-01", due: "2026-04-10" };
    expect(
      ["2026-03-31", "2026-04-01", "2026-04-02", "2026-04-06", "2026-04-10", "2026-04-11"].map((day) =>
        scheduledShare(plain, day),
      ),
    ).toEqual([0, 0, 10, 50, 90, 100]);
    expect(scheduledShare({ ...plain, due: "2026-04-01" }, "2026-04-02")).toBe(100);
  });
});

describe("the light", () => {
  const at = (percent: number): Task => ({ ...opened, percent });

  test("is yellow behind schedule by more than the pack's green allows: below 90 % of it", () => {
    expect(on(at(27), "2026-06-15").light).toBe("green");
    expect(on(at(26.9), "2026-06-15").light).toBe("yellow");
    expect(on(at(0), "2026-06-15")).toMatchObject({ light: "yellow", scheduled: 30 });
    expect(on(at(0), "2026-04-01").light).toBe("green");
  });

  test("is blue within five working days of the due day, and yellow where it is behind as well", () => {
    // 23 to 30 September 2026: the 24th, 28th, 29th and 30th are working days, and so is Sunday the 20th; the
    // 25th to 27th are Mid-Autumn.
    expect(on(at(70), "2026-09-22").light).toBe("blue");
    expect(on(at(70), "2026-09-18").light).toBe("green");
    expect(on(at(50), "2026-09-22").light).toBe("yellow");
  });

  test("is red from the day having, counting working days", () => {
    expect(on(at(90), "2026-09-30")).toMatchObject({ light: "blue", overdue: 0 });
    expect(on(at(90), "2026-10-01")).toMatchObject({ light: "red", overdue: 0 });
    expect(on(at(90), "2026-10-10")).toMatchObject({ light: "red", overdue: 3, scheduled: 100 });
  });

  test("is grey before it begins, before it is agreed to, when it is closed, and while a department clears the way", () => {
    expect(on({ ...opened, start: "2026-07-01" }, "2026-06-15").light).toBe("grey");
    expect([given.proposed, given.closed].map((task) => on(taskOf(task), "2026-10-20").light)).toEqual([
      "grey",
      "grey",
    ]);
    const blocked = having(item, [official, "block", { department: "department.land", reason: "手续" }]);
    expect(on(taskOf(blocked), "2026-07-20").light).toBe("red");
    expect(on(taskOf(having(blocked, [land, "accept_block"])), "2026-07-20")).toMatchObject({
      light: "grey",
      overdue: 0,
    });
  });

  test("is green while its end is being confirmed, late or not", () => {
    expect(on(taskOf(given.closing), "2026-10-20")).toMatchObject({ light: "green", overdue: 0 });
  });

  test("a year without a calendar is said to be unconfirmed, and nothing is counted", () => {
    const later = { ...at(0), start: "2028-01-03", due: "2028-02-14", steps: [] };
    expect(on(later, "2028-02-10")).toMatchObject({ unconfirmed: true, light: "yellow" });
    expect(on({ ...later, percent: 95 }, "2028-02-10").light).toBe("blue");
    expect(on(later, "2028-02-20")).toMatchObject({ light: "red", overdue: null, unconfirmed: true });
    expect(on(at(0), "2026-06-15").unconfirmed).toBe(false);
  });
});
