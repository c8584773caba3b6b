import type { Locale } from "../../src/domain/programme/people.ts";
import { roundHalfUp } from "../../src/domain/scoring/round-half-up.ts";
import type { TownStatus } from "../../src/domain/views.ts";
import type { CardElement } from "../card.ts";
import { chart, md } from "../elements.ts";
import { periodName, shortPeriodName } from "../names.ts";
import { askText } from "../text/ask.ts";

/** Number of quarters shown: two years. */
const SHOWN = 8;

/** A line chart of the published scores, from two quarters on; quarters without a score are listed below it. */
export function historyElements({ history }: Pick<TownStatus, "history">, locale: Locale): CardElement[] {
  const text = askText(locale);
  const shown = history.slice(-SHOWN);
  const values = shown.flatMap(({ period, score }) =>
    score === null
      ? []
      : [{ period: shortPeriodName(period, locale), score: Number(roundHalfUp(score, 2).toFixed(2)) }],
  );
  if (values.length < 2) return [];
  const gaps = shown.filter(({ score }) => score === null).map(({ period }) => periodName(period, locale));
  return [
    chart(
      {
        type: "line",
        title: { text: text.historyTitle },
        data: { values },
        xField: "period",
        yField: "score",
        point: { visible: true },
        label: { visible: true },
        axes: [
          { orient: "left", type: "linear", zero: false, ...span(values.map(({ score }) => score)) },
          { orient: "bottom", type: "band" },
        ],
      },
      220,
    ),
    ...(gaps.length > 0 ? [md(text.gaps(gaps), "notation")] : []),
  ];
}

/** The chart's range in tens around the scores, so that a constant score is drawn in the middle. */
function span(scores: number[]): { min: number; max: number } {
  return {
    min: Math.floor((Math.min(...scores) - 5) / 10) * 10,
    max: Math.ceil((Math.max(...scores) + 5) / 10) * 10,
  };
}
