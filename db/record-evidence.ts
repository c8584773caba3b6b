import { and, asc, eq, gt, gte, inArray, isNotNull, lt, ne } from "drizzle-orm";
import type { Unshown } from "../src/domain/evidence/shown-photo.ts";
import type { Db } from "./open.ts";
import { recordEvidence } from "./record-schema.ts";
import { picture } from "./schema.ts";
import type { Write } from "./written.ts";

export type RecordEvidence = typeof recordEvidence.$inferSelect;

/** The number of photos and files of a record, including those still being downloaded. */
export async function countEvidence(db: Db, record: string): Promise<number> {
  return db.$count(recordEvidence, eq(recordEvidence.record, record));
}

/** How many others the same person sent for the same record since then and that are stored. */
export async function countSince(
  db: Db,
  { id, record, by }: Pick<RecordEvidence, "id" | "record" | "by">,
  since: number,
): Promise<number> {
  const others = and(
    ...[eq(recordEvidence.record, record), eq(recordEvidence.by, by), ne(recordEvidence.id, id)],
    ...[gte(recordEvidence.at, since), isNotNull(recordEvidence.url)],
  );
  return db.$count(recordEvidence, others);
}

/** A photo or file of a record, with a photo's key on the platform. */
export type RecordPhoto = Pick<RecordEvidence, "id" | "record" | "kind" | "sha256" | "at"> & {
  imageKey: string | null;
  refused: Unshown | null;
};

/** What came with these records, in order of arrival. `app`: see pictures.ts. */
export async function evidenceOfRecords(
  db: Db,
  app: string,
  records: readonly string[],
): Promise<RecordPhoto[]> {
  const { id, record, kind, sha256, at } = recordEvidence;
  const { imageKey, refused } = picture;
  return db
    .select({ id, record, kind, sha256, at, imageKey, refused })
    .from(recordEvidence)
    .leftJoin(picture, and(eq(picture.sha256, sha256), eq(picture.app, app)))
    .where(inArray(record, [...records]))
    .orderBy(asc(at), asc(id));
}

/** What came with a record, in order of arrival. */
export async function recordEvidenceOf(db: Db, record: string): Promise<RecordEvidence[]> {
  return db.select().from(recordEvidence).where(eq(recordEvidence.record, record)).orderBy(recordEvidence.at);
}

/** What came with all records, in order of arrival. */
export async function everyRecordEvidence(db: Db): Promise<RecordEvidence[]> {
  return db.select().from(recordEvidence).orderBy(recordEvidence.at);
}

export async function findRecordEvidence(db: Db, id: string): Promise<RecordEvidence | null> {
  const [row] = await db.select().from(recordEvidence).where(eq(recordEvidence.id, id)).limit(1);
  return row ?? null;
}

/** What one message brought to records. */
export async function recordEvidenceOfMessage(db: Db, messageId: string): Promise<RecordEvidence[]> {
  // Ids begin with the message's and a slash, which is before 0: the primary key finds them.
  const its = and(gt(recordEvidence.id, `${messageId}/`), lt(recordEvidence.id, `${messageId}0`));
  return db.select().from(recordEvidence).where(its);
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
