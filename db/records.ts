import { and, asc, eq, gte, inArray, or, type SQL } from "drizzle-orm";
import { beginning, type ProcedureRecord } from "../src/domain/procedure/record.ts";
import type { Write } from "./commit.ts";
import type { Db } from "./open.ts";
import { record, recordRevision } from "./record-schema.ts";

/** Filter; omitted fields match all. `open`: a further step is expected. */
export type RecordFilter = {
  procedure?: string;
  procedures?: readonly string[];
  ids?: readonly string[];
  period?: string;
  town?: string;
  states?: readonly string[];
  open?: true;
  /** Open records, and those changed since (UTC ms). */
  openOrSince?: number;
};

export async function findRecord(db: Db, id: string): Promise<ProcedureRecord | null> {
  return one(db, eq(record.id, id));
}

/** The open record that occupies a unique key. */
export async function findRecordByKey(db: Db, openKey: string): Promise<ProcedureRecord | null> {
  return one(db, eq(record.openKey, openKey));
}

async function one(db: Db, where: SQL): Promise<ProcedureRecord | null> {
  const [row] = await db.select({ doc: record.doc }).from(record).where(where).limit(1);
  return row?.doc ?? null;
}

/** Records in the order they were created. */
export async function listRecords(db: Db, filter: RecordFilter): Promise<ProcedureRecord[]> {
  const rows = await db
    .select({ doc: record.doc })
    .from(record)
    .where(matching(filter))
    .orderBy(asc(record.begunAt), asc(record.id));
  return rows.map(({ doc }) => doc);
}

export async function countRecords(db: Db, filter: RecordFilter): Promise<number> {
  return db.$count(record, matching(filter));
}

function matching(filter: RecordFilter): SQL | undefined {
  const { procedure, procedures, ids, period, town, states, open, openOrSince } = filter;
  return and(
    procedure === undefined ? undefined : eq(record.procedure, procedure),
    procedures === undefined ? undefined : inArray(record.procedure, [...procedures]),
    ids === undefined ? undefined : inArray(record.id, [...ids]),
    period === undefined ? undefined : eq(record.period, period),
    town === undefined ? undefined : eq(record.town, town),
    open === undefined ? undefined : eq(record.open, true),
    openOrSince === undefined ? undefined : or(eq(record.open, true), gte(record.updatedAt, openOrSince)),
    states === undefined ? undefined : inArray(record.state, [...states]),
  );
}

/** Stores a record after a step. A second writer of a revision or of an occupied key causes a `Conflict`. */
export function saveRecord(
  db: Db,
  after: ProcedureRecord,
  { openKey, open }: { openKey: string | null; open: boolean },
): Write[] {
  const { id, procedure, town, period, state, revision, due } = after;
  const last = after.log.at(-1) ?? beginning(after);
  const row = {
    ...{ id, procedure, town, period, state, revision, due, openKey, open },
    doc: after,
    begunAt: beginning(after).at,
    updatedAt: last.at,
  };
  const log = { record: id, revision, at: last.at, by: last.by, step: last.step, doc: after };
  const { id: _, ...changed } = row;
  return [
    // The first revision is inserted, so that a taken id conflicts; later ones are protected by the revision's key.
    revision === 1 ? db.insert(record).values(row) : db.update(record).set(changed).where(eq(record.id, id)),
    db.insert(recordRevision).values(log),
  ];
}
