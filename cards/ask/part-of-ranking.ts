import { shanghaiDay } from "../../src/domain/calendar/shanghai-time.ts";
import type { RankingPart } from "../../src/domain/question/intent-words.ts";
import type { RankedTown } from "../../src/domain/ranking/ranked-town.ts";
import { headline, understoodAs } from "../answer-lines.ts";
import type { Card } from "../card.ts";
import { button, card, md, row } from "../elements.ts";
import { dayName, distinctTownName, nameOf, periodName } from "../names.ts";
import { query } from "../query.ts";
import { decimalsOf, pointsText } from "../ranking/points.ts";
import type { RankingView } from "../ranking/ranking-view.ts";
import { isTied, rankText } from "../ranking/standing.ts";
import { answerText } from "../text/answers.ts";
import { figureText } from "../text/figures.ts";
import { rankingText } from "../text/ranking.ts";

export type RankingPartView = Pick<RankingView, "programme" | "ranking" | "locale"> & { part: RankingPart };

/** Lines of a card before it becomes a table. */
const MOST = 15;

/** The first or the last places of a published ranking, the end asked for first; a shared place is never cut in two. */
export function rankingPartCard(view: RankingPartView): Card {
  const { programme, ranking, part, locale } = view;
  const text = answerText(locale);
  const shown = partOf(ranking.rows, part).slice(0, MOST);
  const missing = ranking.rows.filter(({ standing }) => standing === "not_reported");
  const name = (line: RankedTown) => distinctTownName(programme, line.town, locale);
  const lines = shown.map((line) =>
    text.line(
      rankText(line, isTied(line, ranking.rows), rankingText(locale)),
      name(line),
      pointsText(line.score ?? 0, decimalsOf(view)),
    ),
  );
  const period = periodName(ranking.period, locale);
  const which = text.part[part.end](Math.min(part.n, shown.length));
  const figures = figureText(locale);
  const day = dayName(shanghaiDay(ranking.publishedAt), locale);
  return card(
    {
      title: text.partTitle(period, which),
      subtitle: rankingText(locale).publishedOn(nameOf(programme, locale), day),
      template: "blue",
    },
    [
      md([headline(which, figures.all, ranking, locale), ...lines].join("<br>")),
      ...(part.end === "bottom" && missing.length > 0
        ? [md(text.notReported(missing.map(name)), "notation")]
        : []),
      understoodAs([figures.all, period, figures.measures.score], locale),
      row([[button(text.whole, query.ranking(ranking.period))]]),
    ],
  );
}

function partOf(rows: RankedTown[], { end, n }: RankingPart): RankedTown[] {
  const ranked = rows.filter(({ rank }) => rank !== null);
  const ordered = end === "top" ? ranked : ranked.toReversed();
  const last = ordered.slice(0, n).at(-1);
  return ordered.filter((line, i) => i < n || line.rank === last?.rank);
}
