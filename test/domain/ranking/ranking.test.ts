import { describe, expect, test } from "vitest";
import type { Programme } from "../../../src/domain/programme/programme.ts";
import type { FrozenResult } from "../../../src/domain/ranking/publication.ts";
import {
  doneShare,
  type Entrant,
  investmentRatio,
  qualityPenalty,
  rankQuarter,
  scoreRow,
} from "../../../src/domain/ranking/ranking.ts";
import { startReport } from "../../../src/domain/report/report.ts";
import { sentAt, workedEntrants } from "../../fixtures/worked-reports.ts";
import { towns } from "../programmes.ts";

const q2 = rankQuarter(towns, "2026Q2", workedEntrants(towns, "2026Q2"), null);
const second = { result: q2.result, schemeId: towns.scheme.id, period: "2026Q2" as const };
const q3 = rankQuarter(towns, "2026Q3", workedEntrants(towns, "2026Q3"), second);

function rowOf(result: FrozenResult, town: string) {
  const row = result.rows.find((r) => r.town === town);
  if (!row) throw new Error(`no row ${town}`);
  return row;
}

/** One town's entrant with a change. */
function changed(town: string, change: (entrant: Entrant) => void, period: "2026Q2" | "2026Q3" = "2026Q3") {
  const entrants = structuredClone(workedEntrants(towns, period));
  for (const entrant of entrants) if (entrant.report.town === town) change(entrant);
  return entrants;
}

describe("the table of scoring.md 4, computed from what the towns reported", () => {
  test.each([
    ["jiajiazhuang", 98.26, 1, 100.1, 1, 1.84, "green"],
    ["qikou", 88.14, 5, 95.02, 2, 6.88, "green"],
    ["xinyi", 84.82, 6, 90.856, 3, 6.036, "green"],
    ["kaishan", 81.2069, 7, 81.8534, 4, 0.6466, "green"],
    ["beiwudang", 89.14, 3, 81.64, 5, -7.5, "yellow"],
    ["puming", 89.14, 3, 81.64, 5, -7.5, "yellow"],
    ["wutong", 89.74, 2, 72.44, 7, -17.3, "red"],
  ])("%s", (town, s2, rank2, s3, rank3, delta, light) => {
    expect(rowOf(q2.result, town)).toMatchObject({ score: s2, rank: rank2, delta: null, previousRank: null });
    expect(rowOf(q3.result, town)).toMatchObject({
      score: s3,
      rank: rank3,
      previousRank: rank2,
      light,
      standing: "ranked",
    });
    expect(rowOf(q3.result, town).delta).toBeCloseTo(delta, 4);
  });
  test("the contributions of a town add up to its score", () => {
    for (const row of q3.result.rows.filter((r) => r.rank !== null)) {
      const sum = Object.values(row.contributions).reduce((a, b) => a + b, 0);
      expect(sum).toBeCloseTo(row.score ?? Number.NaN, 4);
    }
  });
  test("the lights of the second quarter: on the boundary is green, kaishan yellow", () => {
    const lights = ["qikou", "beiwudang", "jiajiazhuang", "xinyi", "wutong", "puming", "kaishan"].map(
      (town) => rowOf(q2.result, town).light,
    );
    expect(lights).toEqual(["green", "green", "green", "green", "green", "green", "yellow"]);
  });
});

describe("order", () => {
  test("best first, towns of one rank in the pack's order, towns without a report last and without a number", () => {
    const tied = q3.result.rows.filter((row) => row.rank === 5).map((row) => row.town);
    const inPack = towns.towns.map((t) => t.slug).filter((slug) => tied.includes(slug));
    expect(tied).toEqual(inPack);
    expect(q3.result.rows.map((row) => row.rank)).toEqual([1, 2, 3, 4, 5, 5, 7, ...Array(6).fill(null)]);
    const absent = q3.result.rows.slice(7);
    expect(absent.map((row) => row.town)).toEqual([
      "xiying",
      "caijiaya",
      "liuyu",
      "longjiao",
      "jinluo",
      "shuangchi",
    ]);
    for (const row of absent)
      expect(row).toMatchObject({ score: null, light: "grey", standing: "not_reported", delta: null });
    expect(q3.inputs.notReported).toEqual(absent.map((row) => row.town));
  });
  test("the order the reports came in changes nothing", () => {
    const reversed = workedEntrants(towns, "2026Q3").reverse();
    expect(rankQuarter(towns, "2026Q3", reversed, second)).toEqual(q3);
  });
  test("nobody approved yet: every town is without a report, none has a number", () => {
    const { result, inputs } = rankQuarter(towns, "2026Q3", [], second);
    expect(result.rows.every((row) => row.standing === "not_reported")).toBe(true);
    expect(inputs).toMatchObject({ lateness: "scored", notReported: towns.towns.map((t) => t.slug) });
    expect(rowOf(result, "wutong").previousRank).toBe(2);
  });
  test("with too little of the weight left a town is not ranked and says so", () => {
    const entrants = changed("qikou", ({ report, basis }) => {
      basis.plan.dueFrom = {};
      report.content.image.projects = [];
    });
    const row = rowOf(rankQuarter(towns, "2026Q3", entrants, second).result, "qikou");
    expect(row).toMatchObject({ rank: null, score: null, standing: "not_ranked", light: "green" });
  });
});

describe("two yellows in a row are handled as red", () => {
  const yellow = changed("kaishan", ({ report }) => {
    report.content.investment.cumulative = 9000 * 0.7 * 0.8;
  });
  test("after a yellow quarter, while the own colour stays on record", () => {
    const { result } = rankQuarter(towns, "2026Q3", yellow, second);
    expect(rowOf(result, "kaishan")).toMatchObject({ light: "red", ownLight: "yellow" });
  });
  test("and the third is red too", () => {
    const third = { ...second, result: rankQuarter(towns, "2026Q3", yellow, second).result };
    const fourth = { ...third, period: "2026Q3" as const };
    const entrants = yellow.map((e) => ({ ...e, basis: { ...e.basis, period: "2026Q4" as const } }));
    const row = rowOf(rankQuarter(towns, "2026Q4", entrants, fourth).result, "kaishan");
    expect([row.ownLight, row.light]).toEqual(["red", "red"]);
    const again = changed("kaishan", ({ report }) => {
      report.content.investment.cumulative = 9000 * 0.8;
    }).map((e) => ({ ...e, basis: { ...e.basis, period: "2026Q4" as const } }));
    expect(rowOf(rankQuarter(towns, "2026Q4", again, fourth).result, "kaishan")).toMatchObject({
      ownLight: "yellow",
      light: "red",
    });
  });
  test("not when a quarter lies between", () => {
    const gap = { ...second, period: "2026Q1" as const };
    const row = rowOf(rankQuarter(towns, "2026Q3", yellow, gap).result, "kaishan");
    expect(row).toMatchObject({ light: "yellow", previousRank: null, delta: null });
  });
});

describe("a change of points is told only against the quarter before, in one year, by one scheme", () => {
  const deltas = (previous: Parameters<typeof rankQuarter>[3]) =>
    rankQuarter(towns, "2026Q3", workedEntrants(towns, "2026Q3"), previous).result.rows.map((r) => r.delta);
  test.each([
    ["nothing was published", null],
    ["another scheme", { ...second, schemeId: "v0" }],
    ["another quarter", { ...second, period: "2025Q3" as const }],
  ])("%s", (_, previous) => {
    expect(deltas(previous).every((delta) => delta === null)).toBe(true);
  });
  test("across the turn of the year places are compared, points are not", () => {
    const period = "2026Q1" as const;
    const entrants = workedEntrants(towns, "2026Q2").map((e) => ({
      report: { ...e.report, firstSubmittedAt: sentAt(towns, period, 0) },
      basis: { ...e.basis, period },
    }));
    const { result } = rankQuarter(towns, period, entrants, { ...second, period: "2025Q4" });
    expect(rowOf(result, "qikou")).toMatchObject({ previousRank: 5, delta: null });
  });
});

describe("lateness", () => {
  test("is not judged for anybody when one town's cannot be: the year's calendar is not known", () => {
    const late = changed("xinyi", ({ report }) => {
      report.firstSubmittedAt = Date.parse("2027-01-04T10:00:00+08:00");
    });
    const { inputs, result } = rankQuarter(towns, "2026Q3", late, second);
    expect(inputs.lateness).toBe("calendar_unknown");
    expect(inputs.table.rows.map((row) => row.values.days_late)).toEqual(Array(7).fill(null));
    for (const row of result.rows) expect(row.contributions).not.toHaveProperty("time");
    expect(q3.inputs.lateness).toBe("scored");
  });
  test("a quarter due in a year without a calendar is ranked without it, and says so", () => {
    const period = "2026Q4" as const;
    const entrants = workedEntrants(towns, "2026Q3").map((e) => ({ ...e, basis: { ...e.basis, period } }));
    const { inputs, result } = rankQuarter(towns, period, entrants, null);
    expect(inputs.lateness).toBe("calendar_unknown");
    expect(result.rows.filter((row) => row.rank !== null)).toHaveLength(7);
  });
});

describe("the parts of a row", () => {
  const [qikou] = workedEntrants(towns, "2026Q3");
  if (!qikou) throw new Error("no entrant");
  const { report, basis } = qikou;
  test("every due item of an area counts alike, with its percentage", () => {
    const share = doneShare(report.content, basis, "facilities");
    expect(share.done / share.due).toBeCloseTo(0.85, 12);
    expect(doneShare(report.content, basis, "harbour")).toEqual({ done: 0, due: 0 });
    const nothingDue = { ...basis, plan: { ...basis.plan, dueFrom: {} } };
    expect(doneShare(report.content, nothingDue, "facilities")).toEqual({ done: 0, due: 0 });
  });
  test("money is measured against the share of the year's plan due by then", () => {
    expect(investmentRatio(report.content, towns, "2026Q3")).toEqual({
      plan: 12_000,
      cumulative: 8820,
      scheduled: 8400,
      ratio: 1.05,
    });
    const without = (plan: number | null, cumulative: number | null) =>
      investmentRatio(
        { ...report.content, investment: { ...report.content.investment, plan, cumulative } },
        towns,
        "2026Q3",
      );
    expect([without(null, 5), without(0, 5), without(5, null)]).toEqual([null, null, null]);
  });
  test("a town's own shares of its year count in place of the city's", () => {
    const plan = { ...basis.plan, schedule: [0.1, 0.2, 0.5, 1] satisfies [number, number, number, number] };
    expect(scoreRow({ report, basis: { ...basis, plan } }).values.invested_due).toBe(6000);
  });
  test("points for reporting: returned once however often, missing photos up to the most", () => {
    const programme: Programme = { ...towns, requiredPhotos: ["a", "b", "c", "d"] };
    const penalty = (returns: number, missingPhotos: string[]) =>
      qualityPenalty({ ...startReport(basis), returns, missingPhotos }, programme);
    expect([penalty(0, []), penalty(1, []), penalty(3, []), penalty(0, ["a"])]).toEqual([0, 20, 20, 10]);
    expect([penalty(1, ["a"]), penalty(0, ["a", "b", "c", "d"])]).toEqual([30, 30]);
  });
});

describe("an item that is blocked, with a department's acceptance,", () => {
  const area = towns.areas.find(({ id }) => id === "facilities");
  const [item] = area?.items ?? [];
  const id = item?.id ?? "";
  const excused = workedEntrants(towns, "2026Q3").map((entrant) =>
    entrant.report.town === "qikou" ? { ...entrant, excused: [id, "no such item"] } : entrant,
  );
  const ranked = rankQuarter(towns, "2026Q3", excused, second);
  const cells = (inputs: typeof q3.inputs) =>
    inputs.table.rows.find((row) => row.id === "qikou")?.values ?? {};

  test("is neither done nor due for its town, in the frozen table too", () => {
    const [before, after] = [cells(q3.inputs), cells(ranked.inputs)];
    const qikou = excused.find(({ report }) => report.town === "qikou");
    const done = (qikou?.report.content.areas.facilities?.items[id] ?? 0) / 100;
    expect(after["facilities.due"]).toBe(Number(before["facilities.due"]) - 1);
    expect(after["facilities.done"]).toBeCloseTo(Number(before["facilities.done"]) - done, 10);
    expect({ ...after, "facilities.due": 0, "facilities.done": 0 }).toEqual({
      ...before,
      "facilities.due": 0,
      "facilities.done": 0,
    });
  });
  test("is named on the town's row, and on no other", () => {
    expect(rowOf(ranked.result, "qikou").excused).toEqual([id]);
    expect(ranked.result.rows.filter((row) => row.excused)).toHaveLength(1);
  });
});
