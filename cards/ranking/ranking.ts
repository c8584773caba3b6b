import { shanghaiDay } from "../../src/domain/calendar/shanghai-time.ts";
import type { RankedTown } from "../../src/domain/ranking/ranked-town.ts";
import { bilingual } from "../bilingual.ts";
import type { Card, CardElement } from "../card.ts";
import { button, card, grid, md, panel, table } from "../elements.ts";
import { dayName, distinctTownName, nameOf, periodName, townName } from "../names.ts";
import { query } from "../query.ts";
import { firstToFit } from "../size.ts";
import { type RankingText, rankingText } from "../text/ranking.ts";
import { rowTerms } from "../text/terms.ts";
import { alikeNote } from "./alike-note.ts";
import { excusedLines } from "./excused.ts";
import { leaguesPanel } from "./leagues.ts";
import { pointsText, scoreDecimals, signedPoints } from "./points.ts";
import { rankingChart } from "./ranking-chart.ts";
import type { RankingView } from "./ranking-view.ts";
import { bandText, isCertain, isTied, moveArrow, moveText, rankText } from "./standing.ts";

/** Names listed in the summary; the others are counted. */
const NAMED = 6;

/** A published ranking for a group, in both languages as far as the card's size allows. */
export function groupRankingCard(view: Omit<RankingView, "locale">): Card {
  const { leagues: _, ...list } = view;
  const inBoth = (shown: typeof view) => () =>
    bilingual((locale) => rankingCard({ ...shown, forAll: true, locale }));
  return firstToFit([
    inBoth(view),
    inBoth(list),
    inBoth({ ...list, bars: false }),
    () => rankingCard({ ...view, locale: "zh-CN" }),
  ]);
}

/** A published ranking: a summary in two lines, the table of all towns, and a bar chart. */
export function rankingCard(view: RankingView): Card {
  const { programme, ranking, locale } = view;
  const text = rankingText(locale);
  const period = periodName(ranking.period, locale);
  const day = dayName(shanghaiDay(ranking.publishedAt), locale);
  const bars = view.bars === false ? null : rankingChart(view, decimalsOf(view), text);
  return card(
    {
      title: text.title(period),
      subtitle: text.publishedOn(nameOf(programme, locale), day),
      template: "blue",
    },
    [
      md(summary(view, text)),
      rankingTable(view, text),
      ...certainty(view, text),
      ...(bars ? [bars] : []),
      ...leaguesPanel(view.leagues ?? [], { programme, locale, decimals: decimalsOf(view), text }),
      panel(text.askTown, [
        grid(
          ranking.rows.map(({ town, rank }) =>
            button(
              townName(town, locale),
              rank === null ? query.status(town.slug) : query.explain(town.slug),
            ),
          ),
          3,
        ),
      ]),
    ],
  );
}

/** Decimals of this ranking's printed scores, here and on each town's own card. */
export function decimalsOf({ programme, ranking }: Pick<RankingView, "programme" | "ranking">): number {
  const scores = ranking.rows.flatMap(({ score }) => (score === null ? [] : [score]));
  return scoreDecimals(scores, programme.scheme.decimals);
}

function summary({ programme, ranking, locale }: RankingView, text: RankingText): string {
  const { rows } = ranking;
  const names = (list: RankedTown[]) => {
    const named = list.slice(0, NAMED).map(({ town }) => distinctTownName(programme, town, locale));
    return list.length > NAMED ? text.others(named, list.length - NAMED) : named;
  };
  const ranked = rows.filter(({ standing }) => standing === "ranked");
  const leading = ranked.filter(({ rank }) => rank !== null && rank <= 3);
  const rise = Math.max(0, ...ranked.map(risenBy));
  const risen = ranked.filter((row) => rise > 0 && risenBy(row) === rise);
  const notReported = rows.filter(({ standing }) => standing === "not_reported");
  const notRanked = rows.filter(({ standing }) => standing === "not_ranked");
  const opening =
    text.summary(rows.length, ranked.length) +
    (leading.length > 0 ? text.leading(names(leading)) : "") +
    (risen.length > 0 ? text.risen(names(risen), rise) : "");
  return [
    opening.trim(),
    ...(notReported.length > 0 ? [text.notReported(names(notReported))] : []),
    ...(notRanked.length > 0 ? [text.notRanked(names(notRanked))] : []),
    ...(ranking.lateness === "calendar_unknown" ? [text.latenessUnknown] : []),
    ...excusedLines(programme, rows, locale),
  ].join("<br>");
}

/** Neighbouring places whose order is uncertain, and an explanation of the bands. */
function certainty({ programme, ranking, bands, locale }: RankingView, text: RankingText): CardElement[] {
  if (!bands) return [];
  const note = alikeNote(ranking.rows, bands, ({ town }) => distinctTownName(programme, town, locale), text);
  const banded = ranking.rows.some((row) => {
    const band = bands.get(row.town.slug);
    return band !== undefined && !isCertain(band);
  });
  return [...(note === "" ? [] : [md(note)]), ...(banded ? [md(text.bandNote, "notation")] : [])];
}

function risenBy({ rank, previousRank }: RankedTown): number {
  return rank === null || previousRank === null ? 0 : previousRank - rank;
}

/**
 * The table of all towns. A first ranking has no columns for changes. The band has its own column after the score, so
 * that a phone shows rank, town and score.
 */
function rankingTable(view: RankingView, text: RankingText): CardElement {
  const { programme, ranking, forAll, locale } = view;
  const columns = { ...text.columns, ...(forAll ? { rank: "#", score: text.points } : {}) };
  const decimals = decimalsOf(view);
  const compared = ranking.rows.some((row) => row.previousRank !== null || row.delta !== null);
  const bandOf = (row: RankedTown) => bandText(row, view.bands?.get(row.town.slug));
  const banded = ranking.rows.some((row) => bandOf(row) !== "");
  return table(
    [
      { name: "rank", display_name: columns.rank, data_type: "text" },
      { name: "town", display_name: columns.town, data_type: "text" },
      { name: "score", display_name: columns.score, data_type: "text", horizontal_align: "right" },
      ...(banded ? [{ name: "band", display_name: columns.band, data_type: "text" } as const] : []),
      ...(compared
        ? ([
            { name: "delta", display_name: columns.delta, data_type: "text", horizontal_align: "right" },
            { name: "move", display_name: columns.move, data_type: "text" },
          ] as const)
        : []),
      { name: "light", display_name: columns.light, data_type: "options" },
    ],
    ranking.rows.map((row) => ({
      rank: forAll ? String(row.rank ?? "–") : rankText(row, isTied(row, ranking.rows), text),
      town: distinctTownName(programme, row.town, locale),
      score: row.score === null ? "" : pointsText(row.score, decimals),
      ...(banded ? { band: bandOf(row) } : {}),
      ...(compared
        ? {
            delta: row.delta === null ? "" : signedPoints(row.delta, decimals),
            move: forAll ? moveArrow(row) : moveText(row, text),
          }
        : {}),
      light: rowTerms(row, locale),
    })),
  );
}
