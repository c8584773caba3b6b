import { expect, test } from "vitest";
import { frozenText, type Publication, rankingOf } from "../../../src/domain/ranking/publication.ts";
import { rankQuarter } from "../../../src/domain/ranking/ranking.ts";
import { workedEntrants } from "../../fixtures/worked-reports.ts";
import { towns, villages } from "../programmes.ts";

const frozen = rankQuarter(towns, "2026Q3", workedEntrants(towns, "2026Q3"), null);
const publication: Publication = {
  period: "2026Q3",
  seq: 1,
  at: 1_791_000_000_000,
  by: "ou_office",
  scheme: towns.scheme,
  ...frozen,
  hash: "",
};

test("a ranking is shown in its frozen order, with the pack's towns", () => {
  const ranking = rankingOf(publication, towns);
  expect(ranking).toMatchObject({
    period: "2026Q3",
    schemeId: towns.scheme.id,
    publishedAt: publication.at,
    lateness: "scored",
  });
  expect(ranking.rows.map((row) => [row.rank, row.town.slug]).slice(0, 3)).toEqual([
    [1, "jiajiazhuang"],
    [2, "qikou"],
    [3, "xinyi"],
  ]);
  expect(ranking.rows[0]).not.toHaveProperty("unrounded");
  expect(ranking.rows[0]).not.toHaveProperty("ownLight");
});

test("towns the pack no longer has are left out", () => {
  expect(rankingOf(publication, villages).rows).toEqual([]);
});

test("what was frozen reads the same after it was stored, and differs when a figure does", () => {
  const stored = JSON.parse(JSON.stringify(publication));
  expect(frozenText(stored)).toBe(frozenText(publication));
  stored.inputs.table.rows[0].values.invested += 1;
  expect(frozenText(stored)).not.toBe(frozenText(publication));
});
