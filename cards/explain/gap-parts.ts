import type { RankedTown } from "../../src/domain/ranking/ranked-town.ts";
import type { Scheme } from "../../src/domain/scoring/scheme.ts";
import type { printOf } from "../ranking/ranked-view.ts";
import { type ScorePart, scoreParts } from "../ranking/score-parts.ts";

/** One indicator of two towns as printed; `gap`: the first town's points minus the second's. */
export type GapPart = Pick<ScorePart, "id" | "label"> & {
  own: number | null;
  other: number | null;
  gap: number;
};
export type GapParts = { total: number; parts: GapPart[] };

/**
 * Two towns' scores by part, largest gap first. Each gap is the difference of the two printed figures, and the gaps add
 * up to the difference of the printed scores.
 */
export function gapParts(
  row: RankedTown,
  other: RankedTown,
  scheme: Scheme,
  print: ReturnType<typeof printOf>,
): GapParts {
  const split = (one: RankedTown) =>
    scoreParts({ row: one, previous: undefined, delta: null }, scheme, print);
  const [first, second] = [split(row), split(other)];
  const unit = 10 ** print.decimals;
  const minus = (a: number, b: number) => (Math.round(a * unit) - Math.round(b * unit)) / unit;
  const theirs = new Map(second.map((part) => [part.id, part]));
  const mine = new Set(first.map(({ id }) => id));
  const rows = [...first, ...second.filter(({ id }) => !mine.has(id))];
  const parts = rows.map(({ id, label, points }) => {
    const own = mine.has(id) ? points : null;
    const against = theirs.get(id)?.points ?? null;
    return { id, label, own, other: against, gap: minus(own ?? 0, against ?? 0) };
  });
  return {
    total: minus(row.score ?? 0, other.score ?? 0),
    parts: parts.sort((a, b) => Math.abs(b.gap) - Math.abs(a.gap)),
  };
}
