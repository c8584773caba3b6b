import type { Card } from "../../../cards/card.ts";
import { provisionalCard } from "../../../cards/objection/provisional.ts";
import { type TownLineView, townLineCard } from "../../../cards/ranking/town-line.ts";
import {
  findProvisional,
  findPublication,
  firstPublication,
  latestPublication,
} from "../../../db/publications.ts";
import type { Deps } from "../../deps.ts";
import { parsePeriod } from "../../domain/calendar/period.ts";
import { leaguesOf } from "../../domain/explain/leagues.ts";
import { whatIf } from "../../domain/explain/what-if.ts";
import type { Person } from "../../domain/programme/people.ts";
import { townBySlug } from "../../domain/programme/programme.ts";
import { type Publication, rankingOf } from "../../domain/ranking/publication.ts";
import { askedQuestionsOf } from "../report/asked-questions.ts";
import { quarterNow } from "../timetable/quarter-now.ts";
import { bandsFor } from "./rank-facts.ts";

/** A town's result of a quarter (`2026Q3/qikou`) for its officials: the published one, else the provisional score. */
export async function drawTownResult(
  deps: Deps,
  subject: string,
  reader: Person,
): Promise<{ card: Card } | null> {
  const [quarter = "", slug = ""] = subject.split("/");
  const period = parsePeriod(quarter);
  const town = townBySlug(deps.programme, slug);
  if (!period || !town || reader.role !== "town_official" || reader.area !== slug) return null;
  const published = await findPublication(deps.db, period);
  const shown = published ?? (await findProvisional(deps.db, period));
  if (!shown) return null;
  const [last, questions] = await Promise.all([
    latestPublication(deps.db, period),
    askedQuestionsOf(deps, period),
  ]);
  const programme = { ...deps.programme, scheme: shown.scheme };
  const previous = last && rankingOf(last, programme).rows.find((row) => row.town.slug === slug);
  const asked = questions.get(slug);
  const view = {
    programme,
    ranking: rankingOf(shown, programme),
    town,
    ...(previous ? { previous } : {}),
    ...(asked ? { questions: asked } : {}),
    locale: reader.locale,
  };
  if (published) {
    const first = published.seq > 1 ? await firstPublication(deps.db, period) : null;
    const was = first && rankingOf(first, programme);
    const corrected = was ? { corrected: { at: published.at, was } } : {};
    const place = placeOf(deps, published, last, slug);
    return { card: townLineCard({ ...view, ...corrected, place }) };
  }
  return { card: provisionalCard({ ...view, at: shown.at, quarter: await quarterNow(deps, period) }) };
}

/** The context of a town's published rank: its certainty, the leagues, the next place up. */
function placeOf(
  { programme }: Deps,
  published: Publication,
  last: Publication | null,
  town: string,
): NonNullable<TownLineView["place"]> {
  const league = leaguesOf(published, last, programme).find((row) => row.town === town) ?? null;
  const rank = league?.rank ?? null;
  const next = league && rank !== null ? whatIf(published, town, { place: Math.max(1, rank - 1) }) : null;
  return { scheme: published.scheme, bands: bandsFor(published), league, next };
}
