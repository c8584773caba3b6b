import { describe, expect, it } from "vitest";
import type { PeriodId } from "../../../src/domain/calendar/period.ts";
import type { Publication } from "../../../src/domain/ranking/publication.ts";
import { UNPLANNED } from "../../../src/domain/report/plan.ts";
import type { YearPlan } from "../../../src/domain/report/year-plan.ts";
import { type AnnualTable, annualTable } from "../../../src/domain/year/annual.ts";
import { type AwardTerms, awardOptions } from "../../../src/domain/year/awards.ts";
import { q3 as shownQ3 } from "../../cards/explain/views.ts";
import { workedQ2, workedQ3 } from "../explain/publications.ts";
import { towns as programme } from "../programmes.ts";

const published = (frozen: Pick<Publication, "period" | "scheme" | "inputs" | "result">): Publication => ({
  ...frozen,
  seq: 1,
  at: 0,
  by: "",
  hash: "",
});
/** A quarter in which exactly these towns have scores. */
function quarter(period: PeriodId, scores: Record<string, number>): Publication {
  const rows = Object.entries(scores).map(([town, score]) => ({
    town,
    score,
    unrounded: score,
    rank: 1,
    previousRank: null,
    delta: null,
    light: "green" as const,
    ownLight: "green" as const,
    contributions: {},
    standing: "ranked" as const,
  }));
  return { ...published(workedQ3), period, result: { rows } };
}
const q2 = published(workedQ2);
const q3 = published(workedQ3);
const q1 = quarter("2026Q1", { qikou: 70, beiwudang: 80 });
const q4 = quarter("2026Q4", { qikou: 92, beiwudang: 85 });
const plan = (investment: number): YearPlan => ({
  ...UNPLANNED,
  investment,
});
const rowOf = (table: AnnualTable, slug: string) => {
  const row = table.towns.find(({ town }) => town.slug === slug);
  if (!row) throw new Error(`no ${slug}`);
  return row;
};

describe("a year", () => {
  it("with all quarters out: qikou 88.6830 by process, and 88.4781 with an appraisal of 88 (scoring.md 4)", () => {
    const year = [q1, q2, q3, q4];
    const bare = annualTable(programme, 2026, year, new Map());
    expect(bare.stage).toBe("process");
    expect(rowOf(bare, "qikou")).toMatchObject({ process: 88.683, year: null });
    const appraisals = new Map([
      ["qikou", 88],
      ["beiwudang", 90],
    ]);
    const appraised = annualTable(programme, 2026, year, new Map(), appraisals);
    expect(appraised.stage).toBe("year");
    expect(rowOf(appraised, "qikou")).toMatchObject({ year: 88.4781, appraisal: 88 });
  });

  it("is the process as long as one town is not appraised: some with and some without do not compare", () => {
    const table = annualTable(programme, 2026, [q1, q2, q3, q4], new Map(), new Map([["qikou", 88]]));
    expect(table.stage).toBe("process");
    expect(rowOf(table, "qikou").rank).toBe(1);
  });

  it("so far weighs the quarters that are out, 0.20 and 0.25 of them, as if they were the year", () => {
    const table = annualTable(programme, 2026, [q2, q3], new Map());
    expect(table).toMatchObject({ stage: "so_far", published: ["2026Q2", "2026Q3"] });
    const expected = (0.2 * 88.14 + 0.25 * 95.02) / 0.45;
    expect(rowOf(table, "qikou").soFar).toBeCloseTo(expected, 4);
    expect(rowOf(table, "qikou").quarters).toEqual([null, 88.14, 95.02, null]);
    expect(rowOf(table, "jiajiazhuang").rank).toBe(1);
  });

  it("guesses nothing: a town without one of the quarters has no place, and is listed last", () => {
    const table = annualTable(programme, 2026, [q1, q2], new Map());
    expect(rowOf(table, "xinyi")).toMatchObject({ soFar: null, rank: null });
    expect(table.towns.slice(0, 2).map(({ town }) => town.slug)).toEqual(["beiwudang", "qikou"]);
    expect(table.towns.slice(2).every(({ rank }) => rank === null)).toBe(true);
  });

  it("takes nothing from another year", () => {
    const table = annualTable(programme, 2025, [q2, q3], new Map());
    expect(table.published).toEqual([]);
    expect(table.towns.every(({ rank }) => rank === null)).toBe(true);
  });
});

describe("a county", () => {
  const [one] = programme.counties;
  const shared = {
    ...programme,
    towns: programme.towns
      .filter(({ slug }) => ["qikou", "beiwudang"].includes(slug))
      .map((town) => ({ ...town, countyCode: one?.code ?? "" })),
  };
  const table = (plans: Map<string, YearPlan>) => annualTable(shared, 2026, [q3], plans);

  it("of qikou and beiwudang: 88.3300 plain, 90.5600 by plan (scoring.md 4)", () => {
    const plans = new Map([
      ["qikou", plan(12000)],
      ["beiwudang", plan(6000)],
    ]);
    expect(table(plans).counties).toMatchObject([{ towns: 2, plain: 88.33, weighted: 90.56, rank: 1 }]);
  });

  it("is not weighted by plans that are not known", () => {
    expect(table(new Map([["qikou", plan(12000)]])).counties).toMatchObject([
      { plain: 88.33, weighted: null },
    ]);
  });
});

describe("ways to split 300 万元 by the third quarter", () => {
  const terms: AwardTerms = { pot: 300, floor: 60, base: 0, tied: "by_id" };
  const sums = (method: "proportional" | "tiers" | "hybrid", change: Partial<AwardTerms> = {}) => {
    const split = awardOptions(shownQ3, { ...terms, ...change }).splits[method];
    return split && Object.fromEntries(split.awards.map(({ id, amount }) => [id, amount]));
  };

  it("leave out red and unreported towns, and whoever was found misreporting", () => {
    expect(awardOptions(shownQ3, terms).excluded).toEqual(
      expect.arrayContaining([
        { town: "wutong", reason: "red" },
        { town: "shuangchi", reason: "not_scored" },
      ]),
    );
    const rows = shownQ3.result.rows.map((row) =>
      row.town === "qikou" ? { ...row, misreport: true as const } : row,
    );
    expect(awardOptions({ result: { rows } }, terms).excluded).toContainEqual({
      town: "qikou",
      reason: "misreported",
    });
  });

  it("by score, to 0.1 by the largest remainder: 70.3, 61.4, 54.1, 38.3, 38.0, 37.9", () => {
    expect(sums("proportional")).toEqual({
      jiajiazhuang: 70.3,
      qikou: 61.4,
      xinyi: 54.1,
      kaishan: 38.3,
      beiwudang: 38,
      puming: 37.9,
    });
  });

  it("tied towns alike, the rest in reserve", () => {
    expect(sums("proportional", { tied: "equal" })).toMatchObject({ beiwudang: 37.9, puming: 37.9 });
    expect(awardOptions(shownQ3, { ...terms, tied: "equal" }).splits.proportional?.reserve).toBe(0.1);
  });

  it("by tiers 5/3/2: 88.2, 52.9 twice, 35.3 three times, to the step", () => {
    const tiers = sums("tiers", { tied: "equal" });
    expect(tiers).toMatchObject({ jiajiazhuang: 88.2, beiwudang: 35.3, puming: 35.3 });
  });

  it("with a base for everybody; no such split when the bases exceed the pot", () => {
    const hybrid = awardOptions(shownQ3, { ...terms, base: 20 }).splits.hybrid;
    const given = hybrid?.awards.reduce((sum, { amount }) => sum + amount, hybrid.reserve);
    expect(given).toBeCloseTo(300, 9);
    expect(hybrid?.awards.every(({ amount }) => amount > 20)).toBe(true);
    expect(sums("hybrid", { base: 51 })).toBeNull();
  });
});
