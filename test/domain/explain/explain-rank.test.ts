import { describe, expect, it } from "vitest";
import { explainRank, type RankStory } from "../../../src/domain/explain/explain-rank.ts";
import type { Rival } from "../../../src/domain/explain/rank-moves.ts";
import type { ScoreTerm } from "../../../src/domain/scoring/explain-change.ts";
import { workedTable } from "../../fixtures/worked-example.ts";
import { FOUR_DECIMALS, schemeV1 } from "../scoring/scheme-v1.ts";
import { frozen, workedQ2, workedQ3 } from "./publications.ts";

function story(town: string, previous = workedQ2, now = workedQ3): RankStory {
  const explained = explainRank(now, previous, town);
  if (!explained.ok) throw new Error(explained.reason);
  return explained;
}

function expectPoints(terms: ScoreTerm[] | undefined, expected: Record<string, number>) {
  expect(terms?.map(({ id }) => id)).toEqual(Object.keys(expected));
  for (const { id, points } of terms ?? [])
    expect(Math.abs(points - (expected[id] ?? 0)), id).toBeLessThan(FOUR_DECIMALS);
}

function rival(rivals: Rival[] | undefined, town: string): Rival | undefined {
  return rivals?.find((one) => one.town === town);
}

describe("why beiwudang is fifth", () => {
  const told = story("beiwudang");

  it("stands fifth of seven with puming, from third", () => {
    expect(told).toMatchObject({ rank: 5, previousRank: 3, ranked: 7, tiedWith: ["puming"], score: 81.64 });
  });

  it("the change is investment, image progress and reporting quality, and sums exactly", () => {
    expectPoints(told.change?.main, { inv: -4.5, img: -2 });
    expectPoints(told.change?.terms.slice(0, 3), { inv: -4.5, img: -2, qual: -1 });
    expect(told.change?.against).toEqual([]);
    const sum = told.change?.terms.reduce((total, { points }) => total + points, 0);
    expect(sum).toBeCloseTo(-7.5, 9);
    expect(told.change?.total).toBeCloseTo(-7.5, 9);
  });

  it("three towns passed it, each with its gap and one to three reasons", () => {
    expect(told.moves?.overtakers.map(({ town }) => town)).toEqual(["qikou", "xinyi", "kaishan"]);
    [13.38, 9.216, 0.2134].forEach((gap, i) => {
      expect(Math.abs((told.moves?.overtakers[i]?.gap ?? 0) - gap)).toBeLessThan(FOUR_DECIMALS);
    });
    expectPoints(rival(told.moves?.overtakers, "qikou")?.reasons, { inv: 7.5, a1: 1.5, img: 1.2 });
    expectPoints(rival(told.moves?.overtakers, "xinyi")?.reasons, { inv: 6, a6: 1.2, img: 1 });
    expectPoints(rival(told.moves?.overtakers, "kaishan")?.reasons, { inv: 6.7112, a6: 2.0966, a5: 1.7276 });
  });

  it("kaishan was kept back by the area it has no score in and its late report; qikou by nothing worth saying", () => {
    expect(rival(told.moves?.overtakers, "kaishan")?.against).toMatchObject([
      { id: "a3", na: true },
      { id: "time", na: false },
    ]);
    expect(rival(told.moves?.overtakers, "qikou")?.against).toEqual([]);
  });

  it("it passed wutong, and lost most points on investment against full marks", () => {
    expect(told.moves?.overtook.map(({ town }) => town)).toEqual(["wutong"]);
    expect(told.moves?.wasAhead).toEqual([{ town: "wutong", now: "behind" }]);
    expect(told.lost.slice(0, 3)).toMatchObject([{ id: "inv" }, { id: "a6" }, { id: "a1" }]);
    expect(told.lost[0]?.lost).toBeCloseTo(6, 9);
    expect(told.lost[0]).toMatchObject({ got: 24, full: 30 });
  });

  it("the nearest in front is kaishan, the nearest behind is wutong", () => {
    expect(told.ahead?.town).toBe("kaishan");
    expect(told.behind?.town).toBe("wutong");
  });
});

describe("why others stand where they stand", () => {
  it("wutong fell on investment and image progress", () => {
    expectPoints(story("wutong").change?.main, { inv: -9, img: -5 });
    expect(story("wutong").moves?.overtakers).toHaveLength(5);
  });

  it("xinyi rose on investment, image progress and two areas; its late report stands against little", () => {
    expectPoints(story("xinyi").change?.main, { inv: 3, img: 1, a5: 0.8 });
  });

  it("the first has nobody in front, the last nobody behind", () => {
    expect(story("jiajiazhuang")).toMatchObject({ rank: 1, ahead: null, moves: { overtakers: [] } });
    expect(story("wutong")).toMatchObject({ rank: 7, behind: null });
  });

  it("over-fulfilled investment is no loss and an area that does not apply neither", () => {
    expect(story("jiajiazhuang").lost.map(({ id }) => id)).not.toContain("inv");
    expect(story("kaishan").lost.map(({ id }) => id)).not.toContain("a3");
  });

  it.each(workedQ3.result.rows.filter((row) => row.rank !== null))(
    "$town: the old place and the moves give the new one",
    ({ town, rank }) => {
      const { moves, previousRank } = story(town);
      const ahead = (moves?.overtakers.length ?? 0) + (moves?.entered.length ?? 0);
      expect((previousRank ?? 0) + ahead - (moves?.wasAhead.length ?? 0)).toBe(rank);
    },
  );
});

describe("what there is to compare with", () => {
  it("a first ranking has places and losses, and no change", () => {
    const told = explainRank(workedQ2, null, "qikou");
    expect(told).toMatchObject({ ok: true, rank: 5, previousRank: null, change: null, moves: null });
    expect(told.ok && told.lost.length).toBeGreaterThan(0);
  });

  it("another scheme compares places, not points", () => {
    const older = { ...workedQ2, scheme: { ...schemeV1, id: "v0" } };
    expect(story("beiwudang", older)).toMatchObject({ previousRank: 3, change: null });
    expect(story("beiwudang", older).moves?.overtakers).toHaveLength(3);
  });

  it("a first quarter compares places with the last of the year before, not points", () => {
    const q4 = { ...workedQ2, period: "2025Q4" as const };
    const q1 = { ...workedQ3, period: "2026Q1" as const };
    expect(story("beiwudang", q4, q1)).toMatchObject({ previousRank: 3, change: null });
  });

  it("a ranking that is not the quarter before compares nothing", () => {
    const older = { ...workedQ2, period: "2026Q1" as const };
    expect(story("beiwudang", older)).toMatchObject({ previousRank: null, change: null, moves: null });
  });

  it("towns that had no score before have entered, towns without one now are no longer ahead", () => {
    const table = workedTable(2);
    const before = frozen("2026Q2", schemeV1, {
      ...table,
      rows: table.rows.filter(({ id }) => id !== "qikou"),
    });
    const after = { ...workedTable(3) };
    const now = frozen("2026Q3", schemeV1, {
      ...after,
      rows: after.rows.filter(({ id }) => id !== "wutong"),
    });
    const told = story("beiwudang", before, now);
    expect(told.moves).toMatchObject({
      entered: ["qikou"],
      wasAhead: [{ town: "wutong", now: "not_ranked" }],
    });
    expect(told.moves?.overtakers.map(({ town }) => town)).toEqual(["xinyi", "kaishan"]);
  });

  it("refuses a town without a place", () => {
    expect(explainRank(workedQ3, workedQ2, "shuangchi")).toEqual({ ok: false, reason: "not_reported" });
    expect(explainRank(workedQ3, workedQ2, "nowhere")).toEqual({ ok: false, reason: "unknown_town" });
    const table = workedTable(3);
    const blank = Object.fromEntries(table.columns.map((column) => [column, null]));
    const now = frozen("2026Q3", schemeV1, {
      ...table,
      rows: [...table.rows, { id: "xiying", values: blank }],
    });
    expect(explainRank(now, null, "xiying")).toEqual({ ok: false, reason: "not_ranked" });
  });
});
