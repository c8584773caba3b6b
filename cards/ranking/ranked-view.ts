import type { RankBands } from "../../src/domain/explain/bands.ts";
import type { Locale } from "../../src/domain/programme/people.ts";
import { type Programme, townBySlug } from "../../src/domain/programme/programme.ts";
import type { RankedTown, Ranking } from "../../src/domain/ranking/ranked-town.ts";
import type { Scheme } from "../../src/domain/scoring/scheme.ts";
import { distinctTownName, formerName } from "../names.ts";
import { type RankingText, rankingText } from "../text/ranking.ts";
import { decimalsOf } from "./points.ts";
import { isTied, rankText } from "./standing.ts";

/** A ranking with the scheme it was computed by; `bands` null when unknown. */
export type RankedView = {
  programme: Programme;
  ranking: Ranking;
  scheme: Scheme;
  bands: RankBands | null;
  locale: Locale;
};

/** How the figures of this ranking are printed, on all of its cards. */
export function printOf(view: RankedView): { decimals: number; text: RankingText; locale: Locale } {
  return { decimals: decimalsOf(view), text: rankingText(view.locale), locale: view.locale };
}

const lines = new WeakMap<Ranking, Map<string, RankedTown>>();

export function lineOf({ ranking }: RankedView, slug: string): RankedTown | undefined {
  const known = lines.get(ranking) ?? new Map(ranking.rows.map((row) => [row.town.slug, row]));
  lines.set(ranking, known);
  return known.get(slug);
}

/** A town's name; the slug itself for one the pack never had. */
export function nameIn({ programme, locale }: RankedView, slug: string): string {
  const town = townBySlug(programme, slug);
  return town ? distinctTownName(programme, town, locale) : formerName(programme, slug, locale);
}

/** `第4名`, `并列第5名`: the rank of a town. */
export function rankIn(view: RankedView, row: RankedTown): string {
  return rankText(row, isTied(row, view.ranking.rows), rankingText(view.locale));
}
