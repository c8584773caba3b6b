import type { Light } from "../../src/domain/scoring/lights.ts";
import type { CardElement } from "../card.ts";
import { chart } from "../elements.ts";
import { distinctTownName } from "../names.ts";
import type { RankingText } from "../text/ranking.ts";
import { lightTerm } from "../text/terms.ts";
import { pointsText } from "./points.ts";
import type { RankingView } from "./ranking-view.ts";

const BARS: Record<Light, string> = {
  green: "#34A853",
  yellow: "#F5B400",
  red: "#E0524D",
  grey: "#A8ADB5",
};

/** The scores as horizontal bars, first rank on top, coloured by light; null when there is no score. */
export function rankingChart(
  { programme, ranking, forAll, locale }: RankingView,
  decimals: number,
  text: RankingText,
): CardElement | null {
  const values = ranking.rows.flatMap(({ town, score, light }) =>
    score === null
      ? []
      : [
          {
            town: distinctTownName(programme, town, locale),
            score: Number(pointsText(score, decimals)),
            light: lightTerm(light, locale).text,
          },
        ],
  );
  if (values.length === 0) return null;
  const scores = values.map(({ score }) => score);
  const lights: Light[] = ["green", "yellow", "red", "grey"];
  const spec = {
    type: "bar",
    direction: "horizontal",
    data: { values },
    xField: "score",
    yField: "town",
    seriesField: "light",
    stack: true,
    color: {
      type: "ordinal",
      domain: lights.map((light) => lightTerm(light, locale).text),
      range: lights.map((light) => BARS[light]),
    },
    label: { visible: true },
    legends: { visible: true, orient: "bottom", title: { visible: true, text: text.columns.light } },
    axes: [
      // Bilingual town names need more than the third of the width a chart gives its axis.
      { orient: "left", type: "band", ...(forAll ? { maxWidth: "50%" } : {}) },
      { orient: "bottom", type: "linear", ...room(scores, forAll ? 1.5 : 1.25) },
    ],
  };
  return chart(spec, 90 + 28 * Math.min(values.length, 30));
}

/**
 * The value axis' maximum, with space for the label of the longest bar: more when the bars are narrow. Left to the
 * chart where a score is negative.
 */
function room(scores: number[], stretch: number): { max?: number } {
  const longest = Math.max(...scores);
  return Math.min(...scores) >= 0 && longest > 0 ? { max: Math.ceil((longest * stretch) / 10) * 10 } : {};
}
