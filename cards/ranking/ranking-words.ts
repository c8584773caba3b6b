import type { RankedTown } from "../../src/domain/ranking/ranked-town.ts";
import { distinctTownName } from "../names.ts";
import { lightLegend } from "../picture/light-legend.ts";
import { type RankingText, rankingText } from "../text/ranking.ts";
import { alikeNote } from "./alike-note.ts";
import { excusedLines } from "./excused.ts";
import type { RankingView } from "./ranking-view.ts";

/** Names listed in a sentence; the others are counted. */
const NAMED = 6;

/**
 * The picture in three sentences: who leads and who is missing, who rose most, and whose investment is behind. The last
 * one is the legend of the picture's colours.
 */
export function rankingSentences(view: RankingView): string[] {
  const { programme, ranking, locale } = view;
  const text = rankingText(locale);
  const { rows } = ranking;
  const ranked = rows.filter(({ standing }) => standing === "ranked");
  const leading = ranked.filter(({ rank }) => rank !== null && rank <= 3);
  const rise = Math.max(0, ...ranked.map(risenBy));
  const risen = ranked.filter((row) => rise > 0 && risenBy(row) === rise);
  const notReported = rows.filter(({ standing }) => standing === "not_reported");
  const notRanked = rows.filter(({ standing }) => standing === "not_ranked");
  const names = (list: RankedTown[]) => namesOf(view, list, text);
  const named = ({ town }: RankedTown) => distinctTownName(programme, town, locale);
  return [
    [
      text.summary(rows.length, ranked.length),
      leading.length > 0 ? text.leading(names(leading)) : "",
      notReported.length > 0 ? text.notReported(names(notReported)) : "",
      notRanked.length > 0 ? text.notRanked(names(notRanked)) : "",
      text.stop,
    ].join(""),
    ...(risen.length > 0 ? [text.risen(names(risen), rise)] : []),
    ...(ranked.length > 0 ? [lightLegend(ranked, named, locale)] : []),
  ];
}

/** What a reader has to know beside the three sentences, one line each. */
export function rankingNotes(view: RankingView): string[] {
  const { programme, ranking, bands, locale } = view;
  const text = rankingText(locale);
  const misreported = ranking.rows.filter(({ misreport }) => misreport);
  const name = ({ town }: RankedTown) => distinctTownName(programme, town, locale);
  return [
    ...(misreported.length > 0 ? [text.misreported(namesOf(view, misreported, text))] : []),
    ...(ranking.lateness === "calendar_unknown" ? [text.latenessUnknown] : []),
    ...excusedLines(programme, ranking.rows, locale),
    ...(bands ? [alikeNote(ranking.rows, bands, name, text)] : []),
  ].filter((line) => line !== "");
}

function namesOf({ programme, locale }: RankingView, list: RankedTown[], text: RankingText): string[] {
  const named = list.slice(0, NAMED).map(({ town }) => distinctTownName(programme, town, locale));
  return list.length > NAMED ? text.others(named, list.length - NAMED) : named;
}

function risenBy({ rank, previousRank }: RankedTown): number {
  return rank === null || previousRank === null ? 0 : previousRank - rank;
}
