import { notReallyDifferent, type RankBands } from "../../src/domain/explain/bands.ts";
import type { RankedTown } from "../../src/domain/ranking/ranked-town.ts";
import type { RankingText } from "../text/ranking.ts";
import { isTied, rankText } from "./standing.ts";

/** Pairs of places listed; the others are counted. */
const NAMED = 5;

/** Neighbouring places whose order is uncertain, best first: `第4名甲与并列第5名乙、丙`. */
export function alikeNote(
  rows: RankedTown[],
  bands: RankBands,
  nameOfTown: (row: RankedTown) => string,
  text: RankingText,
): string {
  const ranks = [...new Set(rows.flatMap(({ rank }) => rank ?? []))].sort((a, b) => a - b);
  const pairs = ranks.flatMap((rank, i) => {
    const next = ranks[i + 1];
    const [upper, lower] = [rows.filter((row) => row.rank === rank), rows.filter((row) => row.rank === next)];
    const alike = (row: RankedTown, others: RankedTown[]) =>
      others.some((other) => notReallyDifferent(bands, row.town.slug, other.town.slug));
    const [above, below] = [
      upper.filter((row) => alike(row, lower)),
      lower.filter((row) => alike(row, upper)),
    ];
    return above.length > 0 ? [text.alikePair(placed(above), placed(below))] : [];
  });
  function placed(some: RankedTown[]): string {
    const [first] = some;
    return first ? text.placed(rankText(first, isTied(first, rows), text), some.map(nameOfTown)) : "";
  }
  if (pairs.length === 0) return "";
  return text.alike(pairs.slice(0, NAMED), Math.max(0, pairs.length - NAMED));
}
