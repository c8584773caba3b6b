import type { RankedTown } from "../../src/domain/ranking/ranked-town.ts";
import type { RankBand } from "../../src/domain/scoring/weight-band.ts";
import type { RankingText } from "../text/ranking.ts";

/** `第2名`, `并列第5名`, or why there is no rank. */
export function rankText(row: RankedTown, tied: boolean, text: RankingText): string {
  if (row.rank !== null && row.standing === "ranked") return text.rank(row.rank, tied);
  return text.standings[row.standing === "not_ranked" ? "not_ranked" : "not_reported"];
}

/** `第4名（区间4–6）`; without the band where the place is certain or the band unknown. */
export function bandedRank(
  row: RankedTown,
  tied: boolean,
  band: RankBand | undefined,
  text: RankingText,
): string {
  const rank = rankText(row, tied, text);
  if (!band || row.rank === null || isCertain(band)) return rank;
  const { best, worst } = endsOf(band);
  return text.banded(rank, best, worst);
}

/** `4–6` as a table cell; empty where the place is certain or the band unknown. */
export function bandText(row: RankedTown, band: RankBand | undefined): string {
  if (!band || row.rank === null || isCertain(band)) return "";
  const { best, worst } = endsOf(band);
  return `${best}–${worst}`;
}

/** Whether 90 % of the draws give the published place (scoring.md 3). */
export function isCertain(band: RankBand): boolean {
  const { best, worst } = endsOf(band);
  return best === worst;
}

/** The 5th and 95th percentile of the draws, extended to include the published place. */
function endsOf({ rank, drawn }: RankBand): { best: number; worst: number } {
  return { best: Math.min(rank, drawn.p5), worst: Math.max(rank, drawn.p95) };
}

/** Whether another row has the same rank. */
export function isTied(row: RankedTown, rows: RankedTown[]): boolean {
  return row.rank !== null && rows.some((other) => other !== row && other.rank === row.rank);
}

/** `升2`, `降1`, `持平`, `新`; empty without a rank. */
export function moveText(row: RankedTown, text: RankingText): string {
  if (row.rank === null) return "";
  if (row.previousRank === null) return text.fresh;
  const places = row.previousRank - row.rank;
  if (places === 0) return text.same;
  return places > 0 ? text.up(places) : text.down(-places);
}

/** The same without words: `↑2`, `↓1`, `–`; empty without a rank now or before. */
function moveArrow({ rank, previousRank }: RankedTown): string {
  if (rank === null || previousRank === null) return "";
  const places = previousRank - rank;
  return places === 0 ? "–" : `${places > 0 ? "↑" : "↓"}${Math.abs(places)}`;
}

/** Whether a ranking is compared with the quarter before. */
export function isCompared(rows: readonly RankedTown[]): boolean {
  return rows.some(({ previousRank, delta }) => previousRank !== null || delta !== null);
}

/** `↑2`, `↓1`, `–`; `fresh` for a town that had no rank before; empty in a first ranking. */
export function moveMark(row: RankedTown, rows: readonly RankedTown[], fresh: string): string {
  return row.rank !== null && row.previousRank === null && isCompared(rows) ? fresh : moveArrow(row);
}
