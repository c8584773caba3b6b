import { figureCard } from "../../../cards/ask/figure.ts";
import { notPublishedCard } from "../../../cards/ask/not-published.ts";
import { rankingPartCard } from "../../../cards/ask/part-of-ranking.ts";
import type { AskedFigure } from "../../../src/domain/question/asked-figure.ts";
import { reckon, type TownFacts } from "../../../src/domain/question/reckon.ts";
import { viewOf } from "../../cards/explain/views.ts";
import { type Shown, show } from "../../cards/show.ts";
import type { Setting } from "./setting.ts";

/** The answers about figures, about an end of the ranking, and about a quarter without one. */
export function answering({ programme, locale, period, quarter, now, town }: Setting): Shown[] {
  const facts = programme.towns.map((one): TownFacts => {
    const row = now.result.rows.find((line) => line.town === one.slug);
    const values = now.inputs.table.rows.find(({ id }) => id === one.slug)?.values;
    const frozen = row && values ? { row, values } : null;
    return { town: one, standing: "published", content: null, frozen, done: () => 0.45 };
  });
  const figure = (asked: AskedFigure, towns = programme.towns) => ({
    ...{ programme, asked, period, locale, published: true, states: new Map() },
    reckoned: reckon(
      asked,
      facts.filter((fact) => towns.includes(fact.town)),
      towns,
    ),
  });
  const invested = { figure: { kind: "invested" }, how: { kind: "value" } } as const;
  const { ranking } = viewOf(now, programme, locale);
  const waiting = { programme, locale, period, quarter };
  return [
    ...show(figureCard, {
      all: figure({ ...invested, whom: "all" }),
      one: figure({ ...invested, whom: { towns: [town] } }, [town]),
    }),
    ...show(rankingPartCard, {
      top: { programme, locale, ranking, part: { end: "top", n: 3 } },
      bottom: { programme, locale, ranking, part: { end: "bottom", n: 999 } },
    }),
    ...show(notPublishedCard, {
      "": { ...waiting, reported: true, published: ["2026Q2", "2026Q1"] },
      before: { ...waiting, reported: false, published: ["2026Q2"] },
    }),
  ];
}
