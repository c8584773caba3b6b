import type { RankedTown } from "../../src/domain/ranking/ranked-town.ts";
import type { Card, CardElement } from "../card.ts";
import { button, card, md, row, table } from "../elements.ts";
import { distinctTownName, nameOf, periodName } from "../names.ts";
import { query } from "../query.ts";
import { firstToFit } from "../size.ts";
import { rowTerms } from "../text/terms.ts";
import { pointsText, signedPoints } from "./points.ts";
import { printOf, type RankedView } from "./ranked-view.ts";
import { scoreParts } from "./score-parts.ts";
import { bandText, isCompared, isTied, moveText, rankText } from "./standing.ts";

/** Rows of a page. */
const PER_PAGE = 40;

/**
 * A published ranking in every detail, for one reader: rank, score, change, light, band, and the points of each indicator.
 * The town stays in sight while the table is swiped. `page` counts from 1; a page that is not there is the first. Without
 * the indicators where their names and points are too much for a card.
 */
export function fullTableCard(view: RankedView & { page: number }): Card {
  return firstToFit([true, false].map((parts) => () => draw(view, parts)));
}

function draw(view: RankedView & { page: number }, parts: boolean): Card {
  const { programme, ranking, locale } = view;
  const { text } = printOf(view);
  const all = ranking.rows.length;
  const from = (view.page - 1) * PER_PAGE < all ? (view.page - 1) * PER_PAGE : 0;
  const shown = ranking.rows.slice(from, from + PER_PAGE);
  const left = all - from - shown.length;
  const page = Math.floor(from / PER_PAGE) + 1;
  const banded = shown.some((line) => bandText(line, view.bands?.get(line.town.slug)) !== "");
  const buttons = [
    ...(left > 0 ? [button(text.nextPage(left), query.table(ranking.period, page + 1))] : []),
    ...(left === 0 && from > 0 ? [button(text.otherPage, query.table(ranking.period, 1))] : []),
    button(text.asPicture, query.picture(ranking.period)),
    button(text.backToRanking, query.ranking(ranking.period)),
  ];
  return card(
    {
      title: text.fullTitle(periodName(ranking.period, locale)),
      subtitle: nameOf(programme, locale),
      template: "blue",
    },
    [
      md(text.pageNote(from + 1, from + shown.length, all) + (parts ? text.swipe : ""), "notation"),
      fullTable(view, shown, parts),
      ...(banded ? [md(text.bandNote, "notation")] : []),
      row(
        buttons.map((one) => [one]),
        [],
        "flow",
      ),
    ],
  );
}

function fullTable(view: RankedView, shown: readonly RankedTown[], withParts: boolean): CardElement {
  const { ranking, programme, locale, scheme } = view;
  const { decimals, text } = printOf(view);
  const compared = isCompared(ranking.rows);
  const band = (line: RankedTown) => bandText(line, view.bands?.get(line.town.slug));
  const partsOf = (line: RankedTown) =>
    withParts && line.score !== null
      ? scoreParts({ row: line, previous: undefined, delta: null }, scheme, { decimals, text, locale })
      : [];
  const columns = new Map(shown.flatMap(partsOf).map(({ id, label }) => [id, label]));
  const { columns: names } = text;
  const figure = { data_type: "text", horizontal_align: "right" } as const;
  const words = { data_type: "text" } as const;
  const element = table(
    [
      { name: "town", display_name: names.town, ...words },
      { name: "rank", display_name: names.rank, ...words },
      { name: "score", display_name: names.score, ...figure },
      ...(compared
        ? [
            { name: "delta", display_name: names.delta, ...figure },
            { name: "move", display_name: names.move, ...words },
          ]
        : []),
      { name: "light", display_name: names.light, data_type: "options" },
      { name: "band", display_name: names.band, ...words },
      ...[...columns].map(([id, label]) => ({ name: `part_${id}`, display_name: label, ...figure })),
    ],
    shown.map((line) => ({
      town: distinctTownName(programme, line.town, locale),
      rank: rankText(line, isTied(line, ranking.rows), text),
      score: line.score === null ? "" : pointsText(line.score, decimals),
      ...(compared
        ? {
            delta: line.delta === null ? "" : signedPoints(line.delta, decimals),
            move: moveText(line, text),
          }
        : {}),
      light: rowTerms(line, locale),
      band: band(line),
      ...Object.fromEntries(
        partsOf(line).map(({ id, points }) => [
          `part_${id}`,
          points === null ? text.notApplicable : pointsText(points, decimals),
        ]),
      ),
    })),
  );
  return { ...element, freeze_first_column: true };
}
