import { explainRank } from "../explain/explain-rank.ts";
import { isJustBefore } from "../explain/frozen.ts";
import type { County, Programme } from "../programme/programme.ts";
import type { FrozenRow } from "../ranking/publication.ts";
import { rankRowId } from "./about.ts";
import type { CountyScore, DigestFacts, DigestInput, PublishedRanking } from "./facts.ts";
import type { RankRow } from "./rows.ts";

/** Reasons stored for a row; a question to the bot answers the rest. */
const REASONS = 3;
const PASSED_BY = 2;
/** Number of changes of place that get reasons, largest first; more than a card can show. */
const EXPLAINED = 50;

/** The published places of `towns`, in rank order, with the reasons for each change. No other town is named. */
export function rankRows({ ranking }: DigestInput, towns: ReadonlySet<string>): RankRow[] {
  if (!ranking) return [];
  const { now, before } = ranking;
  const { rows } = now.result;
  const shared = new Map<number, number>();
  for (const { rank } of rows) if (rank !== null) shared.set(rank, (shared.get(rank) ?? 0) + 1);
  const told = new Set(
    rows
      .filter((row) => towns.has(row.town) && moveOf(row) !== 0)
      .sort((a, b) => Math.abs(moveOf(b)) - Math.abs(moveOf(a)))
      .slice(0, EXPLAINED),
  );
  return rows
    .filter(({ town }) => towns.has(town))
    .map((row) => {
      const { town, rank, previousRank, score, delta, light, standing } = row;
      return {
        kind: "rank",
        id: rankRowId(now.period, town),
        mark: rank === null ? standing : String(rank),
        town,
        asked: null,
        rank,
        previousRank,
        tied: rank !== null && (shared.get(rank) ?? 0) > 1,
        score,
        delta,
        light,
        standing,
        ...(told.has(row) ? reasons(now, before, row, towns) : { why: [], passedBy: [] }),
      };
    });
}

/** Places gained (negative: lost); 0 where one of the quarters has no place. */
function moveOf({ rank, previousRank }: Pick<FrozenRow, "rank" | "previousRank">): number {
  return rank === null || previousRank === null ? 0 : previousRank - rank;
}

/** The reasons for a change of place. */
function reasons(
  now: PublishedRanking,
  before: PublishedRanking | null,
  row: FrozenRow,
  towns: ReadonlySet<string>,
): Pick<RankRow, "why" | "passedBy"> {
  const told = explainRank(now, before, row.town);
  if (!told.ok) return { why: [], passedBy: [] };
  const passedBy = (told.moves?.overtakers ?? []).map(({ town }) => town).filter((town) => towns.has(town));
  // A gain does not explain a fall, nor a loss a rise: then other towns moved more.
  const own = Math.sign(told.change?.total ?? 0) === Math.sign(moveOf(row));
  const main = own ? (told.change?.main ?? []) : [];
  return {
    why: main.slice(0, REASONS).map(({ id, points }) => ({ id, points })),
    passedBy: passedBy.slice(0, PASSED_BY),
  };
}

/** Each county's mean score, in this quarter and the one before, in list order. */
export function countyScores({ programme, ranking }: DigestInput): CountyScore[] {
  if (!ranking) return [];
  const { now, before } = ranking;
  const last = before && isJustBefore(now, before) ? before : null;
  return programme.counties.flatMap((county) => {
    const towns = townsOfCounty(programme, county);
    if (towns.length === 0) return [];
    return [
      {
        county: county.slug,
        towns: towns.length,
        score: meanOf(now, towns),
        before: last && meanOf(last, towns),
      },
    ];
  });
}

/** The towns of `rows` with the largest rise, and the number of places. */
export function risenMost(rows: readonly RankRow[]): DigestFacts["risen"] {
  const places = rows.reduce((most, row) => Math.max(most, moveOf(row)), 0);
  const towns = rows.filter((row) => moveOf(row) === places).flatMap(({ town }) => town ?? []);
  return places > 0 ? { towns, places } : null;
}

/** Slugs of a county's towns, in list order. */
export function townsOfCounty(programme: Programme, county: Pick<County, "code">): string[] {
  return programme.towns.filter((town) => town.countyCode === county.code).map(({ slug }) => slug);
}

function meanOf({ result }: PublishedRanking, towns: readonly string[]): number | null {
  const scores = result.rows.flatMap(({ town, score }) =>
    score !== null && towns.includes(town) ? [score] : [],
  );
  return scores.length === 0 ? null : scores.reduce((sum, score) => sum + score, 0) / scores.length;
}
