import { notReallyDifferent } from "../../src/domain/explain/bands.ts";
import type { Comparison } from "../../src/domain/explain/compare-towns.ts";
import type { RankedTown } from "../../src/domain/ranking/ranked-town.ts";
import type { ScoreTerm } from "../../src/domain/scoring/explain-change.ts";
import { headline, understoodAs } from "../answer-lines.ts";
import type { Card, CardElement } from "../card.ts";
import { button, card, grid, md, table } from "../elements.ts";
import { nameOf, periodName } from "../names.ts";
import { query } from "../query.ts";
import { pointsText, signedPoints } from "../ranking/points.ts";
import { nameIn, printOf, type RankedView } from "../ranking/ranked-view.ts";
import { bandedRank, isTied } from "../ranking/standing.ts";
import { type ExplainText, explainText } from "../text/explain.ts";
import { type GapParts, gapParts } from "./gap-parts.ts";

/** Two towns of one ranking; `row` is compared with `other`. */
export type CompareView = RankedView & {
  row: RankedTown;
  other: RankedTown;
  comparison: Extract<Comparison, { ok: true }>;
};

/** Rows of the table seen at once, the largest gaps first: an answer fits one screen of a phone. */
const SHOWN = 3;

/** "和那个镇比差在哪": both scores, where the town has fewer and more points, and the gap by indicator, largest first. */
export function compareCard(view: CompareView): Card {
  const { programme, ranking, row, other, scheme, comparison, locale } = view;
  const text = explainText(locale);
  const [name, otherName] = [nameIn(view, row.town.slug), nameIn(view, other.town.slug)];
  const gap = gapParts(row, other, scheme, printOf(view));
  const split = Object.keys(row.contributions).length > 0;
  const alike = view.bands !== null && notReallyDifferent(view.bands, row.town.slug, other.town.slug);
  return card(
    {
      title: text.compareTitle(name, otherName),
      subtitle: text.subtitle(periodName(ranking.period, locale), nameOf(programme, locale)),
      template: "blue",
    },
    [
      md(
        headline(gapWords(view, gap, text), text.pair(name, otherName), ranking, locale) +
          `<br>${scores(view, text)}`,
      ),
      ...(split ? [...differences(view, gap, text), gapTable(view, gap, text)] : []),
      ...(alike && !comparison.level ? [md(text.pairAlike)] : []),
      ...(split ? [md(notes(view, gap, text), "notation")] : []),
      understoodAs([text.pair(name, otherName), periodName(ranking.period, locale), text.compared], locale),
      buttons(view, text),
    ],
  );
}

function scores(view: CompareView, text: ExplainText): string {
  const { decimals, text: ranks } = printOf(view);
  const of = (row: RankedTown) => {
    const rank = bandedRank(row, isTied(row, view.ranking.rows), view.bands?.get(row.town.slug), ranks);
    return text.scores(nameIn(view, row.town.slug), pointsText(row.score ?? 0, decimals), rank);
  };
  return `${of(view.row)}${text.between}${of(view.other)}${text.stop}`;
}

function gapWords(view: CompareView, { total }: GapParts, text: ExplainText): string {
  if (view.comparison.level) return text.level;
  const gap = pointsText(Math.abs(total), printOf(view).decimals);
  return (total < 0 ? text.lower : text.higher)(gap);
}

function differences(view: CompareView, gap: GapParts, text: ExplainText): CardElement[] {
  const { decimals } = printOf(view);
  const items = (terms: ScoreTerm[]) =>
    terms.flatMap(({ id }) => {
      const part = gap.parts.find((one) => one.id === id);
      const points = pointsText(Math.abs(part?.gap ?? 0), decimals);
      return part && Number(points) > 0 ? [text.item(part.label, points)] : [];
    });
  const [worse, better] = [items(view.comparison.worse), items(view.comparison.better)];
  const less = worse.length > 0 ? [text.worse(worse)] : [];
  const more = better.length > 0 ? [text.better(better)] : [];
  const lines = gap.total > 0 ? [...more, ...less] : [...less, ...more];
  return lines.length > 0 ? [md(lines.join("<br>"))] : [];
}

function gapTable(view: CompareView, gap: GapParts, text: ExplainText): CardElement {
  const { decimals, text: ranks } = printOf(view);
  const points = (value: number | null) =>
    value === null ? ranks.notApplicable : pointsText(value, decimals);
  const figure = (name: string, display_name: string) =>
    ({ name, display_name, data_type: "text", horizontal_align: "right" }) as const;
  return table(
    [
      { name: "part", display_name: text.columns.part, data_type: "text" },
      figure("own", nameIn(view, view.row.town.slug)),
      figure("other", nameIn(view, view.other.town.slug)),
      figure("gap", text.gapColumn),
    ],
    gap.parts.map((part) => ({
      part: part.label,
      own: points(part.own),
      other: points(part.other),
      gap: signedPoints(part.gap, decimals),
    })),
    SHOWN,
  );
}

function notes(view: CompareView, gap: GapParts, text: ExplainText): string {
  const total = signedPoints(gap.total, printOf(view).decimals);
  const notApplying = view.comparison.terms.some(({ na }) => na);
  return [text.gapAddsUp(total), ...(notApplying ? [text.pairNotApplying] : [])].join("<br>");
}

function buttons(view: CompareView, text: ExplainText): CardElement {
  const { row, other, ranking, comparison } = view;
  const [behind, front] = comparison.gap > 0 ? [row, other] : [other, row];
  const catchUp = text.buttons.catchUp(nameIn(view, front.town.slug));
  return grid(
    [
      ...(comparison.level || behind !== row
        ? []
        : [button(catchUp, query.whatIf(behind.town.slug, front.town.slug), { type: "primary" })]),
      button(text.buttons.whyOf(nameIn(view, row.town.slug)), query.explain(row.town.slug)),
      button(text.buttons.ranking, query.ranking(ranking.period)),
    ],
    2,
  );
}
