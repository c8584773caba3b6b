import { and, eq, inArray, lte, notInArray, sql } from "drizzle-orm";
import type { Db } from "./open.ts";
import { outbox } from "./schema.ts";

const HOUR = 3_600_000;
/** Entries that carry photos and files, not messages. */
const TRANSFERS = ["fetch", "upload"] as const;
/** When a message was first due. */
const WANTED = sql<number>`coalesce(${outbox.firstTriedAt}, ${outbox.runAt})`;

/**
 * `oldestDue`: when the longest-waiting message was due (UTC ms); `downloads`: number of photos
 * and files whose download or upload is overdue by an hour.
 */
export async function outboxHealth(
  db: Db,
  now: number,
): Promise<{ oldestDue: number | null; downloads: number }> {
  const pending = eq(outbox.status, "pending");
  const [[oldest], [late]] = await Promise.all([
    db
      .select({ at: sql<number | null>`min(${WANTED})` })
      .from(outbox)
      .where(and(pending, notInArray(outbox.kind, [...TRANSFERS]), lte(WANTED, now))),
    db
      .select({ n: sql<number>`count(*)` })
      .from(outbox)
      .where(and(pending, inArray(outbox.kind, [...TRANSFERS]), lte(WANTED, now - HOUR))),
  ]);
  return { oldestDue: oldest?.at ?? null, downloads: late?.n ?? 0 };
}
