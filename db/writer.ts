import { desc, sql } from "drizzle-orm";
import { type AuditRow, chained, GENESIS, type SealedEntry } from "./audit-chain.ts";
import { databaseTrouble, isBusy } from "./database-unusable.ts";
import type { Db } from "./open.ts";
import { whoeverWaits } from "./own-request.ts";
import { lockUntil } from "./patience.ts";
import { prepared } from "./prepared.ts";
import { audit } from "./schema.ts";
import { plain, type Statement } from "./statement.ts";
import { written } from "./written.ts";

// Changes that arrive while others are being written share the next batch; the audit log gets its rows here, in the order
// of writing.

/** A change as plain data, whichever process it comes from. Without `audit` it has statements. */
export type PlainChange = { audit: SealedEntry | null; now: number; statements: Statement[] };

/** What became of a change; nothing of it is stored unless it was written. `clash`: another writer took a key of `table`. */
export type Outcome =
  | { kind: "written" }
  | { kind: "clash"; table: string }
  | { kind: "not_saved" }
  | { kind: "failed"; error: unknown };

/** `over`: when whoever waits for the change can wait no longer. */
export type Writer = (change: PlainChange, over: AbortSignal | undefined) => Promise<Outcome>;

/** Another process may take the next audit number between our read and write; the write is then retried this often. */
const AUDIT_RETRIES = 200;
/** Changes that share one batch at most. */
const TOGETHER = 100;

type Waiting = {
  change: PlainChange;
  over: AbortSignal | undefined;
  settle: (outcome: Outcome) => void;
};
type Tail = Pick<AuditRow, "seq" | "hash">;
type Queue = { waiting: Waiting[]; writing: boolean };

const writers = new WeakMap<Db, Writer>();

/** Whoever writes the changes of an open database: this process, unless another was named. */
export function writerOf(db: Db): Writer {
  const known = writers.get(db) ?? ownWriter(db);
  writers.set(db, known);
  return known;
}

/** From now on `writer` writes the changes of `db`. */
export function writeThrough(db: Db, writer: Writer): void {
  writers.set(db, writer);
}

/** The end of each audit log as last written here; none where it has to be read. */
const tails = new WeakMap<Db, Tail>();

function ownWriter(db: Db): Writer {
  const queues = new WeakMap<object, Queue>();
  return (change, over) =>
    new Promise((settle) => {
      const who = whoeverWaits(db);
      const queue = queues.get(who) ?? { waiting: [], writing: false };
      queues.set(who, queue);
      queue.waiting.push({ change, over, settle });
      if (!queue.writing) void writeWaiting(db, queue);
    });
}

async function writeWaiting(db: Db, queue: Queue): Promise<void> {
  queue.writing = true;
  while (queue.waiting.length > 0) {
    const group = queue.waiting.splice(0, TOGETHER);
    const outcome = await write(db, group, () => isOver(queue, group));
    const isHeld = outcome.kind === "failed" && isBusy(outcome.error);
    if (isHeld && isOver(queue, group)) {
      // Those that are not cancelled go on waiting.
      queue.waiting.unshift(...group);
      cancel(queue);
      continue;
    }
    // One conflict fails the whole group, so its changes are retried one by one.
    const alone = outcome.kind !== "written" && group.length > 1 && !isHeld;
    for (const one of group) one.settle(alone ? await write(db, [one], () => isOver(queue, [one])) : outcome);
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
  for (const { over, settle } of queue.waiting) if (over?.aborted) settle({ kind: "not_saved" });
  queue.waiting = queue.waiting.filter(({ over }) => !over?.aborted);
}

/** Writes changes as one batch. The lock is waited for until `isOver`. */
async function write(db: Db, group: readonly Waiting[], isOver: () => boolean): Promise<Outcome> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      const { tail, all } = statements(db, group, tails.get(db) ?? (await readTail(db)));
      await lockUntil(isOver, () => db.$client.batch(all, "write"));
      tails.set(db, tail);
      return { kind: "written" };
    } catch (error) {
      // Another process may have written: a number taken from the remembered end clashes.
      tails.delete(db);
      const table = clashedTable(error);
      if (table === null) return { kind: "failed", error: databaseTrouble(error) ?? error };
      if (table !== "audit" || attempt >= AUDIT_RETRIES) return { kind: "clash", table };
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

/** The statements of all changes, with the audit rows chained to `tail`; and the tail they make. */
function statements(db: Db, group: readonly Waiting[], tail: Tail): { tail: Tail; all: Statement[] } {
  let { seq, hash } = tail;
  const all: Statement[] = [];
  for (const { change } of group) {
    if (change.audit) {
      const row = chained(change.audit, change.now, seq + 1, hash);
      ({ seq, hash } = row);
      all.push(plain(insertAudit(db, row)));
    }
    all.push(...change.statements);
  }
  return { tail: { seq, hash }, all };
}

/** The table whose unique key was violated; null for any other failure. */
function clashedTable(error: unknown): string | null {
  for (let e: unknown = error; e instanceof Error; e = e.cause) {
    const match = /(?:UNIQUE|PRIMARY KEY) constraint failed: (\w+)\./.exec(e.message);
    if (match?.[1]) return match[1];
  }
  return null;
}
