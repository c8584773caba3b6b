import type { Programme } from "../../../src/domain/programme/programme.ts";
import type { RankedTown, Ranking } from "../../../src/domain/ranking/ranked-town.ts";
import type { Light } from "../../../src/domain/scoring/lights.ts";
import { type ScoreResult, scoreTable } from "../../../src/domain/scoring/score-table.ts";
import { workedTable } from "../../fixtures/worked-example.ts";
import { tenTowns, town } from "./programmes.ts";

// Rankings to draw: the worked example of scoring.md 4 scored by the engine, and invented ones for any pack.

const AT = Date.UTC(2026, 9, 20, 2, 0);
const Q3_LIGHTS: Record<string, Light> = { beiwudang: "yellow", puming: "yellow", wutong: "red" };

const q2 = scoreTable(tenTowns.scheme, workedTable(2));
const q3 = scoreTable(tenTowns.scheme, workedTable(3));

/** 2026Q2: the seven towns of the worked example, without a previous quarter. */
export const workedQ2: Ranking = {
  period: "2026Q2",
  schemeId: tenTowns.scheme.id,
  publishedAt: AT,
  rows: ranked(q2, null),
};

/** 2026Q3: compared with Q2; 双池 did not report. */
export const workedQ3: Ranking = {
  period: "2026Q3",
  schemeId: tenTowns.scheme.id,
  publishedAt: AT,
  rows: [...ranked(q3, q2), unranked("shuangchi", "not_reported")],
};

/** Every town of a pack, with a tie at the top, the widest figures, and the last town unreported. */
export function worstRanking(programme: Programme): Ranking {
  const leaves = programme.scheme.root.children.map(({ id }) => id);
  const rows = programme.towns.map((place, i): RankedTown => {
    const last = i === programme.towns.length - 1 && i > 0;
    const score = 98.7654 - Math.floor(i / 2) * 1.0001;
    return {
      town: place,
      score: last ? null : score,
      rank: last ? null : Math.floor(i / 2) * 2 + 1,
      previousRank: last ? null : programme.towns.length - i,
      delta: last ? null : -12.3456 + i,
      light: last ? "grey" : "yellow",
      contributions: last ? {} : Object.fromEntries(leaves.map((id) => [id, score / leaves.length])),
      standing: last ? "not_reported" : "ranked",
    };
  });
  return { period: "2026Q3", schemeId: programme.scheme.id, publishedAt: AT, rows };
}

/** The line of one town. */
export function lineOf(ranking: Ranking, slug: string): RankedTown {
  const found = ranking.rows.find((row) => row.town.slug === slug);
  if (!found) throw new Error(`${slug} is not in the ranking`);
  return found;
}

/** The worked example's ranking with some lines changed. */
export function changed(ranking: Ranking, slug: string, change: Partial<RankedTown>): Ranking {
  return {
    ...ranking,
    rows: ranking.rows.map((row) => (row.town.slug === slug ? { ...row, ...change } : row)),
  };
}

function ranked(result: ScoreResult, before: ScoreResult | null): RankedTown[] {
  return result.units.map((unit) => {
    const previous = before?.units.find(({ id }) => id === unit.id);
    return {
      town: town(tenTowns, unit.id),
      score: unit.score,
      rank: unit.rank,
      previousRank: previous?.rank ?? null,
      delta:
        unit.unrounded === null || previous?.unrounded == null ? null : unit.unrounded - previous.unrounded,
      light: Q3_LIGHTS[unit.id] ?? "green",
      contributions: unit.contributions,
      standing: "ranked",
    };
  });
}

function unranked(slug: string, standing: "not_reported" | "not_ranked"): RankedTown {
  return {
    town: town(tenTowns, slug),
    score: null,
    rank: null,
    previousRank: null,
    delta: null,
    light: "grey",
    contributions: {},
    standing,
  };
}
