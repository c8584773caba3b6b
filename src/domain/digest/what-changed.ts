import * as z from "zod";
import { shanghaiDay } from "../calendar/shanghai-time.ts";
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
  ranking: z.object({ publishedAt: z.number() }).nullable().default(null),
  stale: z.array(z.object({ kind: z.string() })).default([]),
  reporting: z
    .object({
      period: z.string(),
      quarter: z.object({ stage: z.string() }),
      approved: z.number(),
      inReview: z.number(),
      returned: z.number(),
      missing: z.array(z.string()),
    })
    .nullable()
    .default(null),
});
/** The part of a digest that is stored and compared. */
export type Seen = z.infer<typeof seenSchema>;
/** `changed`: new or different; `same`: unchanged; `gone`: number of tasks no longer listed. Rows keep their order. */
export type Changes = { changed: DigestRow[]; same: DigestRow[]; gone: number };

/** Parses a stored digest; throws on anything else. */
export function readSeen(stored: unknown): Seen {
  return seenSchema.parse(stored);
}

type Compared = Pick<DigestFacts, "rows" | "ranking" | "span" | "at">;

/**
 * Whether a digest says anything that the one before did not: a row, a ranking, a warning, a missed run and, to the
 * leading group, how far the quarter's reporting is. A county knows that of its own towns.
 */
export function hasNews(before: Seen | null, facts: DigestFacts, { changed, gone }: Changes): boolean {
  const warned = new Set(before?.stale.map(({ kind }) => kind));
  if (changed.length + gone + facts.missed.length > 0) return true;
  const { ranking, span } = facts;
  const isFresh = ranking !== null && ranking.publishedAt >= span.from;
  if (isFresh && ranking.publishedAt !== before?.ranking?.publishedAt) return true;
  if (facts.stale.some(({ kind }) => !warned.has(kind))) return true;
  return (
    facts.audience === "leading_group" && reached(facts.reporting) !== reached(before?.reporting ?? null)
  );
}

function reached(reporting: Seen["reporting"]): string {
  if (!reporting) return "";
  const { period, quarter, approved, inReview, returned, missing } = reporting;
  return [period, quarter.stage, approved, inReview, returned, missing.length].join(" ");
}

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
    gone: [...tasksOf((before?.rows ?? []).filter((row) => !isAhead(row, after)))].filter(
      (task) => !listed.has(task),
    ).length,
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

/** Whether a row spoke of a day still to come, which a digest of a shorter time does not list yet. */
function isAhead({ mark }: { mark: string }, { at }: Pick<Compared, "at">): boolean {
  const due = /^\d{4}-\d{2}-\d{2}(?= )/.exec(mark)?.[0];
  return due !== undefined && due > shanghaiDay(at);
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
