import { describe, expect, it } from "vitest";
import { misreportDeduction, withMisreport } from "../../../src/domain/misreport/misreport.ts";
import { scoreTable } from "../../../src/domain/scoring/score-table.ts";
import { workedTable } from "../../fixtures/worked-example.ts";
import { schemeV1 } from "../scoring/scheme-v1.ts";

describe("what a verified misreport costs besides the indicator", () => {
  it.each([
    [1000, 950, 0.05, 0],
    [1000, 800, 0.2, 0],
    [1000, 799, 0.201, 1.5],
    [1000, 700, 0.3, 1.5],
    [1000, 600, 0.4, 2],
    [1000, 500, 0.5, 2.5],
    [1000, 499, 0.501, 3],
    [1000, 0, 1, 3],
    [1000, 1250, 0.25, 1.5],
  ])("claimed %d, found %d: gap %d, %d points", (claimed, found, gap, points) => {
    const cost = misreportDeduction(claimed, found);
    expect(cost?.gap).toBeCloseTo(gap, 12);
    expect(cost?.points).toBe(points);
  });

  it("a share that is a step but for a binary fraction is that step", () => {
    expect(misreportDeduction(0.3, 0.24)?.points).toBe(0);
  });

  it("no gap, or no claim, is no misreport", () => {
    expect(misreportDeduction(1000, 1000)).toBeNull();
    expect(misreportDeduction(0, 100)).toBeNull();
    expect(misreportDeduction(Number.NaN, 100)).toBeNull();
  });

  it("the office may set other steps", () => {
    const ladder = [
      { upTo: 0.1, points: 1 },
      { upTo: 1, points: 10 },
    ];
    expect(misreportDeduction(100, 95, ladder)?.points).toBe(1);
    expect(misreportDeduction(100, 50, ladder)?.points).toBe(10);
  });
});

describe("the score after the decision", () => {
  const table = workedTable(3);
  const qikou = table.rows.find(({ id }) => id === "qikou");
  if (!qikou) throw new Error("no qikou");
  const scored = (row: typeof qikou) =>
    scoreTable(schemeV1, { ...table, rows: [row] }).units[0]?.score ?? Number.NaN;

  it("qikou's investment claimed 40% too high: the indicator at 0 and two points more", () => {
    const decided = withMisreport(schemeV1, qikou, { indicator: "inv", points: 2 });
    if (!decided.ok) throw new Error(decided.reason);
    expect(scored(decided.row)).toBeCloseTo(95.02 - 31.5 - 2, 9);
  });

  it.each([
    ["qual", 5],
    ["time", 5],
    ["a1", 9],
  ])("%s at 0 takes its %d points", (indicator, points) => {
    const decided = withMisreport(schemeV1, qikou, { indicator, points: 0 });
    if (!decided.ok) throw new Error(decided.reason);
    expect(scored(decided.row)).toBeCloseTo(95.02 - points, 9);
  });

  it("adds to deductions already there", () => {
    const row = { ...qikou, values: { ...qikou.values, deduct: 1.5 } };
    const decided = withMisreport(schemeV1, row, { indicator: "inv", points: 2 });
    expect(decided.ok && decided.row.values.deduct).toBe(3.5);
  });

  it("refuses indicators there are not, and points where a scheme has no deductions", () => {
    const { adjust: _, ...plain } = schemeV1;
    expect(withMisreport(schemeV1, qikou, { indicator: "total", points: 0 })).toEqual({
      ok: false,
      reason: "unknown_indicator",
    });
    expect(withMisreport(plain, qikou, { indicator: "inv", points: 2 })).toEqual({
      ok: false,
      reason: "no_deductions",
    });
    expect(withMisreport(plain, qikou, { indicator: "inv", points: 0 })).toMatchObject({ ok: true });
  });
});
