import { and, eq, lte, ne, sql } from "drizzle-orm";
import type { Db } from "./open.ts";
import { outbox } from "./schema.ts";

const HOUR = 3_600_000;
/** When a message was first wanted on its way. */
const WANTED = sql<number>`coalesce(${outbox.firstTriedAt}, ${outbox.runAt})`;

/** `oldestDue`: since when the message that has waited longest should be out (UTC ms); `downloads`: an hour behind. */
export async function outboxHealth(
  db: Db,
  now: number,
): Promise<{ oldestDue: number | null; downloads: number }> {
  const pending = eq(outbox.status, "pending");
  const [[oldest], [late]] = await Promise.all([
    db
      .select({ at: sql<number | null>`min(${WANTED})` })
      .from(outbox)
      .where(and(pending, ne(outbox.kind, "fetch"), lte(WANTED, now))),
    db
      .select({ n: sql<number>`count(*)` })
      .from(outbox)
      .where(and(pending, eq(outbox.kind, "fetch"), lte(WANTED, now - HOUR))),
  ]);
  return { oldestDue: oldest?.at ?? null, downloads: late?.n ?? 0 };
}
