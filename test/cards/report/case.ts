import { readFileSync } from "node:fs";
import type { ReportView } from "../../../cards/report/view.ts";
import { problemLine } from "../../../src/domain/programme/pack-problem.ts";
import type { Locale, Person } from "../../../src/domain/programme/people.ts";
import { type Programme, parsePack } from "../../../src/domain/programme/programme.ts";
import { type Cell, sectionCells } from "../../../src/domain/report/cells.ts";
import type { Situation } from "../../../src/domain/report/command.ts";
import {
  type Basis,
  type Project,
  type ReportContent,
  sectionsOf,
} from "../../../src/domain/report/content.ts";
import { openingContent } from "../../../src/domain/report/plan.ts";
import { type Report, startReport } from "../../../src/domain/report/report.ts";
import { quarterIn } from "../../domain/quarter/quarters.ts";
import { manyPhotos } from "../pictures/photos.ts";

// A quarter of 碛口 halfway through its window, and the largest content of a card.

export const realPack = pack("db/programmes/luliang-ten-towns.json");
export const villages = pack("test/fixtures/villages.json");

export const NOW = Date.UTC(2026, 9, 12, 2, 32);
export const official: Person = {
  openId: "ou_town",
  name: "王某",
  role: "town_official",
  area: "qikou",
  locale: "zh-CN",
};

function pack(path: string): Programme {
  const parsed = parsePack(JSON.parse(readFileSync(path, "utf8")));
  if (!parsed.ok) throw new Error(parsed.problems.map(problemLine).join("\n"));
  return parsed.programme;
}

/** 碛口 in 2026Q3: two approved quarters, two projects of the plan, most items under way. */
export function qikou(): Basis {
  const first = contentOf(realPack, { percent: 40, cumulative: 1800, actual: 15 });
  const second = contentOf(realPack, { percent: 60, cumulative: 4560, actual: 38 });
  const items = second.areas.facilities?.items ?? {};
  items["facilities.1"] = 100;
  items["facilities.2"] = 100;
  return {
    programme: realPack,
    town: "qikou",
    period: "2026Q3",
    plan: {
      investment: 12_000,
      dueFrom: null,
      projects: [
        { id: "p1", name: "古镇客栈群修缮", total: 9000, planned: [15, 40, 75, 100] },
        { id: "p2", name: "黄河码头景观带", total: 7000, planned: [15, 40, 75, 100] },
      ],
    },
    earlier: [
      { period: "2026Q1", content: first },
      { period: "2026Q2", content: second },
    ],
  };
}

/**
 * The same, but four items in each area were due so far, three of them done, and a fifth becomes due this
 * quarter.
 */
export function qikouFifthDue(): Basis {
  const basis = qikou();
  const areas = basis.programme.areas;
  const due = areas.flatMap(({ items }) => items.slice(0, 5).map(({ id }, i) => [id, i < 4 ? 1 : 3]));
  for (const { content } of basis.earlier)
    for (const { id, items } of areas) {
      const words = { progress: "", next: "", problem: "" };
      const four = items.slice(0, 4).map(({ id: item }, i) => [item, i < 3 ? 100 : 0]);
      content.areas[id] = { items: Object.fromEntries(four), words };
    }
  return { ...basis, plan: { ...basis.plan, dueFrom: Object.fromEntries(due) } };
}

function contentOf(
  programme: Programme,
  of: { percent: number; cumulative: number; actual: number },
): ReportContent {
  const areas = programme.areas.map((area) => [
    area.id,
    {
      items: Object.fromEntries(area.items.map((item) => [item.id, of.percent])),
      words: { progress: "", next: "", problem: "" },
    },
  ]);
  const [source] = programme.fundSources;
  return {
    areas: Object.fromEntries(areas),
    investment: {
      plan: 12_000,
      cumulative: of.cumulative,
      sources: source ? { [source.id]: of.cumulative } : {},
      words: "",
    },
    image: {
      projects: [
        { id: "p1", name: "古镇客栈群修缮", total: 9000, planned: 40, actual: of.actual },
        { id: "p2", name: "黄河码头景观带", total: 7000, planned: 40, actual: of.actual },
      ],
      words: "",
    },
  };
}

export function viewOf(basis: Basis, change: Partial<ReportView> = {}): ReportView {
  const town = basis.programme.towns.find((t) => t.slug === basis.town);
  if (!town) throw new Error(`no town ${basis.town}`);
  return {
    programme: basis.programme,
    town,
    report: startReport(basis),
    basis,
    quarter: quarterIn("open"),
    photos: {},
    pictures: [],
    locale: "zh-CN",
    viewer: official.openId,
    ...change,
  };
}

export function situation(basis: Basis, actor: Person = { ...official, area: basis.town }): Situation {
  return { basis, quarter: quarterIn("open"), actor, now: NOW };
}

/** 1,000 Chinese characters. */
export const LONG = "填".repeat(1000);
const LONG_NAME = "项".repeat(60);

/**
 * Every text at full length, every item in progress and different, and sixteen projects of the town's own
 * with the longest names.
 */
export function worst(programme: Programme, locale: Locale): ReportView {
  const [town] = programme.towns;
  if (!town) throw new Error("a pack without towns");
  const blank: Basis = {
    programme,
    town: town.slug,
    period: "2026Q3",
    plan: { investment: null, dueFrom: null, projects: [] },
    earlier: [],
  };
  const earlier = [1, 2].map((n) => ({ period: `2026Q${n}` as const, content: full(blank, 10 * n) }));
  const basis: Basis = {
    ...blank,
    earlier: earlier.map(({ content }, i) => ({ period: i === 0 ? "2026Q1" : "2026Q2", content })),
  };
  const saved = sectionsOf(programme).map((section) => [
    section,
    { revision: 3, by: "ou_other", name: "欧".repeat(30), at: NOW },
  ]);
  const report: Report = {
    ...startReport(basis),
    revision: 123_456,
    content: full(basis, 37),
    saved: Object.fromEntries(saved),
    pending: sectionsOf(programme).map((section) => ({ by: official.openId, section, raw: {}, at: NOW })),
  };
  const photos = Object.fromEntries(sectionsOf(programme).map((section) => [section, 99]));
  const holidays = { holidays: ["国庆节", "中秋节"], holidaysEn: ["National Day", "Mid-autumn Festival"] };
  const reason = { kind: "working_days", n: 7, ...holidays } as const;
  return viewOf(basis, {
    report,
    photos,
    pictures: manyPhotos(sectionsOf(programme)),
    locale,
    notice: LONG,
    quarter: { ...quarterIn("late"), reason },
  });
}

function full(basis: Basis, percent: number): ReportContent {
  const opening = openingContent(basis);
  const areas = basis.programme.areas.map((area) => [
    area.id,
    {
      items: Object.fromEntries(area.items.map((item, i) => [item.id, percent + i / 100])),
      words: { progress: LONG, next: LONG, problem: LONG },
    },
  ]);
  const projects = Array.from(
    { length: 16 },
    (_, i): Project => ({
      id: `own${i + 1}`,
      name: LONG_NAME,
      total: 60_000,
      planned: percent + i / 100,
      actual: percent / 2 + i / 100,
    }),
  );
  const sources = basis.programme.fundSources.map((s): [string, number] => [s.id, 1000.25 * percent]);
  const cumulative = sources.reduce((sum, [, amount]) => sum + amount, 0);
  return {
    ...opening,
    areas: Object.fromEntries(areas),
    investment: {
      plan: 900_000 + percent,
      cumulative,
      sources: Object.fromEntries(sources),
      words: LONG,
    },
    image: { projects, words: LONG },
  };
}

/** Every cell of the report. */
export function allCells(view: ReportView): Cell[] {
  return sectionsOf(view.programme).flatMap((section) =>
    sectionCells(section, view.report.content, view.basis),
  );
}
