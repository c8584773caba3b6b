import { describe, expect, test } from "vitest";
import { costOfLeaving, costOfNoPhotos, costOfReturn } from "../../../src/domain/explain/points-at-stake.ts";
import { type Entrant, rankQuarter } from "../../../src/domain/ranking/ranking.ts";
import { newlyDue } from "../../../src/domain/report/newly-due.ts";
import { openingContent } from "../../../src/domain/report/plan.ts";
import { type Report, startReport } from "../../../src/domain/report/report.ts";
import { sentAt, workedEntrants } from "../../fixtures/worked-reports.ts";
import { towns } from "../programmes.ts";

// The estimate beside a button equals what the ranking of the whole quarter deducts: both ways are compared.

const others = workedEntrants(towns, "2026Q3").filter(({ report }) => report.town !== "qikou");
const sections = towns.areas.map(({ id }) => id);

/** 碛口 as observed: three of four due items of every area done, a fifth becomes due in the third quarter. */
function seen(excused: string[] = []): Entrant {
  const [own] = workedEntrants(towns, "2026Q3").filter(({ report }) => report.town === "qikou");
  if (!own) throw new Error("碛口 is not in the worked example");
  const five = towns.areas.flatMap(({ items }) => items.slice(0, 5).map(({ id }, i) => [id, i < 4 ? 1 : 3]));
  const before = structuredClone(own.report.content);
  for (const { id, items } of towns.areas) {
    const four = items.slice(0, 4).map(({ id: item }, i) => [item, i < 3 ? 100 : 0]);
    before.areas[id] = { items: Object.fromEntries(four), words: { progress: "", next: "", problem: "" } };
  }
  const basis = {
    ...own.basis,
    plan: { ...own.basis.plan, dueFrom: Object.fromEntries(five) },
    earlier: [{ period: "2026Q2" as const, content: before }],
  };
  const content = { ...own.report.content, areas: openingContent(basis).areas };
  return { report: { ...own.report, content, returns: 0, missingPhotos: [] }, basis, excused };
}

function scoreInRanking(own: Entrant, change: Partial<Report> = {}): number {
  const entrants = [...others, { ...own, report: { ...own.report, ...change } }];
  const { result } = rankQuarter(towns, "2026Q3", entrants, null);
  return result.rows.find(({ town }) => town === "qikou")?.unrounded ?? Number.NaN;
}

function withDone(own: Entrant, section: string, items: string[]): Entrant {
  const report = structuredClone(own.report);
  for (const item of items) Object.assign(report.content.areas[section]?.items ?? {}, { [item]: 100 });
  return { ...own, report };
}

describe("an item that has come due", () => {
  test("is named until its area is saved, and only where it was not due before", () => {
    const { report, basis } = seen();
    expect(newlyDue(report, basis, "facilities")).toEqual(["facilities.5"]);
    const saved = { facilities: { revision: 2, by: "ou_1", name: "王", at: 0 } };
    expect(newlyDue({ ...report, saved }, basis, "facilities")).toEqual([]);
    expect(newlyDue(report, basis, "investment")).toEqual([]);
    expect(newlyDue(report, { ...basis, earlier: [] }, "facilities")).toEqual([]);
  });

  test.each(sections)("of %s costs what the ranking takes for leaving it", (section) => {
    const own = seen();
    const items = newlyDue(own.report, own.basis, section);
    const lost = scoreInRanking(withDone(own, section, items)) - scoreInRanking(own);
    expect(lost).toBeGreaterThan(0.5);
    expect(costOfLeaving(own, towns.scheme, items)).toBeCloseTo(lost, 9);
  });

  test("of every area together cost what the ranking takes for leaving them all", () => {
    const own = seen();
    const items = sections.map((section) => newlyDue(own.report, own.basis, section));
    const done = sections.reduce((entrant, section, i) => withDone(entrant, section, items[i] ?? []), own);
    const lost = scoreInRanking(done) - scoreInRanking(own);
    expect(costOfLeaving(own, towns.scheme, items.flat())).toBeCloseTo(lost, 9);
  });

  test("costs the same while money, image progress and the day of reporting are unknown", () => {
    const own = seen();
    const { investment, image } = startReport({ ...own.basis, earlier: [] }).content;
    const blank = { ...own.report.content, investment, image };
    const unknown = { ...own, report: { ...own.report, content: blank, firstSubmittedAt: null } };
    expect(costOfLeaving(unknown, towns.scheme, ["facilities.5"])).toBeCloseTo(
      costOfLeaving(own, towns.scheme, ["facilities.5"]),
      9,
    );
  });

  test("costs nothing where it is excused", () => {
    const own = seen(["facilities.5"]);
    expect(costOfLeaving(own, towns.scheme, ["facilities.5"])).toBe(0);
  });
});

describe("a return", () => {
  test("costs what the ranking takes for it", () => {
    const own = seen();
    const lost = scoreInRanking(own) - scoreInRanking(own, { returns: 1 });
    expect(lost).toBeGreaterThan(0);
    expect(costOfReturn(own, towns.scheme)).toBeCloseTo(lost, 9);
  });

  test("costs nothing the second time", () => {
    const own = seen();
    const again = { ...own, report: { ...own.report, returns: 1 } };
    expect(scoreInRanking(again)).toBe(scoreInRanking(again, { returns: 2 }));
    expect(costOfReturn(again, towns.scheme)).toBe(0);
  });
});

test("a missing photo costs what the ranking takes for it", () => {
  const own = seen();
  const report = { ...own.report, firstSubmittedAt: sentAt(towns, "2026Q3", 0) };
  const lost = scoreInRanking({ ...own, report }) - scoreInRanking(own, { missingPhotos: ["image"] });
  expect(lost).toBeGreaterThan(0);
  expect(costOfNoPhotos({ ...own, report }, towns.scheme, ["image"])).toBeCloseTo(lost, 9);
  expect(costOfNoPhotos({ ...own, report }, towns.scheme, [])).toBe(0);
});
