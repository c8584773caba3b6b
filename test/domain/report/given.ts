import type { Person, Role } from "../../../src/domain/programme/people.ts";
import type { Command, Decision, Situation } from "../../../src/domain/report/command.ts";
import type { Basis, ReportContent } from "../../../src/domain/report/content.ts";
import { decide } from "../../../src/domain/report/decide.ts";
import type { RawInputs } from "../../../src/domain/report/inputs.ts";
import { type Report, type ReportStatus, startReport } from "../../../src/domain/report/report.ts";
import { villages } from "../programmes.ts";
import { quarterIn } from "../quarter/quarters.ts";

// 桃园村 in 2026Q3: its second quarter approved, a plan with one project, no anomalies. The starting point of
// the tables.

export const NOW = Date.parse("2026-10-09T10:00:00+08:00");

const person = (openId: string, role: Role, area: string): Person => ({
  openId,
  name: openId.replace("ou_", ""),
  role,
  area,
  locale: "zh-CN",
});
export const official = person("ou_official", "town_official", "taoyuan");
export const deputy = person("ou_deputy", "town_official", "taoyuan");
export const reviewer = person("ou_reviewer", "county_reviewer", "heyang");
export const office = person("ou_office", "city_office", "");
/** People on the roster who are not involved in this report. */
export const others = [
  person("ou_neighbour", "town_official", "liuquan"),
  person("ou_abroad", "county_reviewer", "qingping"),
  person("ou_leader", "leader", ""),
  person("ou_department", "department", ""),
];

const secondQuarter: ReportContent = {
  areas: {
    roads: {
      items: { "roads.1": 100, "roads.2": 40 },
      words: { progress: "主村道已硬化完成。", next: "安装路灯。", problem: "" },
    },
    water: {
      items: { "water.1": 60, "water.2": 20, "water.3": 0 },
      words: { progress: "水源井已成井。", next: "铺设管网。", problem: "水泵采购延期。" },
    },
  },
  investment: { plan: 400, cumulative: 180, sources: { collective: 100, pairing: 80 }, words: "" },
  image: {
    projects: [{ id: "lane", name: "村道整修", total: 500, planned: 50, actual: 48 }],
    words: "",
  },
};

export const basis: Basis = {
  programme: villages,
  town: "taoyuan",
  period: "2026Q3",
  plan: {
    investment: 400,
    dueFrom: null,
    projects: [{ id: "lane", name: "村道整修", total: 500, planned: [20, 50, 75, 100] }],
  },
  earlier: [{ period: "2026Q2", content: secondQuarter }],
};
/** The same town in its first quarter, without a plan. */
export const firstBasis: Basis = {
  ...basis,
  plan: { investment: null, dueFrom: null, projects: [] },
  earlier: [],
};

/** 桃园村's input for a normal quarter, in which all figures are consistent. */
export const quarter: RawInputs = {
  "investment/cumulative": "300",
  "investment/source.collective": "160",
  "investment/source.pairing": "140",
  "image/project.lane.actual": "72%",
  "roads/item.roads.2": "70",
};

export const situation = (actor: Person, over: Partial<Situation> = {}): Situation => ({
  basis,
  quarter: quarterIn("open"),
  actor,
  now: NOW,
  ...over,
});

export const save = (raw: RawInputs, section: string, baseRevision = 1): Command => ({
  kind: "save",
  raw,
  section,
  baseRevision,
});
export const submit: Command = { kind: "submit", photos: {}, withoutPhotos: false };
export const approve = (report: Report): Command => ({
  kind: "approve",
  baseRevision: report.submittedRevision ?? 0,
});
export const returnCells = (report: Report, cells: string[], reason = "请核对"): Command => ({
  kind: "return",
  cells,
  reason,
  baseRevision: report.submittedRevision ?? 0,
});

/** The report after a command, which must succeed. */
export function done(command: Command, report: Report, at: Situation): Report {
  const decision = decide(command, report, at);
  if (!decision.ok) throw new Error(`${command.kind} was refused: ${JSON.stringify(decision.refusal)}`);
  return decision.report;
}

/** Why a command was refused; "done" or "repeated" if it was not. */
export function outcome(decision: Decision): string {
  if (!decision.ok) return decision.refusal.reason;
  return decision.repeated ? "repeated" : "done";
}

export const opened = (): Report => startReport(basis);
export const filled = (): Report => done(save(quarter, "investment"), opened(), situation(official));
export const submitted = (): Report => done(submit, filled(), situation(official));
/** Two returned cells: an amount and an item. */
export const returned = (): Report => {
  const report = submitted();
  const cells = ["investment/source.collective", "roads/item.roads.2"];
  return done(returnCells(report, cells), report, situation(reviewer));
};
export const approved = (): Report => {
  const report = submitted();
  return done(approve(report), report, situation(reviewer));
};

export const inState: Record<ReportStatus, () => Report> = { draft: filled, submitted, returned, approved };
