import { and, asc, desc, eq, gte, or, type SQL, sql } from "drizzle-orm";
import type { SQLiteColumn } from "drizzle-orm/sqlite-core";
import { beginning, type ProcedureRecord } from "../src/domain/procedure/record.ts";
import type { Db } from "./open.ts";
import { prepared } from "./prepared.ts";
import { record, recordRevision } from "./record-schema.ts";
import { sealed } from "./seals.ts";
import type { Write } from "./written.ts";

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
  towns?: readonly string[];
  /** So many at most, the newest first. */
  newest?: number;
};

export async function findRecord(db: Db, id: string): Promise<ProcedureRecord | null> {
  return one(db, eq(record.id, id));
}

/** The open record that occupies a unique key. */
export async function findRecordByKey(db: Db, openKey: string): Promise<ProcedureRecord | null> {
  return one(db, eq(record.openKey, openKey));
}

/** The record that was given a number. */
export async function findRecordByNumber(db: Db, numberKey: string): Promise<ProcedureRecord | null> {
  return one(db, eq(record.numberKey, numberKey));
}

async function one(db: Db, where: SQL): Promise<ProcedureRecord | null> {
  const [row] = await db.select({ doc: record.doc }).from(record).where(where).limit(1);
  return row?.doc ?? null;
}

/** Records in the order they were created. */
export async function listRecords(db: Db, filter: RecordFilter): Promise<ProcedureRecord[]> {
  const entries = Object.entries(filter).filter(([, value]) => value !== undefined);
  const rows = await listing(entries.map(([name]) => name))(db).execute(valuesOf(filter));
  return rows.map(({ doc }) => doc);
}

const listings = new Map<string, ReturnType<typeof listingBy>>();

/** The query for one set of filters, whose SQL is kept. */
function listing(names: readonly string[]): ReturnType<typeof listingBy> {
  const key = names.join();
  const known = listings.get(key) ?? listingBy(new Set(names));
  listings.set(key, known);
  return known;
}

function listingBy(names: ReadonlySet<string>) {
  const isIn = (column: SQLiteColumn, name: string) =>
    sql`${column} in (select value from json_each(${sql.placeholder(name)}))`;
  const filters: Record<keyof RecordFilter, SQL | undefined> = {
    procedure: eq(record.procedure, sql.placeholder("procedure")),
    procedures: isIn(record.procedure, "procedures"),
    ids: isIn(record.id, "ids"),
    period: eq(record.period, sql.placeholder("period")),
    town: eq(record.town, sql.placeholder("town")),
    states: isIn(record.state, "states"),
    open: eq(record.open, true),
    openOrSince: or(eq(record.open, true), gte(record.updatedAt, sql.placeholder("openOrSince"))),
    towns: isIn(record.town, "towns"),
    newest: undefined,
  };
  const where = Object.entries(filters).flatMap(([name, one]) => (names.has(name) ? one : []));
  return prepared((db) => {
    const found = db
      .select({ doc: record.doc })
      .from(record)
      .where(and(...where));
    // By their place in the table, so that no more are read than are wanted.
    if (names.has("newest"))
      return found.orderBy(desc(sql`rowid`)).limit(sql.placeholder("newest")).prepare();
    return found.orderBy(asc(record.begunAt), asc(record.id)).prepare();
  });
}

/** Lists are passed as JSON, so that a query's text does not depend on their length. */
function valuesOf(filter: RecordFilter): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(filter).map(([name, value]) => [
      name,
      Array.isArray(value) ? JSON.stringify(value) : value,
    ]),
  );
}

/** The records whose stored form has one of these pieces: a step of its log, which no typed text can imitate. */
export async function recordsSaying(
  db: Db,
  pieces: readonly string[],
  procedure?: string,
): Promise<ProcedureRecord[]> {
  const says = pieces.map((piece) => sql`instr(${record.doc}, ${piece}) > 0`);
  const of = procedure === undefined ? undefined : eq(record.procedure, procedure);
  const rows = await db
    .select({ doc: record.doc })
    .from(record)
    .where(and(of, or(...says)));
  return rows.map(({ doc }) => doc);
}

export async function countRecords(db: Db, filter: RecordFilter): Promise<number> {
  return (await listRecords(db, filter)).length;
}

/** Stores a record after a step. A second writer of a revision, an occupied key or a number causes a `Conflict`. */
export function saveRecord(
  db: Db,
  after: ProcedureRecord,
  keys: { openKey: string | null; numberKey: string | null; open: boolean },
): Write[] {
  const { id, procedure, town, period, state, revision, due } = after;
  const last = after.log.at(-1) ?? beginning(after);
  const row = {
    ...{ id, procedure, town, period, state, revision, due, ...keys },
    doc: after,
    begunAt: beginning(after).at,
    updatedAt: last.at,
  };
  const log = { record: id, revision, at: last.at, by: last.by, step: last.step, doc: after };
  const { id: _, ...changed } = row;
  return [
    // The first revision is inserted, so that a taken id conflicts; later ones are protected by the revision's key.
    revision === 1 ? db.insert(record).values(row) : db.update(record).set(changed).where(eq(record.id, id)),
    sealed(db.insert(recordRevision).values(log), {
      [`record ${id} ${revision}`]: JSON.stringify(after),
    }),
  ];
}
