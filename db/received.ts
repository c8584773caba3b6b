import { and, asc, count, eq, getTableColumns, gt, gte, lte, or, sql } from "drizzle-orm";
import type { Db } from "./open.ts";
import { received } from "./schema.ts";
import { type Write, written } from "./written.ts";

export type Received = typeof received.$inferSelect;

/** Puts an event down; one that is there already stays as it is. */
export const putReceived: (db: Db, row: Received) => Write = written<Received>((db) => {
  const p = sql.placeholder;
  return db
    .insert(received)
    .values({ id: p("id"), event: p("event"), tries: p("tries"), tryAt: p("tryAt") })
    .onConflictDoNothing();
});

/** Takes an answered event away. */
export const forgetReceived: (db: Db, row: { id: string }) => Write = written<{ id: string }>((db) =>
  db.delete(received).where(eq(received.id, sql.placeholder("id"))),
);

/** Has an event tried again at `tryAt`, UTC ms. */
export function tryReceivedAgain(
  db: Db,
  id: string,
  { tries, tryAt }: Pick<Received, "tries" | "tryAt">,
): Write {
  return db.update(received).set({ tries, tryAt }).where(eq(received.id, id));
}

/**
 * Up to `limit` events that are to be tried by `until`, UTC ms, as they came, behind the one numbered `after`. `untried`:
 * those too whose time has not come, because no process that could be answering them was running.
 */
export function listReceived(
  db: Db,
  { until, after, limit, untried }: { until: number; after: number; limit: number; untried: boolean },
): Promise<Array<Received & { n: number }>> {
  const isDue = lte(received.tryAt, until);
  const n = sql<number>`rowid`;
  return db
    .select({ ...getTableColumns(received), n })
    .from(received)
    .where(and(untried ? or(isDue, eq(received.tries, 0)) : isDue, gt(n, after)))
    .orderBy(asc(n))
    .limit(limit);
}

/** How many events are not answered yet; of those that were tried at least `tries` times without success. */
export async function countReceived(db: Db, tries = 0): Promise<number> {
  const [row] = await db.select({ n: count() }).from(received).where(gte(received.tries, tries));
  return row?.n ?? 0;
}
