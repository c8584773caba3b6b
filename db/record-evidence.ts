import { and, asc, eq, isNotNull, ne } from "drizzle-orm";
import type { Write } from "./commit.ts";
import type { Db } from "./open.ts";
import { recordEvidence } from "./record-schema.ts";

export type RecordEvidence = typeof recordEvidence.$inferSelect;

/** The number of photos and files of a record, including those still being downloaded. */
export async function countEvidence(db: Db, record: string): Promise<number> {
  return db.$count(recordEvidence, eq(recordEvidence.record, record));
}

export async function findRecordEvidence(db: Db, id: string): Promise<RecordEvidence | null> {
  const [row] = await db.select().from(recordEvidence).where(eq(recordEvidence.id, id)).limit(1);
  return row ?? null;
}

/** Stores a photo or file; the same one of the same message is stored once. */
export function putRecordEvidence(db: Db, row: typeof recordEvidence.$inferInsert): Write {
  return db.insert(recordEvidence).values(row).onConflictDoNothing();
}

/** Stores the result of a download. */
export function putRecordDownloaded(
  db: Db,
  id: string,
  found: Pick<RecordEvidence, "kind" | "url" | "sha256" | "size">,
): Write {
  return db.update(recordEvidence).set(found).where(eq(recordEvidence.id, id));
}

export function removeRecordEvidence(db: Db, id: string): Write {
  return db.delete(recordEvidence).where(eq(recordEvidence.id, id));
}

/** Another file of any record with the same bytes: the same photo sent twice. */
export async function sameRecordBytes(
  db: Db,
  sha256: string,
  exceptId: string,
): Promise<RecordEvidence | null> {
  const [row] = await db
    .select()
    .from(recordEvidence)
    .where(
      and(eq(recordEvidence.sha256, sha256), ne(recordEvidence.id, exceptId), isNotNull(recordEvidence.url)),
    )
    .orderBy(asc(recordEvidence.at))
    .limit(1);
  return row ?? null;
}
