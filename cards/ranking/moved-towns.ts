import type { Reweighed } from "../../src/domain/explain/weigh.ts";
import type { Locale } from "../../src/domain/programme/people.ts";
import { type Programme, townBySlug } from "../../src/domain/programme/programme.ts";
import type { CardElement } from "../card.ts";
import { md, table } from "../elements.ts";
import { distinctTownName } from "../names.ts";
import { weighingText } from "../text/weighing.ts";
import { pointsText } from "./points.ts";

/** Decimals of the scores shown beside the ranks. */
const DECIMALS = 2;

/** Every town's place now and under the other weights, in the order of the latter. */
export function movedTowns(view: { programme: Programme; rows: Reweighed[]; locale: Locale }): CardElement[] {
  const { programme, rows, locale } = view;
  const text = weighingText(locale);
  const tried = rows.filter(({ newRank }) => newRank !== null).length;
  const moved = rows.filter(({ moved }) => moved !== null && moved !== 0).length;
  const place = (rank: number | null, score: number | null) =>
    rank === null ? text.none : text.place(String(rank), score === null ? "" : pointsText(score, DECIMALS));
  const { columns } = text;
  return [
    md(moved > 0 ? text.moved(moved, tried) : text.noneMoved(tried)),
    table(
      [
        { name: "town", display_name: columns.town, data_type: "text" },
        // On a phone the change is visible at once, the places after a swipe.
        { name: "move", display_name: columns.move, data_type: "text" },
        { name: "now", display_name: columns.now, data_type: "text" },
        { name: "trial", display_name: columns.trial, data_type: "text" },
      ],
      rows.map((row) => {
        const town = townBySlug(programme, row.town);
        const places = row.moved ?? 0;
        return {
          town: town ? distinctTownName(programme, town, locale) : row.town,
          now: place(row.rank, row.score),
          trial: place(row.newRank, row.newScore),
          move: places > 0 ? text.up(places) : places < 0 ? text.down(-places) : text.same,
        };
      }),
    ),
  ];
}
