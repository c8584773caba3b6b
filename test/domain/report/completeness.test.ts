import { describe, expect, test } from "vitest";
import { missingParts, missingPhotos, sectionState } from "../../../src/domain/report/completeness.ts";
import type { Basis } from "../../../src/domain/report/content.ts";
import { type Report, reportId, startReport, untouched } from "../../../src/domain/report/report.ts";
import {
  basis,
  done,
  filled,
  firstBasis,
  official,
  opened,
  quarter,
  returned,
  save,
  situation,
} from "./given.ts";

/** Missing parts as `kind section`. */
function missing(report: Report, of: Basis = basis): string[] {
  return missingParts(report, of).map(({ kind, section }) => `${kind} ${section}`);
}

describe("a quarter is complete", () => {
  test("when money and visible progress are confirmed; areas that did not change need no touch", () => {
    expect(missing(opened())).toEqual(["untouched investment", "untouched image"]);
    expect(missing(filled())).toEqual([]);
    expect(untouched(filled(), basis)).toEqual(["water"]);
  });
  test("in a town's very first quarter only once every area with something due was looked at", () => {
    const first = startReport(firstBasis);
    expect(missing(first, firstBasis)).toEqual([
      "untouched roads",
      "untouched water",
      "untouched investment",
      "untouched image",
    ]);
    const nothingDue = {
      ...firstBasis,
      plan: { ...firstBasis.plan, dueFrom: { "roads.1": 1, "water.1": 4 } },
    };
    expect(missing(startReport(nothingDue), nothingDue)).toEqual([
      "untouched roads",
      "untouched investment",
      "untouched image",
    ]);
  });
  test("not while plan, sum, sources or a project's figures are missing, each named", () => {
    const at = situation(official, { basis: firstBasis });
    let report = done(save({ "investment/words": "尚未开工" }, "investment"), startReport(firstBasis), at);
    report = done(save({ "image/words": "尚未开工" }, "image", 2), report, at);
    expect(missing(report, firstBasis).slice(2)).toEqual([
      "plan investment",
      "cumulative investment",
      "no_project image",
    ]);
    report = done(
      save({ "image/project.new.name": "广场", "investment/cumulative": "12.5" }, "image", 3),
      report,
      at,
    );
    expect(missingParts(report, firstBasis).slice(2)).toEqual([
      { kind: "plan", section: "investment" },
      {
        kind: "sums",
        section: "investment",
        unequal: {
          stands: { way: "cumulative", amount: 12.5 },
          other: { way: "sources", amount: 0 },
          gap: 12.5,
        },
      },
      { kind: "total", section: "image", project: "广场" },
      { kind: "planned", section: "image", project: "广场" },
      { kind: "actual", section: "image", project: "广场" },
    ]);
  });
  test("not while the sources leave more than half a cent of 万元 unexplained", () => {
    const raw = {
      ...quarter,
      "investment/source.collective": "160.01",
      "investment/source.pairing": "139.99",
    };
    expect(missing(done(save(raw, "investment"), opened(), situation(official)))).toEqual([]);
    const alone = { "investment/cumulative": "300.01", "image/project.lane.actual": "72" };
    const report = done(save(alone, "investment"), opened(), situation(official));
    expect(missingParts(report, basis)).toMatchObject([
      { kind: "sums", section: "investment", unequal: { gap: 120.01 } },
    ]);
  });
});

test("a section is still to do, kept from last quarter, partly filled in or done", () => {
  const states = (report: Report) =>
    ["roads", "water", "investment", "image"].map((section) => sectionState(report, basis, section));
  expect(states(opened())).toEqual(["kept", "kept", "todo", "todo"]);
  expect(states(filled())).toEqual(["done", "kept", "done", "done"]);
  expect(states(returned())).toEqual(["partial", "kept", "partial", "done"]);
  const sum = { "investment/cumulative": "300", "roads/progress": "" };
  expect(states(done(save(sum, "investment"), opened(), situation(official)))).toEqual([
    "done",
    "kept",
    "partial",
    "todo",
  ]);
});

test("photos are asked where the pack wants them and none is there", () => {
  const programme = { ...basis.programme, requiredPhotos: ["image", "roads"] };
  expect(missingPhotos({ ...basis, programme }, { image: 2, water: 1 })).toEqual(["roads"]);
  expect(missingPhotos(basis, {})).toEqual([]);
});

test("a record is called by its quarter and town", () => {
  expect(reportId("2026Q3", "taoyuan")).toBe("2026Q3/taoyuan");
});
