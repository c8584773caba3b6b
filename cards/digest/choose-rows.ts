import { type DigestRow, ROW_GROUPS } from "../../src/domain/digest/rows.ts";

/** The rows shown, in order, and the number left out. */
export type Chosen = { shown: DigestRow[]; left: DigestRow[] };

/**
 * Selects rows for the unfolded part: each group in turn gets one more until `room` is used, so that no kind of news
 * hides another. Of the places, the largest changes come first.
 */
export function inSight(rows: readonly DigestRow[], room: number): Chosen {
  const queues = ROW_GROUPS.map((kinds) =>
    rows.filter((row) => kinds.some((kind) => kind === row.kind)).sort(byWeight),
  );
  const picked = new Set<DigestRow>();
  while (picked.size < room && queues.some((queue) => queue.length > 0))
    for (const queue of queues) {
      const next = queue.shift();
      if (next && picked.size < room) picked.add(next);
    }
  return split(rows, picked);
}

/** The first rows of a list, always including those that were asked about. */
export function firstOf(rows: readonly DigestRow[], room: number): Chosen {
  const wanted = [...rows].sort((a, b) => Number(b.asked !== null) - Number(a.asked !== null));
  return split(rows, new Set(wanted.slice(0, room)));
}

function split(rows: readonly DigestRow[], picked: ReadonlySet<DigestRow>): Chosen {
  return {
    shown: rows.filter((row) => picked.has(row)),
    left: rows.filter((row) => !picked.has(row)),
  };
}

/** Sorts rows that were asked about first, then places by size of change; all others keep their order. */
function byWeight(a: DigestRow, b: DigestRow): number {
  return Number(b.asked !== null) - Number(a.asked !== null) || moveOf(b) - moveOf(a);
}

function moveOf(row: DigestRow): number {
  if (row.kind !== "rank") return 0;
  return Math.abs((row.rank ?? 0) - (row.previousRank ?? row.rank ?? 0));
}
