import { describe, expect, it } from "vitest";
import { bunching } from "../../../src/domain/checkup/bunching.ts";
import { copiedFigures } from "../../../src/domain/checkup/copied-figures.ts";
import { paidAhead } from "../../../src/domain/checkup/paid-ahead.ts";
import { ambitionFactor, planAmbition, sandbaggedPlan } from "../../../src/domain/checkup/plan-ambition.ts";
import { planInProgramme } from "../../../src/domain/checkup/plan-in-programme.ts";
import { roundHundreds } from "../../../src/domain/checkup/round-hundreds.ts";
import { ratiosKey, twinFlags } from "../../../src/domain/checkup/twins.ts";
import type { ReportContent } from "../../../src/domain/report/content.ts";
import { openingContent } from "../../../src/domain/report/plan.ts";
import type { ScoreRow } from "../../../src/domain/scoring/table.ts";
import { withPhaseYears } from "../../../src/domain/stages/phase-years.ts";
import { workedTable } from "../../fixtures/worked-example.ts";
import { towns } from "../programmes.ts";
import { basis, firstBasis } from "../report/given.ts";
import { schemeV1 } from "../scoring/scheme-v1.ts";

// The figures of scoring.md 5 that need more than one report.

describe("twins", () => {
  /** The flags of every town that has a twin among these. */
  const twins = (rows: readonly ScoreRow[]) => {
    const flags = rows.map(({ id, ...row }) => {
      const key = ratiosKey(schemeV1, { id, ...row });
      const alike = rows.filter((other) => key !== "" && ratiosKey(schemeV1, other) === key);
      return [
        id,
        twinFlags(
          id,
          alike.map((other) => other.id),
        ),
      ] as const;
    });
    return new Map(flags.filter(([, found]) => found.length > 0));
  };

  it.each([2, 3] as const)(
    "Q%i: beiwudang and puming have the same ratios, half the size apart",
    (quarter) => {
      const found = twins(workedTable(quarter).rows);
      expect([...found.keys()]).toEqual(["beiwudang", "puming"]);
      expect(found.get("beiwudang")).toEqual([
        {
          key: "twins:puming",
          kind: "twins",
          section: "investment",
          severity: "flag",
          values: { other: "puming" },
        },
      ]);
    },
  );

  it("one ratio apart is enough to be nobody's twin", () => {
    const table = workedTable(3);
    const rows = table.rows.map((row) =>
      row.id === "puming" ? { ...row, values: { ...row.values, invested: 1681 } } : row,
    );
    expect(twins(rows).size).toBe(0);
  });

  it("towns alike only in what is finished or not begun are no twins", () => {
    const table = workedTable(3);
    const values = Object.fromEntries(table.columns.map((column) => [column, 1]));
    const rows = ["a", "b"].map((id) => ({ id, values: { ...values, invested: 0 } }));
    expect(twins(rows).size).toBe(0);
  });

  it("three alike are each told of the two others", () => {
    const table = workedTable(3);
    const rows = table.rows.flatMap((row) => (row.id === "puming" ? [row, { ...row, id: "third" }] : [row]));
    const found = twins(rows);
    expect(found.get("third")?.map(({ values }) => values.other)).toEqual(["beiwudang", "puming"]);
  });
});

describe("bunching just at the target", () => {
  it("four of seven from 1.00 to below 1.02 and none from 0.95 to below 1.00", () => {
    const found = bunching([1, 1.01, 1.019, 1, 0.8, 1.1, 0.7]);
    expect(found).toMatchObject({ kind: "bunching", severity: "flag", values: { n: 7, k: 4 } });
  });

  it.each([
    ["half is not more than half", [1, 1, 1, 0.8, 1.1, 0.7]],
    ["one just below shows an honest spread", [1, 1.01, 1.019, 1, 0.95, 1.1, 0.7]],
    ["1.02 is well above", [1, 1.02, 1.02, 1.02, 0.8, 1, 0.7]],
    ["four towns are too few", [1, 1, 1, 1]],
    ["the worked example is fine", [1.05, 0.8, 0.8, 1.2, 1, 0.65, 0.95]],
  ])("%s", (_, ratios) => {
    expect(bunching(ratios)).toBeNull();
  });

  it("a ratio that is 1 but for a binary fraction is 1", () => {
    expect(bunching([0.1 + 0.2 + 0.7, 1 - 1e-12, 1, 1, 0.5])).not.toBeNull();
  });
});

describe("every figure of last quarter again", () => {
  const content = (change: (content: ReportContent) => void) => {
    const opening = openingContent(basis);
    Object.assign(opening.investment, { cumulative: 180, sources: { collective: 100, pairing: 80 } });
    change(opening);
    return copiedFigures(opening, basis);
  };

  it("is asked about, with how many figures it is", () => {
    expect(content(() => {})).toMatchObject({ kind: "copied_figures", severity: "flag", values: { n: 9 } });
  });

  it("one figure moved is a quarter of its own", () => {
    expect(content(({ investment }) => Object.assign(investment, { cumulative: 181 }))).toBeNull();
    expect(content(({ areas }) => Object.assign(areas.water?.items ?? {}, { "water.3": 10 }))).toBeNull();
  });

  it("a first quarter has nothing to copy", () => {
    expect(copiedFigures(openingContent(firstBasis), firstBasis)).toBeNull();
  });

  it("where everything was finished nothing could change", () => {
    const done = openingContent(basis);
    for (const { items } of Object.values(done.areas)) for (const id of Object.keys(items)) items[id] = 100;
    for (const project of done.image.projects) project.actual = 100;
    done.investment.sources = {};
    const of = { ...basis, earlier: [{ period: "2026Q2" as const, content: done }] };
    expect(copiedFigures(done, of)).toBeNull();
  });
});

describe("sums in whole hundreds", () => {
  const odd = [123.45, 88.2, 61.7, 45.9, 33.33, 27.1, 19.86, 7.5];

  it("three of eight at a chance of 0.01 are flagged, one of eight is nothing", () => {
    expect(roundHundreds([100, 2400, 300, ...odd.slice(3)])).toMatchObject({
      severity: "flag",
      values: { n: 8, k: 3 },
    });
    expect(roundHundreds([100, ...odd.slice(1)])).toBeNull();
  });

  it("two of eight are watched", () => {
    expect(roundHundreds([100, 2400, ...odd.slice(2)])).toMatchObject({ severity: "watch" });
  });

  it("seven sums are too few, and zeros are no sums", () => {
    expect(roundHundreds([100, 200, 300, 400, 500, 600, 700, 0, 0])).toBeNull();
  });
});

describe("a plan below an even pace", () => {
  const year = { plan: 900, programmeTotal: 6000, investedBefore: 3000, yearsLeft: 2 };

  it("900 of 3000 still to come in two years: 0.6, shown beside the rank", () => {
    expect(planAmbition(year)).toBeCloseTo(0.6, 12);
    expect(sandbaggedPlan(year)).toMatchObject({
      severity: "watch",
      values: { plan: 900, even: 1500, ambition: 0.6 },
    });
  });

  it("0.8 of an even pace is not below it", () => {
    expect(sandbaggedPlan({ ...year, plan: 1200 })).toBeNull();
    expect(sandbaggedPlan({ ...year, plan: 1199.99 })).not.toBeNull();
  });

  it("is not known without the programme, and not asked when nothing is left", () => {
    expect(planAmbition({ ...year, programmeTotal: null })).toBeNull();
    expect(planAmbition({ ...year, plan: null })).toBeNull();
    expect(planAmbition({ ...year, investedBefore: 6000 })).toBeNull();
    expect(planAmbition({ ...year, yearsLeft: 0 })).toBeNull();
    expect(sandbaggedPlan({ ...year, yearsLeft: null })).toBeNull();
  });

  it("is counted to the last phase's year as the office set it, and unknown while any phase has none", () => {
    const content = openingContent(basis);
    const yearsLeft = (years: Record<string, number> | null) => {
      const programme = withPhaseYears(towns, years && { data: { years } });
      return planInProgramme(content, { ...basis, programme }).yearsLeft;
    };
    expect(yearsLeft({ 1: 2026, 2: 2027, 3: 2028 })).toBe(3);
    expect(yearsLeft({ 1: 2026, 3: 2028 })).toBeNull();
    expect(yearsLeft(null)).toBeNull();
  });

  it("the optional factor stays between 0.9 and 1.1", () => {
    expect([0.6, 0.95, 1.3].map(ambitionFactor)).toEqual([0.9, 0.95, 1.1]);
  });
});

describe("more paid than work in place", () => {
  it("is flagged only where both are known", () => {
    expect(paidAhead(520, 500)).toMatchObject({ kind: "paid_ahead", values: { paid: 520, inPlace: 500 } });
    expect(paidAhead(500, 500)).toBeNull();
    expect(paidAhead(null, 500)).toBeNull();
    expect(paidAhead(520, null)).toBeNull();
  });
});
