import { describe, expect, test } from "vitest";
import type { ProcedureRecord } from "../../../src/domain/procedure/record.ts";
import { begin, take } from "../../../src/domain/procedure/take.ts";
import type { Person, Role } from "../../../src/domain/programme/people.ts";
import { rectification } from "../../../src/domain/visit/rectification.ts";
import { visitSummary } from "../../../src/domain/visit/summary.ts";
import { planOf, visit } from "../../../src/domain/visit/visit.ts";
import { towns } from "../programmes.ts";

const person = (openId: string, role: Role, area = ""): Person => ({
  ...{ openId, name: openId, role, area },
  locale: "zh-CN",
});
const office = person("ou_office", "city_office");
const inspector = person("ou_inspector", "department", "housing");
const day = (text: string) => Date.parse(`${text}T10:00:00+08:00`);
const at = (actor: Person, now = "2026-10-14") => ({ actor, now: day(now), programme: towns, evidence: 0 });
const people = [{ id: inspector.openId, name: "冯", nameEn: "Feng" }];
const draft = {
  towns: ["xinyi", "qikou", "wutong"],
  order: "",
  from: "2026-10-14",
  to: "",
  team: ["ou_inspector"],
};

function plan(change: Record<string, unknown> = {}, id = "v1", now = "2026-10-12") {
  const origin = { id, town: "", period: "", ref: "" };
  return begin(visit, origin, "plan", { ...draft, people, ...change }, at(office, now));
}
function ok(taken: ReturnType<typeof begin>): ProcedureRecord {
  if (!taken.ok) throw new Error(JSON.stringify(taken.refusal));
  return taken.record;
}
const note = (record: ProcedureRecord, place: string, verdict: string, what: string, now?: string) =>
  take(visit, record, "note", { place, verdict, what, photos: [] }, at(inspector, now));

describe("a visit's plan", () => {
  test.each([
    ["of no town", { towns: [] }, "not_chosen"],
    ["of a town the programme has not", { towns: ["beijing"] }, "unknown_choice"],
    ["with nobody", { team: [] }, "not_chosen"],
    ["with somebody who is not on the roster", { team: ["ou_nobody"] }, "unknown_choice"],
    ["that ends before it begins", { to: "2026-10-13" }, "before_start"],
    ["in the past", { from: "2026-10-09" }, "date_past"],
    ["on a day off without a reason", { from: "2026-10-17" }, "not_working_day"],
    ["in an order that names none of its towns", { order: "先南后北" }, "unknown_order"],
  ] as const)("%s is refused", (_, change, reason) => {
    expect(plan(change)).toMatchObject({ ok: false, refusal: { reason } });
  });

  test("takes a day off with a reason, and the order people write", () => {
    const record = ok(plan({ from: "2026-10-17", day_off: "汛期", order: "碛口，梧桐" }));
    expect(planOf(record)).toMatchObject({ towns: ["qikou", "wutong", "xinyi"], to: "2026-10-17" });
  });

  test.each([
    ["of one day stays of one day when it moves", "", "2026-10-16", "2026-10-16"],
    ["keeps its length when it moves behind its last day", "2026-10-15", "2026-10-20", "2026-10-21"],
    ["ends when it was to when only its beginning moves", "2026-10-16", "2026-10-15", "2026-10-16"],
  ] as const)("%s", (_, to, from, ends) => {
    const record = ok(plan({ to }));
    const moved = take(
      visit,
      record,
      "change",
      { ...draft, people, from, to: planOf(record).to },
      at(office),
    );
    expect(planOf(ok(moved)).to).toBe(ends);
  });

  test("can be changed once its first day is past, if that day stays", () => {
    const record = ok(plan({ to: "2026-10-16" }));
    const change = (from: string) =>
      take(visit, record, "change", { ...draft, people, from, to: "2026-10-16" }, at(office, "2026-10-15"));
    expect(change("2026-10-14").ok).toBe(true);
    expect(change("2026-10-13")).toMatchObject({ ok: false, refusal: { reason: "date_past" } });
  });
});

describe("notes on site", () => {
  test("are about towns of the visit alone, from its day on, and each once", () => {
    const record = ok(plan());
    const reason = (taken: ReturnType<typeof take>) => (taken.ok ? "" : taken.refusal.reason);
    expect(reason(note(record, "qikou", "nothing", "", "2026-10-13"))).toBe("not_begun");
    expect(reason(note(record, "jinluo", "nothing", ""))).toBe("unknown_choice");
    expect(reason(note(record, "qikou", "mend", ""))).toBe("empty");
    const noted = ok(note(record, "qikou", "mend", "驳岸坍塌"));
    expect(reason(note(noted, "qikou", "mend", "驳岸坍塌"))).toBe("noted");
    expect(noted).toMatchObject({ town: "", state: "under_way", due: "2026-10-19" });
  });

  test("are added to whatever was noted since the card was drawn; a plan is not changed so", () => {
    const record = ok(plan());
    const noted = ok(note(record, "qikou", "nothing", ""));
    const drawnBefore = { ...at(inspector), revision: record.revision };
    const second = { place: "xinyi", verdict: "nothing", what: "", photos: [] };
    expect(take(visit, noted, "note", second, drawnBefore).ok).toBe(true);
    const changed = ok(take(visit, record, "change", { ...draft, people }, at(office, "2026-10-13")));
    const late = { ...at(office, "2026-10-13"), revision: record.revision };
    const cancel = take(visit, changed, "cancel", { reason: "改期" }, late);
    expect(cancel).toMatchObject({ ok: false, refusal: { reason: "stale" } });
  });

  test("are owed for every town, or a reason why there is none", () => {
    const noted = ok(note(ok(plan()), "qikou", "nothing", ""));
    const finish = (left_out: string) =>
      take(visit, noted, "finish", { summary: "平稳", left_out }, at(inspector));
    expect(finish("")).toMatchObject({
      ok: false,
      refusal: { reason: "unvisited", about: "信义镇、梧桐镇" },
    });
    expect(finish("塌方封路").ok).toBe(true);
    const cancel = take(visit, noted, "cancel", { reason: "改期" }, at(office));
    expect(cancel).toMatchObject({ ok: false, refusal: { reason: "wrong_state" } });
  });
});

test("a quarter's inspections are summed up: visits, towns, findings, and counties without one", () => {
  const noted = ok(note(ok(note(ok(plan()), "qikou", "mend", "驳岸坍塌")), "xinyi", "praise", "街面整洁"));
  const later = ok(plan({ towns: ["jinluo"], from: "2026-11-05" }, "v2"));
  const last = ok(plan({ towns: ["kaishan"], from: "2026-09-30" }, "v0", "2026-09-29"));
  const found = begin(
    rectification,
    { id: "r1", town: "", period: "", ref: "v1" },
    "find",
    { town: "qikou", finding: "驳岸坍塌", photos: [] },
    at(office),
  );
  const records = { visits: [last, noted, later], mendings: [ok(found)] };
  const summary = visitSummary(towns, "2026Q4", records, "2026-10-20");
  expect(summary).toMatchObject({
    ...{ visits: 1, planned: 1, towns: ["xinyi", "qikou"], closed: 0 },
    praised: [{ place: "xinyi", what: "街面整洁" }],
    mendings: [{ town: "qikou", state: "found" }],
    open: [{ finding: "驳岸坍塌", late: true }],
    awaited: ["xiaoyi", "zhongyang"],
  });
  expect(summary.unplanned).toEqual(
    towns.counties
      .map(({ slug }) => slug)
      .filter((slug) => !["lishi", "linxian", "xiaoyi", "zhongyang"].includes(slug)),
  );
});

describe("what somebody outside the visit reports", () => {
  const record = ok(plan());
  const outsider = (role: Role, area: string, openId = "ou_else") => person(openId, role, area);
  test.each([
    ["a reviewer of a county it does not go to", outsider("county_reviewer", "lanxian")],
    ["a reviewer of a county it does go to", outsider("county_reviewer", "lishi")],
    ["an official of a town that is visited", outsider("town_official", "qikou")],
    ["a department's officer who is not of the team", outsider("department", "housing")],
  ])("is refused: %s", (_, actor) => {
    const values = { place: "qikou", verdict: "praise", what: "好", photos: [] };
    for (const step of ["note", "report"] as const)
      expect(take(visit, record, step, values, at(actor))).toMatchObject({ ok: false });
  });

  test("and so is one on a town that is not visited", () => {
    expect(note(record, "puming", "praise", "好")).toMatchObject({
      ok: false,
      refusal: { reason: "unknown_choice" },
    });
  });
});
