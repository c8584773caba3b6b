import { compareCard } from "../../../cards/explain/compare.ts";
import { explainCard } from "../../../cards/explain/explain.ts";
import { whatIfCard } from "../../../cards/explain/what-if.ts";
import { whatIfAddedCard } from "../../../cards/explain/what-if-added.ts";
import { provisionalCard } from "../../../cards/objection/provisional.ts";
import { correctionCard } from "../../../cards/ranking/correction.ts";
import { fullTableCard } from "../../../cards/ranking/full-table.ts";
import { lineOf } from "../../../cards/ranking/ranked-view.ts";
import { groupRankingCard, rankingCard } from "../../../cards/ranking/ranking.ts";
import { townLineCard } from "../../../cards/ranking/town-line.ts";
import { compareTowns } from "../../../src/domain/explain/compare-towns.ts";
import { leaguesOf } from "../../../src/domain/explain/leagues.ts";
import { type Goal, whatIf } from "../../../src/domain/explain/what-if.ts";
import { whatIfAdded } from "../../../src/domain/explain/what-if-added.ts";
import type { Programme } from "../../../src/domain/programme/programme.ts";
import type { RankedTown, Ranking } from "../../../src/domain/ranking/ranked-town.ts";
import { explainView, viewOf } from "../../cards/explain/views.ts";
import { worstRanking } from "../../cards/office/rankings.ts";
import { type Shown, show } from "../../cards/show.ts";
import { quarterIn } from "../../domain/quarter/quarters.ts";
import type { Setting } from "./setting.ts";

const AT = Date.UTC(2026, 9, 22, 10);

/** A published ranking and everything that explains it. */
export function explaining(at: Setting): Shown[] {
  const { now, before, programme, locale } = at;
  const view = viewOf(now, programme, locale);
  const last = view.ranking.rows.at(-1)?.town.slug ?? "";
  const explained = (slug: string, previous: typeof before | null = before) =>
    explainView(slug, { now, before: previous, programme, locale });
  return [
    ...show(rankingCard, {
      "with leagues": { ...view, leagues: leaguesOf(now, before, programme) },
      bare: { programme, locale, ranking: view.ranking },
      first: viewOf(before, programme, locale),
      "of every town": { programme, locale, ranking: everyTown(programme) },
    }),
    ...show(groupRankingCard, {
      "with leagues": { ...view, leagues: leaguesOf(now, before, programme) },
      bare: { programme, ranking: view.ranking },
      "of every town": { programme, ranking: everyTown(programme) },
    }),
    ...show(fullTableCard, {
      "": { ...view, page: 1 },
      "of a first ranking": { ...viewOf(before, programme, locale), page: 1 },
    }),
    ...show(explainCard, {
      "": explained(at.ranked[0]),
      first: explained(view.ranking.rows[0]?.town.slug ?? ""),
      "nothing before": explained(at.ranked[0], null),
      "not reported": explained(last),
    }),
    ...comparisons(at),
    ...townLines(at),
    ...corrections(at),
  ];
}

/** All towns of a programme, each a few places from where it was. */
function everyTown(programme: Programme): Ranking {
  const ranking = worstRanking(programme);
  const rows = ranking.rows.map((row, i) => (row.rank ? { ...row, previousRank: row.rank + (i % 3) } : row));
  return { ...ranking, rows };
}

function comparisons({ now, programme, locale, ranked: [town, ahead] }: Setting): Shown[] {
  const view = viewOf(now, programme, locale);
  const [row, other] = [rowOf(lineOf(view, town)), rowOf(lineOf(view, ahead))];
  const comparison = compareTowns(now, town, ahead);
  if (!comparison.ok) throw new Error(comparison.reason);
  const added = whatIfAdded(now, town, 123_456.78);
  if (!added.ok) throw new Error(added.reason);
  const way = (goal: Goal) => {
    const answer = whatIf(now, town, goal);
    if (!answer.ok) throw new Error(answer.reason);
    return { ...view, row, goal, answer };
  };
  return [
    ...show(compareCard, { "": { ...view, row, other, comparison } }),
    ...show(whatIfAddedCard, {
      "": { ...view, row, added: 123_456.78, answer: added },
      "at the cap": { ...view, row, added: 123_456.78, answer: { ...added, counted: 12 } },
    }),
    ...show(whatIfCard, {
      "one place up": way({ place: Math.max(1, (row.rank ?? 2) - 1) }),
      first: way({ place: 1 }),
      "a place it has": way({ place: row.rank ?? 1 }),
      "a town ahead": way({ town: ahead }),
    }),
  ];
}

function townLines({ now, before, programme, locale, ranked: [slug] }: Setting): Shown[] {
  const { ranking, bands } = viewOf(now, programme, locale);
  const row = rowOf(ranking.rows.find(({ town }) => town.slug === slug));
  const previous = viewOf(before, programme, locale).ranking.rows.find(({ town }) => town.slug === slug);
  const line = { programme, locale, ranking, town: row.town, ...(previous ? { previous } : {}) };
  const place = {
    scheme: now.scheme,
    bands,
    league: leaguesOf(now, before, programme).find(({ town }) => town === slug) ?? null,
    next: whatIf(now, slug, { place: Math.max(1, (row.rank ?? 2) - 1) }),
  };
  const last = rowOf(ranking.rows.at(-1)).town;
  return [
    ...show(townLineCard, {
      "": line,
      "with its place": { ...line, place },
      "not reported": { programme, locale, ranking, town: last },
    }),
    ...show(provisionalCard, {
      "": { ...line, at: AT, quarter: quarterIn("provisional") },
      over: { ...line, at: AT, quarter: quarterIn("objections") },
    }),
  ];
}

function corrections({ now, programme, locale, town, name, words }: Setting): Shown[] {
  const moves = programme.towns.map(({ slug }, i) => ({ town: slug, from: i + 1, to: i + 2 }));
  const correction = {
    cell: "investment/cumulative",
    before: 8820,
    after: 8800.5,
    reason: words(1000),
    by: name,
    at: AT,
  };
  const publication = { ...now, seq: 2, at: AT, by: name, hash: "" };
  const view = { programme, locale, town: town.slug, publication, correction };
  return show(correctionCard, {
    "moves places": { ...view, moves },
    "moves none": { ...view, moves: [] },
    "of words": { ...view, moves: [], correction: { ...correction, before: words(500), after: null } },
  });
}

function rowOf(row: RankedTown | undefined): RankedTown {
  if (!row) throw new Error("not in the ranking");
  return row;
}
