import { describe, expect, test } from "vitest";
import { shanghaiTime } from "../../../src/domain/calendar/shanghai-time.ts";
import {
  checkProvisional,
  nextStep,
  refuseClose,
  refusePublish,
  type StepFacts,
} from "../../../src/domain/quarter/steps.ts";
import { type QuarterRecord, timetable, UNOPENED } from "../../../src/domain/quarter/timetable.ts";
import type { Report, Returned } from "../../../src/domain/report/report.ts";
import { towns } from "../programmes.ts";

// 2026Q3: due 10-15, locked after 10-29.

const NOW = shanghaiTime("2026-10-30", "10:00");
/** 18:00, two working days later. */
const UNTIL = shanghaiTime("2026-11-03", "18:00");
const OPEN: QuarterRecord = { ...UNOPENED, status: "open" };
const ANNOUNCED: QuarterRecord = { status: "closed", provisionalAt: NOW, objectionsUntil: UNTIL };
const PUBLISHED: QuarterRecord = { ...ANNOUNCED, status: "published" };
const RULES = { ...towns, objection: { workingDays: 2, overrides: [] } };
const PLAIN = { ...towns, objection: null };
type Rules = typeof RULES | typeof PLAIN;

const report = (town: string, status: Report["status"], more: Partial<Report> = {}) => ({
  town,
  status,
  returned: null,
  ...more,
});
const returned = (day: string): Returned => ({
  cells: [],
  reason: "",
  byName: "",
  at: shanghaiTime(day, "16:00"),
  revision: 3,
  before: {},
});
const APPROVED = ["qikou", "xinyi", "puming"].map((town) => report(town, "approved"));
/** Three of four towns approved; `fourth`: the state of the fourth one's report. */
const facts = (fourth = report("shuangchi", "draft"), change: Partial<StepFacts> = {}): StepFacts => ({
  towns: 4,
  reports: [...APPROVED, fourth],
  objectionsOpen: 0,
  ...change,
});
const all = facts(report("shuangchi", "approved"));
const at = (record: QuarterRecord, now: number) => timetable("2026Q3", towns, record, now);
const provisional = (record: QuarterRecord, given: StepFacts, now = NOW, rules: Rules = RULES) =>
  checkProvisional(at(record, now), given, rules, now);
const publish = (record: QuarterRecord, given: StepFacts, now = NOW, rules: Rules = RULES) =>
  refusePublish(at(record, now), given, rules, now);

describe("provisional scores", () => {
  test("go out after the lock, and say until when towns may object", () => {
    expect(provisional(OPEN, facts())).toEqual({ ok: true, until: UNTIL });
  });
  test.each(["2026-10-01", "2026-10-12", "2026-10-15", "2026-10-16", "2026-10-29"])(
    "do not go out on %s, while a town's report is still ranked",
    (day) => {
      const why = { reason: "before_lock", lock: "2026-10-29", missing: 1 };
      expect(provisional(OPEN, facts(), shanghaiTime(day, "17:00"))).toEqual({ ok: false, ...why });
    },
  );
  test("go out sooner once every town is approved, and only then", () => {
    const early = shanghaiTime("2026-10-13", "09:00");
    expect(provisional(OPEN, all, early)).toEqual({ ok: true, until: shanghaiTime("2026-10-15", "18:00") });
    const one = facts(report("shuangchi", "submitted"));
    expect(provisional(OPEN, one, early)).toMatchObject({ reason: "before_lock", missing: 1 });
  });
  test("wait for what is in review", () => {
    const given = facts(report("shuangchi", "submitted"));
    expect(provisional(OPEN, given)).toEqual({ ok: false, reason: "in_review", towns: ["shuangchi"] });
  });
  test("wait for what was sent back as long as its own days run, and no longer", () => {
    const given = (day: string) => facts(report("shuangchi", "returned", { returned: returned(day) }));
    const why = { reason: "returned", towns: ["shuangchi"], until: "2026-10-30" };
    expect(provisional(OPEN, given("2026-10-27"))).toEqual({ ok: false, ...why });
    expect(provisional(OPEN, given("2026-10-26"))).toMatchObject({ ok: true });
  });
  test("neither wait for a 补报 nor are made of one", () => {
    const late = report("shuangchi", "submitted", { supplement: true });
    expect(provisional(OPEN, facts(late))).toMatchObject({ ok: true });
    const only = facts(undefined, { reports: [report("shuangchi", "approved", { supplement: true })] });
    expect(provisional(OPEN, only)).toEqual({ ok: false, reason: "nothing_approved" });
  });
  test.each([
    ["where the programme has no such step", OPEN, facts(), "no_step", PLAIN],
    ["before the quarter is opened", UNOPENED, facts(), "not_open", RULES],
    ["twice", ANNOUNCED, facts(), "already", RULES],
    ["after publication", PUBLISHED, facts(), "published", RULES],
    ["with nothing approved", OPEN, facts(undefined, { reports: [] }), "nothing_approved", RULES],
  ] as const)("are refused %s", (_, record, given, reason, rules) => {
    expect(provisional(record, given, NOW, rules)).toMatchObject({ ok: false, reason });
  });
});

describe("publication", () => {
  test("follows the time for objections, to its last moment, and every answer", () => {
    expect(publish(OPEN, facts())).toEqual({ reason: "provisional_first" });
    expect(publish(ANNOUNCED, facts(), UNTIL)).toEqual({ reason: "objection_days", until: UNTIL });
    const open = facts(undefined, { objectionsOpen: 2 });
    expect(publish(ANNOUNCED, open, UNTIL + 1)).toEqual({ reason: "objections_open", open: 2 });
    expect(publish(ANNOUNCED, facts(), UNTIL + 1)).toBeNull();
  });
  test("waits for a report opened again because of an objection, until it is approved or its days are over", () => {
    const again = facts(report("shuangchi", "submitted"));
    expect(publish(ANNOUNCED, again, UNTIL + 1)).toEqual({ reason: "in_review", towns: ["shuangchi"] });
    const mending = facts(report("shuangchi", "returned", { returned: returned("2026-11-03") }));
    expect(publish(ANNOUNCED, mending, UNTIL + 1)).toMatchObject({ reason: "returned", until: "2026-11-06" });
    expect(publish(ANNOUNCED, mending, shanghaiTime("2026-11-07", "09:00"))).toBeNull();
  });
  test("does not wait for a 补报", () => {
    const late = report("shuangchi", "submitted", { supplement: true });
    expect(publish(ANNOUNCED, facts(late), UNTIL + 1)).toBeNull();
  });
  test("where a programme has no time for objections comes after the lock, or once every town is approved", () => {
    const due = shanghaiTime("2026-10-15", "09:00");
    expect(publish(OPEN, facts(), due, PLAIN)).toMatchObject({ reason: "before_lock", missing: 1 });
    expect(publish(OPEN, all, due, PLAIN)).toBeNull();
    expect(publish(OPEN, facts(), NOW, PLAIN)).toBeNull();
  });
});

describe("in a year without a calendar", () => {
  const winter = shanghaiTime("2027-01-14", "10:00");
  const q4 = timetable("2026Q4", towns, OPEN, winter);
  test("nothing is announced before every town is approved or the office has locked it by hand", () => {
    const why = { reason: "before_lock", lock: null, missing: 1 };
    expect(checkProvisional(q4, facts(), RULES, winter)).toEqual({ ok: false, ...why });
    expect(refuseClose(q4, facts())).toBeNull();
  });
  test("the time for objections is not guessed: both steps name the year", () => {
    const why = { reason: "calendar_unknown", year: 2027 };
    expect(checkProvisional(q4, all, RULES, winter)).toEqual({ ok: false, ...why });
    expect(refusePublish(q4, all, RULES, winter)).toEqual(why);
  });
});

describe("locking by hand", () => {
  test("takes nobody's days away where the lock day is known", () => {
    const late = at(OPEN, shanghaiTime("2026-10-20", "10:00"));
    expect(refuseClose(late, facts())).toEqual({ reason: "before_lock", lock: "2026-10-29", missing: 1 });
    expect(refuseClose(late, all)).toBeNull();
    expect(refuseClose(at(OPEN, NOW), facts())).toBeNull();
  });
  test.each([
    [UNOPENED, "not_open"],
    [ANNOUNCED, "already"],
    [PUBLISHED, "published"],
  ] as const)("is refused for a quarter that is not open, or further on", (record, reason) => {
    expect(refuseClose(at(record, NOW), facts())).toEqual({ reason });
  });
});

describe("the next step", () => {
  const next = (record: QuarterRecord, now: number, rules: Rules = RULES) =>
    nextStep(at(record, now), facts(), rules, now);
  test("is the provisional scores, then publication, then nothing", () => {
    expect(next(OPEN, NOW)).toEqual({ step: "provisional", waits: null });
    const waits = { reason: "objection_days", until: UNTIL };
    expect(next(ANNOUNCED, NOW)).toEqual({ step: "publish", waits });
    expect(next(ANNOUNCED, UNTIL + 1)).toEqual({ step: "publish", waits: null });
    expect(next(PUBLISHED, NOW)).toEqual({ step: "published" });
    expect(next(OPEN, NOW, PLAIN)).toEqual({ step: "publish", waits: null });
  });
});
