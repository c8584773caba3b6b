import { expect, test } from "vitest";
import { followPlan } from "../../../src/domain/plan/follow-plan.ts";
import type { Basis } from "../../../src/domain/report/content.ts";
import { UNPLANNED } from "../../../src/domain/report/plan.ts";
import { type Report, startReport } from "../../../src/domain/report/report.ts";
import type { YearPlan } from "../../../src/domain/report/year-plan.ts";
import { towns } from "../programmes.ts";

// A plan that is adopted or changed while a town fills in its quarter.

const PLAN: YearPlan = {
  investment: 12000,
  dueFrom: { "facilities.1": 1, "facilities.2": 3 },
  projects: [{ id: "p1", name: "古镇保护", total: 18000, planned: [20, 45, 80, 100] }],
};
const basis = (plan: YearPlan): Basis => ({
  programme: towns,
  town: "qikou",
  period: "2026Q2",
  plan,
  earlier: [],
});
const saved = { revision: 2, by: "ou_1", name: "李", at: 0 };
const report = (plan: YearPlan, change: Partial<Report> = {}): Report => ({
  ...startReport(basis(plan)),
  ...change,
});

test("what the plan knows is in the report from now on, and only what is due is asked", () => {
  const after = followPlan(report(UNPLANNED), basis(UNPLANNED), basis(PLAN));
  expect(after).toMatchObject({ revision: 2, saved: {} });
  expect(after?.content).toEqual(startReport(basis(PLAN)).content);
});

test("what was entered stays, whatever the plan says of it", () => {
  const before = report(PLAN, { saved: { image: saved, facilities: saved, investment: saved } });
  before.content.areas.facilities = {
    items: { "facilities.1": 60 },
    words: { progress: "已开工", next: "", problem: "" },
  };
  before.content.investment = { ...before.content.investment, cumulative: 5000, words: "到位" };
  before.content.image.projects = [
    { id: "p1", name: "古镇保护", total: 18000, planned: 45, actual: 41 },
    { id: "own2", name: "码头", total: 900, planned: 10, actual: 5 },
  ];
  const [first] = PLAN.projects;
  const moved: YearPlan = {
    investment: 15000,
    dueFrom: { "facilities.1": 1, "facilities.2": 2 },
    projects: first ? [{ ...first, planned: [20, 50, 80, 100] }] : [],
  };
  const after = followPlan(before, basis(PLAN), basis(moved));
  expect(after?.content.areas.facilities).toEqual({
    items: { "facilities.1": 60, "facilities.2": 0 },
    words: { progress: "已开工", next: "", problem: "" },
  });
  expect(after?.content.investment).toMatchObject({ plan: 15000, cumulative: 5000, words: "到位" });
  expect(after?.content.image.projects).toEqual([
    { id: "p1", name: "古镇保护", total: 18000, planned: 50, actual: 41 },
    { id: "own2", name: "码头", total: 900, planned: 10, actual: 5 },
  ]);
});

test("a project dropped from the plan leaves the report unless its progress was entered", () => {
  const dropped = { ...PLAN, projects: [] };
  expect(followPlan(report(PLAN), basis(PLAN), basis(dropped))?.content.image.projects).toEqual([]);
  const entered = report(PLAN, { saved: { image: saved } });
  entered.content.image.projects = [{ id: "p1", name: "古镇保护", total: 18000, planned: 45, actual: 41 }];
  expect(followPlan(entered, basis(PLAN), basis(dropped))).toBeNull();
});

test("a report that is handed in does not follow; one the plan says nothing new about neither", () => {
  for (const status of ["submitted", "approved"] as const)
    expect(followPlan(report(PLAN, { status }), basis(PLAN), basis({ ...PLAN, investment: 1 }))).toBeNull();
  expect(followPlan(report(PLAN), basis(PLAN), basis(PLAN))).toBeNull();
  expect(
    followPlan(report(PLAN, { status: "returned" }), basis(PLAN), basis({ ...PLAN, investment: 1 })),
  ).not.toBeNull();
});
