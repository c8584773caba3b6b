import { and, asc, eq, inArray, or, type SQL, sql } from "drizzle-orm";
import type { Revision } from "../src/domain/privacy/without-name.ts";
import type { ProcedureRecord } from "../src/domain/procedure/record.ts";
import type { Report } from "../src/domain/report/report.ts";
import { cardMessage, cardSubject } from "./card-schema.ts";
import type { Db } from "./open.ts";
import { record, recordEvidence, recordRevision } from "./record-schema.ts";
import { audit, evidence, outbox, photoPlace, received, report, reportRevision } from "./schema.ts";
import { sealed } from "./seals.ts";
import type { Write } from "./written.ts";

// What is stored about one person, to be handed out to them or erased (docs/security.md says what and how long).

/** What a person did, sent and was sent, oldest first. Times are UTC ms. */
export async function storedAbout(db: Db, openId: string) {
  const own = eq(evidence.by, openId);
  return {
    deeds: await db
      .select({ at: audit.at, kind: audit.kind, subject: audit.subject, detail: audit.detail })
      .from(audit)
      .where(eq(audit.actor, openId))
      .orderBy(asc(audit.seq)),
    photosAndFiles: await db
      .select({
        ...{ id: evidence.id, of: evidence.report, name: evidence.name, sha256: evidence.sha256 },
        ...{ size: evidence.size, at: evidence.at, lat: photoPlace.lat, lng: photoPlace.lng },
      })
      .from(evidence)
      .leftJoin(photoPlace, eq(photoPlace.id, evidence.id))
      .where(own)
      .orderBy(asc(evidence.at)),
    filesOfRecords: await db
      .select({
        ...{ id: recordEvidence.id, of: recordEvidence.record, name: recordEvidence.name },
        ...{ sha256: recordEvidence.sha256, size: recordEvidence.size, at: recordEvidence.at },
      })
      .from(recordEvidence)
      .where(eq(recordEvidence.by, openId))
      .orderBy(asc(recordEvidence.at)),
    messages: await db
      .select({ at: outbox.at, kind: outbox.kind, status: outbox.status, content: outbox.content })
      .from(outbox)
      .where(eq(outbox.to, openId))
      .orderBy(asc(outbox.at)),
    unanswered: await db
      .select({ event: received.event })
      .from(received)
      .where(contains(received.event, openId)),
  };
}

/** All revisions of the reports that name the person's id, by report, oldest first. */
export async function reportsNaming(db: Db, openId: string): Promise<Map<string, Revision[]>> {
  const naming = db
    .selectDistinct({ id: reportRevision.report })
    .from(reportRevision)
    .where(or(eq(reportRevision.by, openId), contains(reportRevision.doc, openId)));
  const rows = await db
    .select({ id: reportRevision.report, by: reportRevision.by, doc: reportRevision.doc })
    .from(reportRevision)
    .where(inArray(reportRevision.report, naming))
    .orderBy(asc(reportRevision.report), asc(reportRevision.revision));
  const found = new Map<string, Revision[]>();
  for (const { id, by, doc } of rows) found.set(id, [...(found.get(id) ?? []), { by, doc }]);
  return found;
}

/** All revisions of the records that name the person's id, by record, oldest first. */
export async function recordsNaming(db: Db, openId: string): Promise<Map<string, ProcedureRecord[]>> {
  const rows = await db
    .select({ id: recordRevision.record, doc: recordRevision.doc })
    .from(recordRevision)
    .where(contains(recordRevision.doc, openId))
    .orderBy(asc(recordRevision.record), asc(recordRevision.revision));
  const found = new Map<string, ProcedureRecord[]>();
  for (const { id, doc } of rows) found.set(id, [...(found.get(id) ?? []), doc]);
  return found;
}

function contains(column: unknown, text: string): SQL {
  return sql`instr(${column}, ${text}) > 0`;
}

/** Rewrites one revision of a report, and the report itself where that is its last one. */
export function rewriteReport(db: Db, id: string, doc: Report): Write[] {
  const { revision } = doc;
  const its = and(eq(reportRevision.report, id), eq(reportRevision.revision, revision));
  const write = db.update(reportRevision).set({ doc }).where(its);
  return [
    sealed(write, { [`report ${id} ${revision}`]: JSON.stringify(doc) }),
    db
      .update(report)
      .set({ doc })
      .where(and(eq(report.id, id), eq(report.revision, revision))),
  ];
}

/** Rewrites one revision of a record, and the record itself where that is its last one. */
export function rewriteRecord(db: Db, id: string, doc: ProcedureRecord): Write[] {
  const { revision } = doc;
  const its = and(eq(recordRevision.record, id), eq(recordRevision.revision, revision));
  const write = db.update(recordRevision).set({ doc }).where(its);
  return [
    sealed(write, { [`record ${id} ${revision}`]: JSON.stringify(doc) }),
    db
      .update(record)
      .set({ doc })
      .where(and(eq(record.id, id), eq(record.revision, revision))),
  ];
}

/** The reports and records whose text contains a name, by their present state or an earlier one. */
export async function documentsWith(db: Db, name: string): Promise<string[]> {
  const rows = await db.all<{ what: string }>(sql`
    select distinct 'report ' || report as what from report_revision where instr(doc, ${name}) > 0
    union select distinct 'record ' || record from record_revision where instr(doc, ${name}) > 0 order by what`);
  return rows.map(({ what }) => what);
}

/** The kept copies of messages that contain a name. */
export async function messagesNaming(
  db: Db,
  name: string,
): Promise<Array<{ id: string; content: string; fallback: string }>> {
  return db
    .select({ id: outbox.id, content: outbox.content, fallback: outbox.fallback })
    .from(outbox)
    .where(or(contains(outbox.content, name), contains(outbox.fallback, name)));
}

export function rewriteMessage(db: Db, id: string, to: { content: string; fallback: string }): Write {
  return db.update(outbox).set(to).where(eq(outbox.id, id));
}

/**
 * Forgets what was sent to a person, what they sent and nobody has answered, their cards, and where their photos were taken.
 * Nothing more is sent to them.
 */
export function forgetCopies(db: Db, openId: string): Write[] {
  const cards = db
    .select({ id: cardMessage.messageId })
    .from(cardMessage)
    .where(eq(cardMessage.openId, openId));
  const photos = db.select({ id: evidence.id }).from(evidence).where(eq(evidence.by, openId));
  return [
    db.delete(received).where(contains(received.event, openId)),
    db
      .update(outbox)
      .set({
        content: "",
        fallback: "",
        status: sql`case when status in ('pending', 'unsure') then 'superseded' else status end`,
      })
      .where(eq(outbox.to, openId)),
    db.delete(cardSubject).where(inArray(cardSubject.messageId, cards)),
    db.delete(cardMessage).where(eq(cardMessage.openId, openId)),
    db.delete(photoPlace).where(inArray(photoPlace.id, photos)),
  ];
}
