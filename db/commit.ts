import { desc, sql } from "drizzle-orm";
import type { BatchItem } from "drizzle-orm/batch";
import { type AuditEntry, type AuditRow, chained, GENESIS } from "./audit-chain.ts";
import { databaseTrouble, isBusy } from "./database-unusable.ts";
import type { Db } from "./open.ts";
import { endOfWait, lockUntil, NotSaved } from "./patience.ts";
import { prepared } from "./prepared.ts";
import { audit, inbox, outbox } from "./schema.ts";
import { sealsOf } from "./seals.ts";
import { staleBySubject } from "./stale-cards.ts";
import { written } from "./written.ts";

// Every change is one atomic batch: state, audit row, inbox keys and outbox rows are stored together or not at all.

export type Write = BatchItem<"sqlite">;
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

/** Another process may take the next audit number between our read and write; the write is then retried this often. */
const AUDIT_RETRIES = 200;
/** Changes that arrive while a write is in progress share the next one, up to this number. */
const TOGETHER = 100;

type Waiting = {
  change: Change;
  now: number;
  /** When whoever waits for it can wait no longer. */
  over: AbortSignal | undefined;
  written: () => void;
  failed: (error: unknown) => void;
};
/** `tail`: the end of the audit log as last written here; null when it has to be read. */
type Queue = { waiting: Waiting[]; writing: boolean; tail: Tail | null };
type Tail = Pick<AuditRow, "seq" | "hash">;
const queues = new WeakMap<Db, Queue>();

/**
 * Writes a change completely, or throws with nothing written: `Conflict` when a key was taken, `DatabaseUnusable` when
 * the file or disk fails, `NotSaved` when it was cancelled (patience.ts). Changes of one process are written in order;
 * those waiting are written together.
 */
export function commit(db: Db, change: Change, now: number): Promise<void> {
  const queue = queues.get(db) ?? { waiting: [], writing: false, tail: null };
  queues.set(db, queue);
  return new Promise((written, failed) => {
    queue.waiting.push({ change, now, over: endOfWait(), written, failed });
    if (!queue.writing) void writeWaiting(db, queue);
  });
}

async function writeWaiting(db: Db, queue: Queue): Promise<void> {
  queue.writing = true;
  while (queue.waiting.length > 0) {
    const group = queue.waiting.splice(0, TOGETHER);
    const failure = await write(db, queue, group, () => isOver(queue, group));
    if (failure && isBusy(failure.error) && isOver(queue, group)) {
      // Those that are not cancelled go on waiting.
      queue.waiting.unshift(...group);
      cancel(queue);
      continue;
    }
    // One conflict fails the whole group, so its changes are retried one by one.
    const alone = failure !== null && group.length > 1 && !isBusy(failure.error);
    for (const one of group)
      settle(one, alone ? await write(db, queue, [one], () => isOver(queue, [one])) : failure);
    // Lets changes that were waiting for this write join the queue before the next one starts.
    await new Promise((resolve) => setImmediate(resolve));
  }
  queue.writing = false;
}

/** While another program holds the database: whether somebody waits for one of these changes no longer. */
function isOver(queue: Queue, group: readonly Waiting[]): boolean {
  cancel(queue);
  return group.some(({ over }) => over?.aborted);
}

/** Refuses the queued changes for which nobody waits any longer. */
function cancel(queue: Queue): void {
  for (const { over, failed } of queue.waiting) if (over?.aborted) failed(new NotSaved());
  queue.waiting = queue.waiting.filter(({ over }) => !over?.aborted);
}

function settle({ written, failed }: Waiting, failure: { error: unknown } | null): void {
  if (failure) failed(failure.error);
  else written();
}

/**
 * Writes changes as one batch; returns the error that prevented it, with nothing written. The lock is waited for until
 * `isOver`.
 */
async function write(
  db: Db,
  queue: Queue,
  group: Waiting[],
  isOver: () => boolean,
): Promise<{ error: unknown } | null> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      const { tail, all } = statements(db, group, queue.tail ?? (await readTail(db)));
      await lockUntil(isOver, () => db.batch(all));
      queue.tail = tail;
      return null;
    } catch (error) {
      // Another process may have written: a number taken from the remembered end clashes.
      queue.tail = null;
      const table = clashedTable(error);
      if (table === null) return { error: databaseTrouble(error) ?? error };
      if (table !== "audit" || attempt >= AUDIT_RETRIES) return { error: new Conflict(table) };
      // A random delay, because two processes with equal delays would collide every time.
      await new Promise((resolve) => setTimeout(resolve, Math.random() * Math.min(attempt, 10)));
    }
  }
}

const lastAudit = prepared((db) =>
  db.select({ seq: audit.seq, hash: audit.hash }).from(audit).orderBy(desc(audit.seq)).limit(1).prepare(),
);

async function readTail(db: Db): Promise<Tail> {
  const [last] = await lastAudit(db).execute();
  return last ?? { seq: 0, hash: GENESIS };
}

const insertAudit = written<AuditRow>((db) =>
  db.insert(audit).values({
    seq: sql.placeholder("seq"),
    at: sql.placeholder("at"),
    actor: sql.placeholder("actor"),
    kind: sql.placeholder("kind"),
    subject: sql.placeholder("subject"),
    detail: sql.placeholder("detail"),
    made: sql.placeholder("made"),
    previous: sql.placeholder("previous"),
    hash: sql.placeholder("hash"),
  }),
);
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

/** The statements of all changes, a write first, with the audit rows chained to `tail`; and the tail they make. */
function statements(db: Db, group: Waiting[], tail: Tail): { tail: Tail; all: [Write, ...Write[]] } {
  let { seq, hash } = tail;
  const all: Write[] = [];
  for (const { change, now } of group) {
    const seals = sealsOf(change.writes ?? []);
    if (change.audit) {
      const row = chained(change.audit, now, seq + 1, hash, seals);
      ({ seq, hash } = row);
      all.push(insertAudit(db, row));
    }
    all.push(
      ...(change.inbox ?? []).map((key) => insertKey(db, { key, at: now })),
      ...(change.writes ?? []),
      ...(change.outbox ?? []).map((row) => insertOutbox(db, whole(row))),
      ...(change.touched?.length ? [staleBySubject(db, change.touched, now, change.pressed)] : []),
    );
  }
  const [first, ...rest] = all;
  if (!first) throw new Error("a change with nothing to write");
  return { tail: { seq, hash }, all: [first, ...rest] };
}

/** The table whose unique key was violated; null for any other failure. */
function clashedTable(error: unknown): string | null {
  for (let e: unknown = error; e instanceof Error; e = e.cause) {
    const match = /(?:UNIQUE|PRIMARY KEY) constraint failed: (\w+)\./.exec(e.message);
    if (match?.[1]) return match[1];
  }
  return null;
}

/** Deletes inbox keys older than 48 hours, twice the age of the oldest delivery we accept. */
export async function forgetOldKeys(db: Db, now: number): Promise<void> {
  await db.delete(inbox).where(sql`${inbox.at} < ${now - 48 * 3_600_000}`);
}
