import type { CardElement } from "../card.ts";
import { table } from "../elements.ts";
import { nameForReaders } from "../picture/chart-name.ts";
import { rankingText } from "../text/ranking.ts";
import { decimalsOf, pointsText } from "./points.ts";
import type { RankingView } from "./ranking-view.ts";
import { isCompared, moveMark } from "./standing.ts";

/**
 * Rank, town, score and move of the first `listed` rows: as much as a phone shows without a swipe. A first ranking has no
 * moves.
 */
export function rankingTable(view: RankingView, listed: number): CardElement {
  const { ranking, forAll, locale } = view;
  const text = rankingText(locale);
  const points = (["zh-CN", "en"] as const).map((one) => rankingText(one).points).join("/");
  const columns = { ...text.columns, ...(forAll ? { rank: "#", score: points, move: "±" } : {}) };
  const decimals = decimalsOf(view);
  const compared = isCompared(ranking.rows);
  return table(
    [
      { name: "rank", display_name: columns.rank, data_type: "text" },
      { name: "town", display_name: columns.town, data_type: "text" },
      { name: "score", display_name: columns.score, data_type: "text", horizontal_align: "right" },
      ...(compared ? [{ name: "move", display_name: columns.move, data_type: "text" } as const] : []),
    ],
    ranking.rows.slice(0, listed).map((row) => ({
      rank: String(row.rank ?? "–"),
      town: nameForReaders(row.town, view),
      score: row.score === null ? "" : pointsText(row.score, decimals),
      ...(compared ? { move: moveMark(row, ranking.rows, forAll ? "" : text.fresh) } : {}),
    })),
  );
}
