import { and, eq, lte, sql } from "drizzle-orm";
import { putSentCard, setShown } from "./cards.ts";
import type { OutboxRow } from "./commit.ts";
import type { Db } from "./open.ts";
import { outbox } from "./schema.ts";
import { sha256 } from "./sha256.ts";
import { expireCard, staleCard, staleOlder, staleSince } from "./stale-cards.ts";
import { type Write, written } from "./written.ts";

export type OutboxEntry = typeof outbox.$inferSelect;

/** The id of a message, derived from its cause and used as Feishu's uuid: one cause sends one message. */
export function causeId(cause: string): string {
  return sha256(cause).slice(0, 40);
}

/**
 * Postpones due entries that wait for working hours until `until` and resets their attempts, so that they do not block
 * others. Entries that may have been delivered are left, because their uuid protects for an hour only.
 */
export async function holdQuiet(db: Db, now: number, until: number): Promise<void> {
  await db
    .update(outbox)
    .set({ runAt: until, attempts: 0, firstTriedAt: null })
    .where(
      and(
        eq(outbox.status, "pending"),
        lte(outbox.runAt, now),
        eq(outbox.quiet, 1),
        eq(outbox.unanswered, 0),
        eq(outbox.claimedUntil, 0),
      ),
    );
}

/** The longest postponement, ms, except for working hours. */
export const LONGEST_WAIT = 3_600_000;

/**
 * Corrects times after the machine's clock was set back: entries postponed or claimed by the former time would wait too
 * long. A claim cut short counts as an attempt with unknown outcome.
 */
export async function correctTimes(db: Db, now: number): Promise<void> {
  const beyond = now + LONGEST_WAIT;
  await db
    .update(outbox)
    .set({
      runAt: sql`min(${outbox.runAt}, ${now})`,
      at: sql`min(${outbox.at}, ${now})`,
      claimedUntil: sql`min(${outbox.claimedUntil}, 1)`,
    })
    .where(
      and(
        eq(outbox.status, "pending"),
        sql`(claimed_until > ${beyond} or (quiet = 0 and run_at > ${beyond}) or (quiet = 1 and at > ${beyond}))`,
      ),
    );
}

/** What an entry showed when sent: a hash, its view, its subjects, and the last change it included. */
export type Showed = { view: string; shown: string | null; subjects: string[]; seq: number };

const markSent = written<{ id: string; messageId: string }>((db) =>
  db
    .update(outbox)
    .set({ status: "sent", messageId: sql`${sql.placeholder("messageId")}`, lastError: null })
    .where(eq(outbox.id, sql.placeholder("id"))),
);

/** Settles a delivered entry: records the message and, for a card, its record and content. */
export async function settleSent(
  db: Db,
  entry: OutboxEntry,
  sent: { messageId: string; chatId: string },
  now: number,
  showed: Showed | null = null,
): Promise<void> {
  const done = markSent(db, { id: entry.id, messageId: sent.messageId });
  if (entry.kind === "update")
    await db.batch([
      done,
      ...(showed?.shown ? [setShown(db, sent.messageId, { view: showed.view, shown: showed.shown })] : []),
    ]);
  else await db.batch([done, ...(entry.cardKind ? cardSent(db, entry, sent, now, showed) : [])]);
}

function cardSent(
  db: Db,
  { toType, to, cardKind, subject, cardView, unanswered }: OutboxEntry,
  sent: { messageId: string; chatId: string },
  now: number,
  showed: Showed | null,
): Write[] {
  const isLiving = showed !== null && showed.subjects.length > 0;
  const card = {
    ...sent,
    openId: toType === "open_id" || isLiving ? to : "",
    kind: cardKind ?? "",
    subject: subject ?? "",
    view: showed?.view ?? cardView ?? "overview",
    at: now,
    shownAt: now,
    shown: showed?.shown ?? null,
  };
  const put = putSentCard(db, card, showed?.subjects ?? []);
  if (!isLiving) return put;
  // An earlier attempt without an answer may have been delivered with older content.
  const doubtful =
    unanswered === 1 ? staleCard(db, sent.messageId, now) : staleSince(db, sent.messageId, showed.seq, now);
  return card.view.startsWith("form ") ? put : [...put, staleOlder(db, card, now), doubtful];
}

/** Returns an entry to the queue until `runAt`, after a failed attempt. */
export async function settleLater(
  db: Db,
  id: string,
  later: { runAt: number; error: string; unanswered?: boolean; text?: string },
): Promise<void> {
  await db
    .update(outbox)
    .set({
      runAt: later.runAt,
      claimedUntil: 0,
      lastError: later.error,
      ...(later.unanswered ? { unanswered: 1 } : {}),
      // A text is not a card and cannot be updated; a reply to it still leads to its record.
      ...(later.text === undefined
        ? {}
        : { msgType: "text" as const, content: later.text, cardView: "text" }),
    })
    .where(eq(outbox.id, id));
}

/** Settles an entry as `dead`, `unsure` or `superseded`, together with the changes that report it. */
export async function settleEnded(
  db: Db,
  id: string,
  status: "dead" | "unsure" | "superseded",
  error: string,
  tell: OutboxRow[] = [],
): Promise<void> {
  await db.batch([
    db.update(outbox).set({ status, lastError: error, claimedUntil: 0 }).where(eq(outbox.id, id)),
    ...tell.map((row) => db.insert(outbox).values(row).onConflictDoNothing()),
  ]);
}

/**
 * Settles the redraw of a card the platform no longer changes. No message is lost by it; the card counts as over 14 days
 * old from now on, so that it is not drawn again and the next one of its record says so.
 */
export async function settleExpired(db: Db, entry: OutboxEntry, error: string, now: number): Promise<void> {
  await db.batch([
    db
      .update(outbox)
      .set({ status: "superseded", lastError: error, claimedUntil: 0 })
      .where(eq(outbox.id, entry.id)),
    expireCard(db, entry.to, now),
  ]);
}

export async function findOutbox(db: Db, id: string): Promise<OutboxEntry | null> {
  const [row] = await db.select().from(outbox).where(eq(outbox.id, id)).limit(1);
  return row ?? null;
}

/** Cancels entries of a record to one person that were not tried yet, because it is no longer theirs. */
export function supersedeSends(db: Db, openId: string, subject: string, now: number): Write {
  return db
    .update(outbox)
    .set({ status: "superseded" })
    .where(
      and(
        eq(outbox.to, openId),
        eq(outbox.subject, subject),
        eq(outbox.status, "pending"),
        lte(outbox.claimedUntil, now),
      ),
    );
}

/** An unsent notice to a post, by post and record. */
export type Ahead = { to: string; subject: string | null };

/** The unsent notices to posts. */
export async function waitingForPosts(db: Db): Promise<Ahead[]> {
  return db
    .select({ to: outbox.to, subject: outbox.subject })
    .from(outbox)
    .where(and(eq(outbox.toType, "post"), eq(outbox.status, "pending")));
}

/**
 * When the next entry may be sent, UTC ms; null when none is pending. Entries behind another of their receiver do not
 * count.
 */
export async function nextRunAt(db: Db): Promise<number | null> {
  // Entries after the first hundred are due no sooner, unless all hundred are being sent right now.
  const [row] = await db.all<{
    at: number | null;
  }>(sql`select min(at) as at from (select max(run_at, claimed_until) as at from outbox o
    where status = 'pending' and not exists (select 1 from outbox e where e."to" = o."to" and e.status = 'pending'
      and e.rowid < o.rowid and e.attempts > 0) order by run_at limit 100)`);
  return row?.at ?? null;
}

/**
 * When the next entry that nobody is sending may be sent after `now`, UTC ms; null when none waits. `tried`: one that
 * was tried already or held back for a moment; otherwise one that waits for its time, such as working hours.
 */
export async function nextWaiting(db: Db, now: number, which: "tried" | "untried"): Promise<number | null> {
  const [row] = await db.all<{ at: number | null }>(sql`select min(run_at) as at from outbox
    where status = 'pending' and run_at > ${now} and claimed_until <= ${now}
      and (attempts > 0) = ${which === "tried" ? 1 : 0}`);
  return row?.at ?? null;
}

/** Number of entries by status, for health pages and tests. */
export async function outboxCounts(db: Db): Promise<Record<string, number>> {
  const rows = await db
    .select({ status: outbox.status, n: sql<number>`count(*)` })
    .from(outbox)
    .groupBy(outbox.status);
  return Object.fromEntries(rows.map((row) => [row.status, row.n]));
}
