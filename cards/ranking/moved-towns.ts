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
  const rankText = (rank: number | null) => (rank === null ? text.none : String(rank));
  const scoreText = (score: number | null) => (score === null ? text.none : pointsText(score, DECIMALS));
  const { columns } = text;
  return [
    md(moved > 0 ? text.moved(moved, tried) : text.noneMoved(tried)),
    table(
      [
        { name: "town", display_name: columns.town, data_type: "text" },
        { name: "rank", display_name: columns.rank, data_type: "text" },
        { name: "score", display_name: columns.score, data_type: "text" },
      ],
      rows.map((row) => {
        const town = townBySlug(programme, row.town);
        return {
          town: town ? distinctTownName(programme, town, locale) : row.town,
          rank:
            row.rank === row.newRank
              ? rankText(row.rank)
              : `${rankText(row.rank)} → ${rankText(row.newRank)}`,
          score: `${scoreText(row.score)} → ${scoreText(row.newScore)}`,
        };
      }),
    ),
  ];
}
