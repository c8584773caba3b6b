import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { competitionRanks } from "../../../src/domain/scoring/competition-ranks.ts";
import { mulberry32 } from "../../../src/domain/scoring/mulberry32.ts";
import { ranksOfRounded } from "../../../src/domain/scoring/ranks-of-rounded.ts";
import { roundHalfUp } from "../../../src/domain/scoring/round-half-up.ts";
import { weightBand } from "../../../src/domain/scoring/weight-band.ts";
import { workedTable } from "../../fixtures/worked-example.ts";
import { schemeV1 } from "./scheme-v1.ts";

const bands = weightBand(schemeV1, workedTable(3));

describe("rank bands", () => {
  it("the generator's first numbers are the published ones", () => {
    const next = mulberry32(20260930);
    [0.7129707558, 0.902958662, 0.8964550016].forEach((u) => {
      expect(next()).toBeCloseTo(u, 9);
    });
  });

  it.each([
    ["jiajiazhuang", [1, 1], [1, 1, 1]],
    ["qikou", [2, 2], [2, 2, 2]],
    ["xinyi", [3, 3], [3, 3, 3]],
    ["kaishan", [4, 6], [4, 4, 6]],
    ["beiwudang", [4, 5], [4, 5, 5]],
    ["puming", [4, 5], [4, 5, 5]],
    ["wutong", [7, 7], [7, 7, 7]],
  ])("%s: one weight at a time %j, a thousand draws %j", (town, [best, worst], [p5, p50, p95]) => {
    const band = bands.find(({ id }) => id === town);
    expect(band?.oneAtATime).toEqual({ best, worst });
    expect(band?.drawn).toEqual({ p5, p50, p95 });
  });

  it("kaishan keeps its fourth place in 57.4% of the draws: fourth and fifth are not really different", () => {
    expect(bands.find(({ id }) => id === "kaishan")?.stays).toBe(0.574);
  });

  it("another seed or another number of draws is another band, the same ones the same", () => {
    const options = { draws: 100, seed: 7 };
    expect(weightBand(schemeV1, workedTable(3), options)).toEqual(
      weightBand(schemeV1, workedTable(3), options),
    );
  });

  it("a unit that is not ranked has no band, and one alone is first in all of it", () => {
    const table = workedTable(3);
    const nothing = Object.fromEntries(table.columns.map((column) => [column, null]));
    const withUnranked = {
      ...table,
      rows: [...table.rows.slice(0, 1), { id: "shuangchi", values: nothing }],
    };
    expect(weightBand(schemeV1, withUnranked)).toEqual([
      { id: "qikou", rank: 1, oneAtATime: { best: 1, worst: 1 }, drawn: { p5: 1, p50: 1, p95: 1 }, stays: 1 },
    ]);
    expect(weightBand(schemeV1, { ...table, rows: [] })).toEqual([]);
  });

  it("sorting by digits ranks as comparing does", () => {
    const score = fc.oneof(
      fc.double({ min: -150, max: 150 }),
      fc.constant(Number.NaN),
      fc.constantFrom(1, 2, 3),
    );
    // Few rows are ranked in another way than many.
    const towns = fc.oneof(
      fc.array(score, { maxLength: 60 }),
      fc.array(score, { minLength: 64, maxLength: 90 }),
    );
    fc.assert(
      fc.property(towns, fc.integer({ min: 0, max: 10 }), (raw, decimals) => {
        const scores = Float64Array.from(raw, (value) => roundHalfUp(value, decimals));
        expect(ranksOfRounded(scores, decimals)).toEqual(competitionRanks(scores));
      }),
    );
  });
});
