import type { RankedView } from "../../../cards/ranking/ranked-view.ts";
import type { Deps } from "../../deps.ts";
import { bandsOf, type RankBands } from "../../domain/explain/bands.ts";
import type { Locale } from "../../domain/programme/people.ts";
import { type Publication, rankingOf } from "../../domain/ranking/publication.ts";

/** Number of publications whose bands are cached: two years of quarters with corrections. */
const KEPT = 16;
/** With more towns the draws take too long for a question, and no card could show them. */
export const MOST_TOWNS = 2_000;
// The bands of a publication never change, so they are computed once for each hash.
const kept = new Map<string, RankBands>();

/** The rank bands of a publication, from its frozen inputs; null when there are too many towns. */
export function bandsFor(publication: Publication): RankBands | null {
  const known = kept.get(publication.hash);
  if (known) return known;
  if (publication.inputs.table.rows.length > MOST_TOWNS) return null;
  const bands = bandsOf(publication);
  const [oldest] = kept.keys();
  if (kept.size >= KEPT && oldest !== undefined) kept.delete(oldest);
  kept.set(publication.hash, bands);
  return bands;
}

/** A publication as view data of the explaining cards. */
export function rankedViewOf(deps: Deps, publication: Publication, locale: Locale): RankedView {
  return {
    programme: deps.programme,
    ranking: rankingOf(publication, deps.programme),
    scheme: publication.scheme,
    bands: bandsFor(publication),
    locale,
  };
}
