import { and, eq, inArray, isNotNull, sql } from "drizzle-orm";
import type { OutboxRow } from "./commit.ts";
import type { Db } from "./open.ts";
import { recordEvidence } from "./record-schema.ts";
import { evidence, outbox, picture } from "./schema.ts";
import type { Write } from "./written.ts";

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

/**
 * What a stored photo belongs to, `report 2026Q3/qikou` or `record ID`, with its address and size; empty once it was
 * taken out of all.
 */
export async function holdersOfPhoto(
  db: Db,
  sha256: string,
): Promise<Array<{ subject: string; url: string; size: number }>> {
  const [ofReports, ofRecords] = await Promise.all([
    db
      .select({ id: evidence.report, url: evidence.url, size: evidence.size })
      .from(evidence)
      .where(and(eq(evidence.sha256, sha256), eq(evidence.kind, "image"), isNotNull(evidence.url))),
    db
      .select({ id: recordEvidence.record, url: recordEvidence.url, size: recordEvidence.size })
      .from(recordEvidence)
      .where(
        and(
          eq(recordEvidence.sha256, sha256),
          eq(recordEvidence.kind, "image"),
          isNotNull(recordEvidence.url),
        ),
      ),
  ]);
  const named = (what: string, rows: typeof ofReports) =>
    rows.flatMap(({ id, url, size }) =>
      url === null ? [] : [{ subject: `${what} ${id}`, url, size: size ?? 0 }],
    );
  return [...named("report", ofReports), ...named("record", ofRecords)];
}

/** What is known of these pictures, by the hash or key each is kept under. */
export async function picturesOf(db: Db, app: string, keys: readonly string[]): Promise<Picture[]> {
  if (keys.length === 0) return [];
  return db
    .select()
    .from(picture)
    .where(and(eq(picture.app, app), inArray(picture.sha256, [...keys])));
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
