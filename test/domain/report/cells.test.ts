import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { sectionCard } from "../../../cards/report/section.ts";
import type { ReportView } from "../../../cards/report/view.ts";
import { townBySlug } from "../../../src/domain/programme/programme.ts";
import {
  findCell,
  isReturnable,
  newProjectCells,
  sectionCells,
  sectionOf,
} from "../../../src/domain/report/cells.ts";
import { type ReportContent, sectionsOf } from "../../../src/domain/report/content.ts";
import { applyInputs, type RawInputs } from "../../../src/domain/report/inputs.ts";
import { cents } from "../../../src/domain/report/money.ts";
import { openingContent } from "../../../src/domain/report/plan.ts";
import { startReport } from "../../../src/domain/report/report.ts";
import { followSums } from "../../../src/domain/report/sums.ts";
import { quarterIn } from "../quarter/quarters.ts";
import { basis, firstBasis, NOW, official, opened } from "./given.ts";

const content = openingContent(basis);
const keys = (section: string, of = basis) =>
  sectionCells(section, openingContent(of), of).map((cell) => cell.key);

describe("the cells of a section, in the order a form shows them", () => {
  test("an area: its due items, then words", () => {
    expect(keys("roads")).toEqual([
      "roads/item.roads.1",
      "roads/item.roads.2",
      "roads/progress",
      "roads/next",
      "roads/problem",
    ]);
    const plan = { ...basis.plan, dueFrom: { "roads.1": 3, "roads.2": 4 } };
    expect(keys("roads", { ...basis, plan })[1]).toBe("roads/progress");
  });
  test("investment: plan, cumulative, this quarter, every fund source of the pack", () => {
    expect(keys("investment")).toEqual([
      "investment/plan",
      "investment/cumulative",
      "investment/quarter",
      "investment/source.collective",
      "investment/source.pairing",
      "investment/source.donation",
      "investment/words",
    ]);
  });
  test("image: each project's cost, planned and actual", () => {
    expect(keys("image")).toEqual([
      "image/project.lane.total",
      "image/project.lane.planned",
      "image/project.lane.actual",
      "image/words",
    ]);
    expect(keys("image", firstBasis)).toEqual(["image/words"]);
    expect(newProjectCells(basis.programme).map((cell) => cell.key)).toContain("image/project.new.name");
  });
  test("a section the programme does not have has none", () => {
    expect(keys("harbour")).toEqual([]);
    expect(findCell("harbour/progress", content, basis)).toBeUndefined();
    expect(findCell("progress", content, basis)).toBeUndefined();
    expect([sectionOf("roads/next"), sectionOf("roads")]).toEqual(["roads", ""]);
  });
});

test("nothing is asked whose answer is known: finished items, the office's plan, planned progress", () => {
  const known = sectionsOf(basis.programme).flatMap((section) =>
    sectionCells(section, content, basis)
      .filter((cell) => cell.known)
      .map((cell) => cell.key),
  );
  expect(known).toEqual([
    "roads/item.roads.1",
    "investment/plan",
    "image/project.lane.total",
    "image/project.lane.planned",
  ]);
});

test("every cell shows what it was a quarter ago; sums of another year are not compared", () => {
  const value = (key: string, of = basis) => {
    const cell = findCell(key, openingContent(of), of);
    return cell && [cell.value, cell.previous];
  };
  expect(value("investment/cumulative")).toEqual([180, 180]);
  expect(value("investment/quarter")).toEqual([0, null]);
  expect(value("roads/item.roads.2")).toEqual([40, 40]);
  expect(value("water/problem")).toEqual(["水泵采购延期。", "水泵采购延期。"]);
  expect(value("water/progress")).toEqual(["", "水源井已成井。"]);
  const newYear = { ...basis, period: "2027Q1" as const };
  expect(value("investment/cumulative", newYear)).toEqual([null, null]);
  expect(value("image/project.lane.actual", newYear)).toEqual([48, 48]);
});

test("what follows from other cells, and what is empty, cannot be sent back", () => {
  const cell = (key: string) => findCell(key, content, basis);
  const returnable = (key: string) => {
    const found = cell(key);
    return found !== undefined && isReturnable(found);
  };
  expect(returnable("investment/quarter")).toBe(false);
  expect(returnable("investment/source.donation")).toBe(false);
  expect(returnable("roads/progress")).toBe(false);
  expect(returnable("water/item.water.3")).toBe(true);
});

test("money has two decimals and no binary dust", () => {
  expect([cents(0.1 + 0.2), cents(1.005), cents(8820.004)]).toEqual([0.3, 1, 8820]);
});

/** What a client sends for an unchanged card: every input with its initial content. */
function boxes(node: unknown): RawInputs {
  if (Array.isArray(node)) return Object.assign({}, ...node.map(boxes));
  if (typeof node !== "object" || node === null) return {};
  const { tag, name, default_value: text = "", initial_option: option } = { ...fields, ...node };
  if (tag === "input") return { [name]: text };
  if (tag === "select_static") return { [name]: option };
  return Object.assign({}, ...Object.values(node).map(boxes));
}
const fields = { tag: "", name: "", default_value: "", initial_option: "" };

describe("round trip", () => {
  const town = townBySlug(basis.programme, basis.town);
  if (!town) throw new Error("no town");
  const amount = fc.integer({ min: 0, max: 100_000_000 }).map((n) => n / 100);
  const percent = fc.integer({ min: 0, max: 10_000 }).map((n) => n / 100);
  const words = fc.string({ maxLength: 40, unit: "grapheme" }).map((text) => text.trim());
  const contents = fc
    .record({
      items: fc.array(percent, { minLength: 5, maxLength: 5 }),
      text: words,
      sources: fc.dictionary(fc.constantFrom("collective", "pairing", "donation"), amount),
      actual: percent,
      own: fc.record({ total: amount, planned: percent, actual: percent }),
    })
    .map(({ items, text, sources, actual, own }): ReportContent => {
      const next = openingContent(firstBasis);
      let i = 0;
      for (const area of Object.values(next.areas)) {
        for (const id of Object.keys(area.items)) area.items[id] = items[i++] ?? 0;
        area.words = { progress: text, next: text, problem: text };
      }
      const sum = cents(Object.values(sources).reduce((a, b) => a + b, 0));
      next.investment = { plan: 1_000_000, cumulative: sum, sources, words: text };
      next.image.words = text;
      next.image.projects = [
        { id: "own1", name: "甲", total: 1_000_000, planned: 60, actual },
        { id: "own2", name: "乙", ...own },
      ];
      return next;
    });

  test("a form posted back untouched changes nothing, saved or not", () => {
    fc.assert(
      fc.property(contents, fc.boolean(), (now, saved) => {
        fc.pre((now.investment.cumulative ?? 0) <= 1_000_000);
        const report = startReport(firstBasis);
        // An unsaved value is not a given one.
        if (!saved) now.investment = followSums({ ...now.investment, cumulative: null }, 0);
        const by = { revision: 1, by: official.openId, name: official.name, at: NOW };
        const view: ReportView = {
          programme: basis.programme,
          town,
          report: { ...report, content: now, saved: saved ? { investment: by } : {} },
          basis: firstBasis,
          quarter: quarterIn("open", basis.programme),
          photos: {},
          pictures: [],
          locale: "zh-CN",
          viewer: official.openId,
        };
        const raw = Object.assign(
          {},
          ...sectionsOf(basis.programme).map((section) => boxes(sectionCard({ ...view, section }))),
        );
        expect(Object.keys(raw)).toContain("investment/cumulative");
        const answer = applyInputs(raw, now, firstBasis);
        expect(answer.ok || answer.problems).toBe(true);
        expect(answer.ok && answer.content).toEqual(now);
      }),
      { numRuns: 60, seed: 20260930 },
    );
  });

  test("an opened report is the opening content", () => {
    expect(opened().content).toEqual(content);
  });
});
