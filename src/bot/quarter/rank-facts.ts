import type { RankedView } from "../../../cards/explain/ranked-view.ts";
import type { Deps } from "../../deps.ts";
import { bandsOf, type RankBands } from "../../domain/explain/bands.ts";
import type { Locale } from "../../domain/people.ts";
import { type Publication, rankingOf } from "../../domain/publication.ts";

/** Publications whose bands are kept: two years of quarters, corrections included. */
const KEPT = 16;
/** With more towns the draws take longer than a question may; no card could show them either. */
const MOST_TOWNS = 2_000;
// What is published under a hash never changes, nor do its bands: a thousand draws are made once.
const kept = new Map<string, RankBands>();

/** The rank bands of a publication, from what was frozen with it; null where there are too many towns to draw for. */
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

/** A publication as the explaining cards take it. */
export function rankedViewOf(deps: Deps, publication: Publication, locale: Locale): RankedView {
  return {
    programme: deps.programme,
    ranking: rankingOf(publication, deps.programme),
    scheme: publication.scheme,
    bands: bandsFor(publication),
    locale,
  };
}
