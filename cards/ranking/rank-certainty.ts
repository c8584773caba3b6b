import { alikeTo } from "../../src/domain/explain/bands.ts";
import type { RankedTown } from "../../src/domain/ranking/ranked-town.ts";
import { formatPercent } from "../../src/domain/reading/numbers.ts";
import { roundHalfUp } from "../../src/domain/scoring/round-half-up.ts";
import { md } from "../elements.ts";
import { explainText } from "../text/explain.ts";
import { rankingText } from "../text/ranking.ts";
import { lineOf, nameIn, type RankedView, rankIn } from "./ranked-view.ts";
import { bandedRank, isCertain, isTied } from "./standing.ts";

/** Places listed whose order is uncertain. */
const NAMED = 4;

/** The certainty of a town's place: its band, the places it may swap with, and how that was computed. */
export function rankCertainty(
  view: RankedView,
  row: RankedTown,
): { line: string; note: ReturnType<typeof md> } | null {
  const { bands, locale, ranking } = view;
  const band = bands?.get(row.town.slug);
  if (!bands || !band) return null;
  const text = explainText(locale);
  const alike = alikePlaces(view, row);
  const rank = rankIn(view, row);
  const line =
    alike.length === 0 && isCertain(band)
      ? text.sure(rank)
      : text.bandLine(bandedRank(row, isTied(row, ranking.rows), band, rankingText(locale))) +
        (alike.length > 0 ? text.alike(alike) : "");
  const share = formatPercent(roundHalfUp(band.stays * 100, 1));
  return { line, note: md(text.bandNote(share, rankingText(locale).rank(band.rank, false)), "notation") };
}

/** `第5名甲、乙`, one entry for each place, nearest first. */
function alikePlaces(view: RankedView, row: RankedTown): string[] {
  const { bands, locale } = view;
  if (!bands || row.rank === null) return [];
  const own = row.rank;
  const alike = alikeTo(bands, row.town.slug).flatMap((slug) => lineOf(view, slug) ?? []);
  const ranks = [...new Set(alike.map(({ rank }) => rank ?? 0))];
  return ranks
    .sort((a, b) => Math.abs(a - own) - Math.abs(b - own))
    .slice(0, NAMED)
    .flatMap((rank) => {
      const rows = alike.filter((one) => one.rank === rank);
      const [first] = rows;
      const names = rows.map(({ town }) => nameIn(view, town.slug));
      return first ? [explainText(locale).placed(rankIn(view, first), names)] : [];
    });
}
