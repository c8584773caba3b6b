import { and, eq, gt, inArray, isNotNull, like, lt, ne, type SQL, sql } from "drizzle-orm";
import type { PeriodId } from "../src/domain/calendar/period.ts";
import type { Unshown } from "../src/domain/evidence/shown-photo.ts";
import { reportId } from "../src/domain/report/report.ts";
import type { Db } from "./open.ts";
import { prepared } from "./prepared.ts";
import { evidence, photoPlace, picture } from "./schema.ts";
import type { Write } from "./written.ts";

export type Evidence = typeof evidence.$inferSelect;

/** A report's photos and files, in order of arrival. */
export async function evidenceOf(db: Db, report: string): Promise<Evidence[]> {
  return db.select().from(evidence).where(eq(evidence.report, report)).orderBy(evidence.at);
}

export async function findEvidence(db: Db, id: string): Promise<Evidence | null> {
  const [row] = await db.select().from(evidence).where(eq(evidence.id, id)).limit(1);
  return row ?? null;
}

/**
 * A photo or file of a report: its section, a photo's facts on arrival (null until downloaded), and a photo's key on
 * the platform.
 */
export type ReportEvidence = Pick<
  Evidence,
  "id" | "report" | "section" | "kind" | "photo" | "sha256" | "at"
> & { imageKey: string | null; refused: Unshown | null };

const evidenceWhere = (whose: SQL) =>
  prepared((db) => {
    const { id, report, section, kind, photo, sha256, at } = evidence;
    const { imageKey, refused } = picture;
    const own = and(eq(picture.sha256, sha256), eq(picture.app, sql.placeholder("app")));
    return db
      .select({ id, report, section, kind, photo, sha256, at, imageKey, refused })
      .from(evidence)
      .leftJoin(picture, own)
      .where(whose)
      .orderBy(at)
      .prepare();
  });
const ofPeriod = evidenceWhere(like(evidence.report, sql.placeholder("within")));
const ofReport = evidenceWhere(eq(evidence.report, sql.placeholder("report")));

/** What came with a quarter's reports, in order of arrival: with one town's, or with every town's. `app`: see pictures.ts. */
export async function evidenceIn(
  db: Db,
  app: string,
  period: PeriodId,
  town?: string,
): Promise<ReportEvidence[]> {
  return town === undefined
    ? ofPeriod(db).execute({ app, within: `${period}/%` })
    : ofReport(db).execute({ app, report: reportId(period, town) });
}

const flagged = prepared((db) => {
  const { report, section, photo } = evidence;
  const ofQuarter = and(gt(report, sql.placeholder("from")), lt(report, sql.placeholder("to")));
  const isFlagged = sql`json_array_length(${photo}, '$.flags') > 0`;
  return db
    .select({ report, section, photo })
    .from(evidence)
    .where(and(ofQuarter, isFlagged))
    .orderBy(evidence.at)
    .prepare();
});

/** The photos of a quarter that deserve a question, in order of arrival, by report. */
export async function flaggedPhotos(
  db: Db,
  period: PeriodId,
): Promise<Map<string, Array<Pick<Evidence, "section" | "photo">>>> {
  // Ids begin with the quarter's and a slash, which is before 0: the index finds them.
  const rows = await flagged(db).execute({ from: `${period}/`, to: `${period}0` });
  const byReport = new Map<string, typeof rows>();
  for (const row of rows) byReport.set(row.report, [...(byReport.get(row.report) ?? []), row]);
  return byReport;
}

/** What came with the reports of a quarter, or of all quarters, by report and in order of arrival. */
export async function everyEvidence(db: Db, period: PeriodId | null): Promise<Evidence[]> {
  const within = period === null ? undefined : like(evidence.report, `${period}/%`);
  return db.select().from(evidence).where(within).orderBy(evidence.report, evidence.at);
}

/** What came with all reports of a town, in order of arrival. */
export async function evidenceOfTown(db: Db, town: string): Promise<Evidence[]> {
  return db
    .select()
    .from(evidence)
    .where(like(evidence.report, `%/${town}`))
    .orderBy(evidence.report, evidence.at);
}

/** What one message brought to reports. */
export async function evidenceOfMessage(db: Db, messageId: string): Promise<Evidence[]> {
  // Ids begin with the message's and a slash, which is before 0: the primary key finds them.
  const its = and(gt(evidence.id, `${messageId}/`), lt(evidence.id, `${messageId}0`));
  return db.select().from(evidence).where(its).orderBy(evidence.at);
}

/** Another stored file with the same bytes, if any: the same photo sent twice. */
export async function sameBytes(db: Db, sha256: string, exceptId: string): Promise<Evidence | null> {
  const [row] = await db
    .select()
    .from(evidence)
    .where(and(eq(evidence.sha256, sha256), ne(evidence.id, exceptId)))
    .orderBy(evidence.at)
    .limit(1);
  return row ?? null;
}

/** Every photo that can be compared, with its hash, except those of one report. */
export async function comparablePhotos(
  db: Db,
  exceptReport: string,
): Promise<Array<{ id: string; report: string; hash: string }>> {
  const hash = sql<string | null>`json_extract(${evidence.photo}, '$.hash')`;
  const rows = await db
    .select({ id: evidence.id, report: evidence.report, hash })
    .from(evidence)
    .where(and(ne(evidence.report, exceptReport), isNotNull(hash)))
    .orderBy(evidence.at);
  return rows.flatMap((row) => (row.hash === null ? [] : [{ ...row, hash: row.hash }]));
}

export function putEvidence(db: Db, row: typeof evidence.$inferInsert): Write {
  const { id, ...rest } = row;
  return db.insert(evidence).values(row).onConflictDoUpdate({ target: evidence.id, set: rest });
}

/** Stores the result of a download. The section is left unchanged: it may have been chosen in the meantime. */
export function putDownloaded(
  db: Db,
  id: string,
  found: Pick<Evidence, "kind" | "url" | "sha256" | "size" | "photo">,
): Write {
  return db.update(evidence).set(found).where(eq(evidence.id, id));
}

/** Files everything that one message brought to a report under a section. */
export function fileUnder(
  db: Db,
  { report, messageId }: { report: string; messageId: string },
  section: string,
): Write {
  return db
    .update(evidence)
    .set({ section })
    .where(and(eq(evidence.report, report), eq(evidence.messageId, messageId)));
}

/** Where the photos were taken goes with them. */
export function removeEvidence(db: Db, ids: readonly string[]): Write[] {
  return [
    db.delete(evidence).where(inArray(evidence.id, [...ids])),
    db.delete(photoPlace).where(inArray(photoPlace.id, [...ids])),
  ];
}
