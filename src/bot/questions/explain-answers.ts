import { rankingPartCard } from "../../../cards/ask/part-of-ranking.ts";
import { compareCard } from "../../../cards/explain/compare.ts";
import { explainCard } from "../../../cards/explain/explain.ts";
import { townName } from "../../../cards/names.ts";
import { fullTableCard } from "../../../cards/ranking/full-table.ts";
import { lineOf, nameIn } from "../../../cards/ranking/ranked-view.ts";
import { rankingCard } from "../../../cards/ranking/ranking.ts";
import { explainText } from "../../../cards/text/explain.ts";
import { latestPublication, newestPublication } from "../../../db/publications.ts";
import type { Deps } from "../../deps.ts";
import type { PeriodId } from "../../domain/calendar/period.ts";
import { compareTowns } from "../../domain/explain/compare-towns.ts";
import { explainRank } from "../../domain/explain/explain-rank.ts";
import { leaguesOf } from "../../domain/explain/leagues.ts";
import { type Locale, type Person, townsOf } from "../../domain/programme/people.ts";
import type { Town } from "../../domain/programme/programme.ts";
import type { RankingPart } from "../../domain/question/intent-words.ts";
import { MOST_TOWNS, rankedViewOf } from "../quarter/rank-facts.ts";
import type { Reply } from "../sending/enqueue-message.ts";
import { notPublished } from "./not-published.ts";

// Published results are open to the whole roster, including all points and reasons.

/** `forAll`: to readers of both languages. */
export async function answerRanking(
  deps: Deps,
  person: Person,
  { period, which, forAll = false }: { period?: PeriodId; which?: RankingPart; forAll?: boolean } = {},
): Promise<Reply> {
  const publication = await newestPublication(deps.db, period);
  if (!publication) return notPublished(deps, person.locale, period);
  const { programme, ranking, bands, locale } = rankedViewOf(deps, publication, person.locale);
  const stands = { kind: "ranking", subject: `ranking ${publication.period}` } as const;
  if (which) return { card: rankingPartCard({ programme, ranking, part: which, locale }), stands };
  const before = await latestPublication(deps.db, publication.period);
  const card = rankingCard({
    programme,
    ranking,
    bands,
    leagues: ranking.rows.length > MOST_TOWNS ? [] : leaguesOf(publication, before, programme),
    ...(forAll ? { forAll } : {}),
    asked: true,
    locale,
  });
  return { card, stands };
}

/** A page of a published ranking's full table. */
export async function answerFullTable(
  deps: Deps,
  { locale }: Person,
  asked: { period: PeriodId; page: number },
): Promise<Reply> {
  const publication = await newestPublication(deps.db, asked.period);
  if (!publication) return notPublished(deps, locale, asked.period);
  const card = fullTableCard({ ...rankedViewOf(deps, publication, locale), page: asked.page });
  return { card, stands: { kind: "ranking", subject: `ranking ${publication.period}` } };
}

/** "为什么是第五": about the named town, else the official's own; all others get the ranking to choose from. */
export async function answerWhy(
  deps: Deps,
  person: Person,
  asked: { town?: Town; period?: PeriodId },
): Promise<Reply> {
  const publication = await newestPublication(deps.db, asked.period);
  if (!publication) return notPublished(deps, person.locale, asked.period);
  const own = person.role === "town_official" ? townsOf(person, deps.programme)[0] : undefined;
  const town = asked.town ?? own;
  if (!town) return answerRanking(deps, person, { period: publication.period });
  const before = await latestPublication(deps.db, publication.period);
  const explained = explainRank(publication, before, town.slug);
  const compared = explained.ok && explained.change !== null && before !== null;
  const previous = compared ? lineOf(rankedViewOf(deps, before, person.locale), town.slug) : undefined;
  const card = explainCard({
    ...rankedViewOf(deps, publication, person.locale),
    town,
    explained,
    ...(previous ? { previous } : {}),
  });
  return { card, stands: { kind: "why", subject: `${publication.period}/${town.slug}` } };
}

/** "和那个镇比差在哪": compares the first town with the second; asks for the other one where only one was named. */
export async function answerCompare(
  deps: Deps,
  person: Person,
  asked: { towns: Town[]; period?: PeriodId },
): Promise<Reply> {
  const { locale } = person;
  const [town, other] = asked.towns;
  const publication = await newestPublication(deps.db, asked.period);
  if (!publication || !town) return notPublished(deps, locale, asked.period);
  const text = explainText(locale);
  if (!other)
    return { text: text.compareWith(shortName(town, locale), shortName(example(deps, town), locale)) };
  const comparison = compareTowns(publication, town.slug, other.slug);
  const view = rankedViewOf(deps, publication, locale);
  const [row, against] = [lineOf(view, town.slug), lineOf(view, other.slug)];
  if (!comparison.ok || !row || !against) {
    const unscored = comparison.ok ? (row ? other.slug : town.slug) : comparison.town;
    return { text: text.cannotCompare(nameIn(view, unscored)) };
  }
  const card = compareCard({ ...view, row, other: against, comparison });
  return { card, stands: { kind: "compare", subject: `${publication.period}/${town.slug}+${other.slug}` } };
}

/** A town's short name for a message. */
export function shortName(town: Town, locale: Locale): string {
  return locale === "en" ? townName(town, locale) : town.short;
}

/** Another town, as an example of the question. */
function example(deps: Deps, town: Town): Town {
  return deps.programme.towns.find(({ slug }) => slug !== town.slug) ?? town;
}
