import { shanghaiDay } from "../../src/domain/calendar/shanghai-time.ts";
import { understoodAs } from "../answer-lines.ts";
import { bilingual } from "../bilingual.ts";
import type { Card, CardElement } from "../card.ts";
import { button, card, grid, md, panel, row } from "../elements.ts";
import { dayName, nameOf, periodName, townName } from "../names.ts";
import { MOST_BARS } from "../picture/bar-picture.ts";
import { query } from "../query.ts";
import { firstToFit } from "../size.ts";
import { figureText } from "../text/figures.ts";
import { rankingText } from "../text/ranking.ts";
import { leaguesPanel } from "./leagues.ts";
import { decimalsOf } from "./points.ts";
import { rankingChart } from "./ranking-chart.ts";
import { rankingTable } from "./ranking-table.ts";
import type { RankingView } from "./ranking-view.ts";
import { rankingNotes, rankingSentences } from "./ranking-words.ts";

/** What a drawing has room for; towns beyond `listed` are counted. */
type Room = { listed: number; leagues: boolean };

const ROOMS: readonly Room[] = [
  { listed: MOST_BARS, leagues: true },
  { listed: MOST_BARS, leagues: false },
  { listed: 15, leagues: false },
];

/**
 * A published ranking: one picture of all towns, three sentences, and a table of four columns. The full table is sent to
 * whoever asks for it.
 */
export function rankingCard(view: RankingView): Card {
  return firstToFit(ROOMS.map((room) => () => draw(view, room)));
}

/** The same for a group, in both languages as far as the card's size allows. */
export function groupRankingCard(view: Omit<RankingView, "locale">): Card {
  const inBoth = (room: Room) => () => bilingual((locale) => draw({ ...view, forAll: true, locale }, room));
  return firstToFit([...ROOMS.map(inBoth), () => rankingCard({ ...view, locale: "zh-CN" })]);
}

function draw(view: RankingView, { listed, leagues }: Room): Card {
  const { programme, ranking, locale } = view;
  const text = rankingText(locale);
  const figures = figureText(locale);
  const day = dayName(shanghaiDay(ranking.publishedAt), locale);
  const picture = rankingChart(view);
  const notes = rankingNotes(view);
  const left = ranking.rows.length - listed;
  return card(
    {
      title: text.title(periodName(ranking.period, locale)),
      subtitle: text.publishedOn(nameOf(programme, locale), day),
      template: "blue",
    },
    [
      ...(picture ? [picture] : []),
      ...rankingSentences(view).map((sentence) => md(sentence)),
      rankingTable(view, listed),
      ...(left > 0 ? [md(text.moreTowns(left), "notation")] : []),
      row([[button(text.fullTable, query.table(ranking.period, 1))]], [], "flow"),
      ...(notes.length > 0 ? [md(notes.join("<br>"), "notation")] : []),
      ...(leagues
        ? leaguesPanel(view.leagues ?? [], { programme, locale, decimals: decimalsOf(view), text })
        : []),
      askPanel(view, listed),
      ...(view.asked
        ? [understoodAs([figures.all, periodName(ranking.period, locale), figures.measures.score], locale)]
        : []),
    ],
  );
}

function askPanel({ ranking, locale }: RankingView, listed: number): CardElement {
  const buttons = ranking.rows
    .slice(0, listed)
    .map(({ town, rank }) =>
      button(townName(town, locale), rank === null ? query.status(town.slug) : query.explain(town.slug)),
    );
  return panel(rankingText(locale).askTown, [grid(buttons, 3)]);
}
