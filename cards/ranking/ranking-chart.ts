import type { CardElement } from "../card.ts";
import { barPicture, MOST_BARS } from "../picture/bar-picture.ts";
import { chartName } from "../picture/chart-name.ts";
import { LIGHT_COLOURS } from "../picture/colours.ts";
import { rankingText } from "../text/ranking.ts";
import { lightTerm } from "../text/terms.ts";
import { decimalsOf, pointsText } from "./points.ts";
import type { RankingView } from "./ranking-view.ts";
import { moveMark } from "./standing.ts";

/** All towns by points, first rank on top, in the colours of their lights; null when there is no score. */
export function rankingChart(view: RankingView): CardElement | null {
  const { ranking, locale } = view;
  const decimals = decimalsOf(view);
  if (ranking.rows.every(({ score }) => score === null)) return null;
  return barPicture(
    ranking.rows.slice(0, MOST_BARS).map((row) => {
      const { town, rank, score, light } = row;
      const move = moveMark(row, ranking.rows, view.forAll ? "" : rankingText(locale).fresh);
      return {
        name: [rank ?? "", chartName(town, view), move].join(" ").trim(),
        value: score === null ? null : Number(pointsText(score, decimals)),
        shown: score === null ? "" : pointsText(score, decimals),
        kind: lightTerm(light, locale).text,
        colour: LIGHT_COLOURS[light],
      };
    }),
  );
}
