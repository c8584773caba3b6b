import { describe, expect, test } from "vitest";
import {
  checkProvisional,
  checkPublish,
  nextStep,
  type QuarterFacts,
} from "../../src/domain/quarter-steps.ts";
import { shanghaiTime } from "../../src/domain/shanghai-time.ts";

const NOW = shanghaiTime("2026-10-23", "16:00");
const UNTIL = shanghaiTime("2026-10-27", "18:00");
const facts = (change: Partial<QuarterFacts> = {}): QuarterFacts => ({
  status: "open",
  inReview: [],
  approved: 12,
  objection: { workingDays: 2, overrides: [] },
  objectionsUntil: null,
  objectionsOpen: 0,
  ...change,
});
const announced = { status: "closed", objectionsUntil: UNTIL } as const;

describe("provisional scores", () => {
  test("may go out once everything handed in is reviewed, and say until when", () => {
    expect(checkProvisional("2026Q3", facts(), NOW)).toEqual({ ok: true, until: UNTIL });
  });
  test.each([
    ["where the programme has no such step", { objection: null }, "no_step"],
    ["before the quarter is opened", { status: null }, "not_open"],
    ["twice", announced, "already"],
    ["after publication", { ...announced, status: "published" }, "published"],
    ["while a report is in review", { inReview: ["qikou"] }, "in_review"],
    ["with nothing approved", { approved: 0 }, "nothing_approved"],
  ] as const)("may not %s", (_, change, reason) => {
    const given = "inReview" in change ? { inReview: [...change.inReview] } : change;
    expect(checkProvisional("2026Q3", facts(given), NOW)).toMatchObject({ ok: false, reason });
  });
  test("wait in a year without a calendar, and so does publication", () => {
    const winter = shanghaiTime("2027-01-14", "10:00");
    const why = { reason: "calendar_unknown", year: 2027 };
    expect(checkProvisional("2026Q4", facts(), winter)).toEqual({ ok: false, ...why });
    expect(checkPublish("2026Q4", facts(), winter)).toEqual(why);
  });
});

describe("publication", () => {
  test("follows the time for objections, to its last moment, and every answer", () => {
    expect(checkPublish("2026Q3", facts(), NOW)).toEqual({ reason: "provisional_first" });
    expect(checkPublish("2026Q3", facts(announced), UNTIL)).toEqual({
      reason: "objection_window",
      until: UNTIL,
    });
    const open = facts({ ...announced, objectionsOpen: 2 });
    expect(checkPublish("2026Q3", open, UNTIL + 1)).toEqual({ reason: "objections_open", open: 2 });
    expect(checkPublish("2026Q3", facts(announced), UNTIL + 1)).toBeNull();
  });
  test("waits for a report that was opened again because of an objection", () => {
    const again = facts({ ...announced, inReview: ["qikou"] });
    expect(checkPublish("2026Q3", again, UNTIL + 1)).toEqual({ reason: "in_review", towns: ["qikou"] });
  });
  test("comes at once where a programme has no time for objections", () => {
    expect(checkPublish("2026Q3", facts({ objection: null }), NOW)).toBeNull();
  });
});

describe("the next step", () => {
  test.each([
    ["provisional scores first", {}, NOW, { step: "provisional", waits: null }],
    [
      "then publication, which waits",
      announced,
      NOW,
      { step: "publish", waits: { reason: "objection_window", until: UNTIL } },
    ],
    ["then publication", announced, UNTIL + 1, { step: "publish", waits: null }],
    [
      "publication alone without a time for objections",
      { objection: null },
      NOW,
      { step: "publish", waits: null },
    ],
    ["nothing once it is published", { status: "published" }, NOW, { step: "published" }],
  ] as const)("is %s", (_, change, now, expected) => {
    expect(nextStep("2026Q3", facts(change), now)).toEqual(expected);
  });
});
