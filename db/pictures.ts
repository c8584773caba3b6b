import { and, eq, inArray, isNotNull, sql } from "drizzle-orm";
import type { OutboxRow, Write } from "./commit.ts";
import type { Db } from "./open.ts";
import { evidence, outbox, picture } from "./schema.ts";

// Photos as uploaded to the platform, once for each app, however many cards show them.

export type Picture = typeof picture.$inferInsert;

/** Stores the outcome of an upload; a later one replaces it. */
export function putPicture(db: Db, row: Picture): Write {
  const { app: _app, sha256: _sha256, ...rest } = row;
  return db
    .insert(picture)
    .values(row)
    .onConflictDoUpdate({ target: [picture.app, picture.sha256], set: rest });
}

/** Forgets keys that the platform does not know; returns how many there were. The photos are uploaded when next shown. */
export async function forgetPictures(db: Db, app: string, imageKeys: readonly string[]): Promise<number> {
  const these = and(eq(picture.app, app), inArray(picture.imageKey, [...imageKeys]));
  return (await db.delete(picture).where(these)).rowsAffected;
}

export async function hasPicture(db: Db, app: string, sha256: string): Promise<boolean> {
  return (await db.$count(picture, and(eq(picture.app, app), eq(picture.sha256, sha256)))) > 0;
}

/** The reports a stored photo belongs to, with its address and size; empty once it was taken out of all. */
export async function holdersOfPhoto(
  db: Db,
  sha256: string,
): Promise<Array<{ report: string; url: string; size: number }>> {
  const { report, url, size } = evidence;
  const rows = await db
    .select({ report, url, size })
    .from(evidence)
    .where(and(eq(evidence.sha256, sha256), eq(evidence.kind, "image"), isNotNull(url)));
  return rows.flatMap((row) => (row.url === null ? [] : [{ ...row, url: row.url, size: row.size ?? 0 }]));
}

/** Queues uploads; one that waits already stays as it is, and one that has ended is tried again. */
export function queueUploads(db: Db, rows: OutboxRow[]): Write {
  return db
    .insert(outbox)
    .values(rows)
    .onConflictDoUpdate({
      target: outbox.id,
      set: { status: "pending", attempts: 0, claimedUntil: 0, runAt: sql`excluded.run_at` },
      setWhere: sql`${outbox.status} <> 'pending'`,
    });
}
