import * as z from "zod";
import { readAbout } from "./about.ts";
import type { DigestFacts } from "./facts.ts";
import type { Asked, DigestRow, RankRow } from "./rows.ts";

const seenSchema = z.object({
  rows: z.array(
    z.object({
      id: z.string(),
      mark: z.string(),
      asked: z.object({ since: z.string(), answer: z.string().nullable() }).nullable(),
    }),
  ),
});
/** The part of a digest's rows that is stored and compared. */
export type Seen = z.infer<typeof seenSchema>;
/** `changed`: new or different; `same`: unchanged; `gone`: number of tasks no longer listed. Rows keep their order. */
export type Changes = { changed: DigestRow[]; same: DigestRow[]; gone: number };

/** Parses a stored digest; throws on anything else. */
export function readSeen(stored: unknown): Seen {
  return seenSchema.parse(stored);
}

type Compared = Pick<DigestFacts, "rows" | "ranking" | "span">;

/**
 * Compares with the last digest of the same audience. Without one every row is new, except places: of those only the
 * ones a ranking published within the span has changed.
 */
export function whatChanged(before: Seen | null, after: Compared): Changes {
  const earlier = new Map((before?.rows ?? []).map((row) => [subjectOf(row.id), row]));
  const isChanged = (row: DigestRow) => {
    if (!before) return row.kind !== "rank" || row.asked !== null || hasMoved(row, after);
    const last = earlier.get(subjectOf(row.id));
    // An answer that was shown once and is no longer shown is no change.
    return last?.mark !== row.mark || (row.asked !== null && askedMark(row.asked) !== askedMark(last.asked));
  };
  const listed = tasksOf(after.rows);
  return {
    changed: after.rows.filter(isChanged),
    same: after.rows.filter((row) => !isChanged(row)),
    gone: [...tasksOf(before?.rows ?? [])].filter((task) => !listed.has(task)).length,
  };
}

function hasMoved(row: RankRow, { ranking, span }: Compared): boolean {
  const fresh = ranking !== null && ranking.publishedAt >= span.from;
  return fresh && row.previousRank !== null && row.rank !== row.previousRank;
}

function askedMark(asked: Pick<Asked, "since" | "answer"> | null): string {
  return asked ? `${asked.since} ${asked.answer ?? ""}` : "";
}

/** The subject without its quarter: the same place in a new quarter is no change. */
function subjectOf(id: string): string {
  const about = readAbout(id);
  return about.kind === "rank" ? `${about.town}/rank` : id;
}

/** Ids of the tasks still waiting for something; closed ones are finished. */
function tasksOf(rows: ReadonlyArray<{ id: string }>): Set<string> {
  return new Set(
    rows.flatMap(({ id }) => {
      const about = readAbout(id);
      return about.kind === "task" && about.task !== "ask" ? [about.task] : [];
    }),
  );
}
