import { sql } from "drizzle-orm";
import { type AuditEntry, sealedEntry } from "./audit-chain.ts";
import type { Db } from "./open.ts";
import { endOfWait, NotSaved } from "./patience.ts";
import { inbox, outbox } from "./schema.ts";
import { sealsOf } from "./seals.ts";
import { staleBySubject } from "./stale-cards.ts";
import { plain } from "./statement.ts";
import { type PlainChange, writerOf } from "./writer.ts";
import { type Write, written } from "./written.ts";

// Every change is one atomic batch: state, audit row, inbox keys and outbox rows are stored together or not at all.

export type OutboxRow = typeof outbox.$inferInsert;

export type Change = {
  /** Null for a change that does not concern the programme, such as which view a card shows. */
  audit: AuditEntry | null;
  /** Keys that make the change happen once: `event:…`, `message:…`. */
  inbox?: string[];
  writes?: Write[];
  outbox?: OutboxRow[];
  /**
   * The subjects it changes, `report 2026Q3/qikou`: every living card that shows one of them is redrawn by the outbox,
   * from the state at that time. One statement, however many cards there are.
   */
  touched?: readonly string[];
  /** The pressed card: the answer to the press shows the new state, so it needs no update. */
  pressed?: string | undefined;
};

/** Another writer was first: `table` names the violated key. Read the state again and answer with it. */
export class Conflict extends Error {
  override name = "Conflict";
  constructor(readonly table: string) {
    super(`someone was first: ${table}`);
  }
}

/**
 * Writes a change completely, or throws with nothing written: `Conflict` when a key was taken, `DatabaseUnusable` when
 * the file or disk fails, `NotSaved` when it was cancelled (patience.ts).
 */
export async function commit(db: Db, change: Change, now: number): Promise<void> {
  const outcome = await writerOf(db)(plainChange(db, change, now), endOfWait());
  switch (outcome.kind) {
    case "written":
      return;
    case "clash":
      throw new Conflict(outcome.table);
    case "not_saved":
      throw new NotSaved();
    case "failed":
      throw outcome.error;
  }
}

/** What a change is to whoever writes it: statements, and the entry that the audit log gets. */
function plainChange(db: Db, change: Change, now: number): PlainChange {
  const { audit, inbox = [], writes = [], outbox = [], touched = [], pressed } = change;
  const statements = [
    ...inbox.map((key) => insertKey(db, { key, at: now })),
    ...writes,
    ...outbox.map((row) => insertOutbox(db, whole(row))),
    ...(touched.length > 0 ? [staleBySubject(db, touched, now, pressed)] : []),
  ].map(plain);
  if (!audit && statements.length === 0) throw new Error("a change with nothing to write");
  return { audit: audit && sealedEntry(audit, sealsOf(writes)), now, statements };
}

/** An outbox row with the values that may be left out. */
function whole(row: OutboxRow): typeof outbox.$inferSelect {
  const { cause = "", cardKind = null, subject = null, cardView = null, attempts = 0 } = row;
  const { claimedUntil = 0, firstTriedAt = null, unanswered = 0, quiet = 0 } = row;
  const { lastError = null, messageId = null } = row;
  return {
    ...row,
    ...{ cause, cardKind, subject, cardView, attempts, claimedUntil, firstTriedAt, unanswered, quiet },
    ...{ lastError, messageId },
  };
}
const insertOutbox = written<typeof outbox.$inferSelect>((db) => {
  const p = sql.placeholder;
  return db.insert(outbox).values({
    ...{ id: p("id"), cause: p("cause"), kind: p("kind"), toType: p("toType"), to: p("to") },
    ...{ msgType: p("msgType"), content: p("content"), fallback: p("fallback") },
    ...{ cardKind: p("cardKind"), subject: p("subject"), cardView: p("cardView"), status: p("status") },
    ...{ attempts: p("attempts"), runAt: p("runAt"), claimedUntil: p("claimedUntil") },
    ...{ firstTriedAt: p("firstTriedAt"), unanswered: p("unanswered"), quiet: p("quiet") },
    ...{ lastError: p("lastError"), messageId: p("messageId"), at: p("at") },
  });
});
const insertKey = written<{ key: string; at: number }>((db) =>
  db.insert(inbox).values({ key: sql.placeholder("key"), at: sql.placeholder("at") }),
);

/** Deletes inbox keys older than 48 hours, twice the age of the oldest delivery we accept; not of an event still to be tried. */
export async function forgetOldKeys(db: Db, now: number): Promise<void> {
  const old = sql`${inbox.at} < ${now - 48 * 3_600_000}`;
  await db
    .delete(inbox)
    .where(sql`${old} and not exists (select 1 from received where 'event:' || id = key)`);
}
