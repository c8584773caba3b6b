import { createHash } from "node:crypto";
import { and, eq, lte, sql } from "drizzle-orm";
import { putSentCard, setShown } from "./cards.ts";
import type { OutboxRow, Write } from "./commit.ts";
import type { Db } from "./open.ts";
import { outbox } from "./schema.ts";
import { staleCard, staleOlder, staleSince } from "./stale-cards.ts";

export type OutboxEntry = typeof outbox.$inferSelect;

/** A send that is claimed and never settled (a crash) may be claimed again after this, ms. */
const LEASE = 60_000;

/** The same cause gives the same id, and the id is Feishu's uuid: one cause, one message. */
export function causeId(cause: string): string {
  return createHash("sha256").update(cause).digest("hex").slice(0, 40);
}

/**
 * Takes up to `limit` entries that are due, for one minute: from the head of the line, and a quarter from its end, so that
 * an answer somebody waits for goes out in the middle of a push to thousands. Of one receiver's entries only the oldest
 * is taken, so messages arrive in the order they were caused, whoever drains; an answer only overtakes what nobody asked
 * for and nobody has tried to send yet.
 */
export async function claimDue(db: Db, now: number, limit: number): Promise<OutboxEntry[]> {
  const due = sql`from outbox o where status = 'pending' and run_at <= ${now} and claimed_until <= ${now}
    and not exists (select 1 from outbox e where e."to" = o."to" and e.status = 'pending' and e.rowid < o.rowid
      and (e.attempts > 0 or (e.run_at <= ${now} and (e.quiet = 0 or o.quiet = 1))))`;
  const newest = Math.floor(limit / 4);
  const chosen = sql`select id from (select id ${due} order by run_at, rowid limit ${limit - newest})
    union select id from (select id ${due} order by run_at desc, rowid desc limit ${newest})`;
  return db
    .update(outbox)
    .set({
      claimedUntil: now + LEASE,
      attempts: sql`${outbox.attempts} + 1`,
      firstTriedAt: sql`coalesce(${outbox.firstTriedAt}, ${now})`,
      // A lease that ran out was a try whose end nobody saw.
      unanswered: sql`case when ${outbox.claimedUntil} > 0 then 1 else ${outbox.unanswered} end`,
    })
    .where(sql`${outbox.id} in (${chosen})`)
    .returning();
}

/**
 * Puts off to `until` what is due, but only in working hours, and begins its tries anew, so that it holds up nothing
 * else. What may have arrived already is left: its uuid protects for an hour only.
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

/** Nothing is put off by more than this, ms, but what waits for working hours. */
export const LONGEST_WAIT = 3_600_000;

/**
 * After the machine's clock was set back: what was put off or claimed by the time before would wait as long again. A
 * claim that is cut short counts as a try whose end nobody saw.
 */
export async function mendTimes(db: Db, now: number): Promise<void> {
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

/** What an entry showed when it went out: as a hash, with its view, its subjects, and the last change it knew of. */
export type Showed = { view: string; shown: string | null; subjects: string[]; seq: number };

/** Delivered: remembers the message and, for a card, which record it stands for and what it shows. */
export async function settleSent(
  db: Db,
  entry: OutboxEntry,
  sent: { messageId: string; chatId: string },
  now: number,
  showed: Showed | null = null,
): Promise<void> {
  const done = db
    .update(outbox)
    .set({ status: "sent", messageId: sent.messageId, lastError: null })
    .where(eq(outbox.id, entry.id));
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
  const card = {
    ...sent,
    openId: toType === "open_id" ? to : "",
    kind: cardKind ?? "",
    subject: subject ?? "",
    view: showed?.view ?? cardView ?? "overview",
    at: now,
    shownAt: now,
    shown: showed?.shown ?? null,
  };
  const put = putSentCard(db, card, showed?.subjects ?? []);
  if (!showed || showed.subjects.length === 0) return put;
  // A try that had no answer may have arrived with what was true then; and much may have changed on this one's way.
  const doubtful =
    unanswered === 1 ? staleCard(db, sent.messageId, now) : staleSince(db, sent.messageId, showed.seq, now);
  return card.view.startsWith("form ") ? put : [...put, staleOlder(db, card, now), doubtful];
}

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
      // A text has no face to replace; a reply to it still finds its record.
      ...(later.text === undefined
        ? {}
        : { msgType: "text" as const, content: later.text, cardView: "text" }),
    })
    .where(eq(outbox.id, id));
}

/** The end of the road for now: `dead`, `unsure` or `superseded`, together with what must be said about it. */
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

export async function findOutbox(db: Db, id: string): Promise<OutboxEntry | null> {
  const [row] = await db.select().from(outbox).where(eq(outbox.id, id)).limit(1);
  return row ?? null;
}

/** Drops what of one record has not started on its way to one person: it is no longer theirs. */
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

/** What waits to be told to a post, by post and record. */
export type Ahead = { to: string; subject: string | null };

export async function waitingForPosts(db: Db): Promise<Ahead[]> {
  return db
    .select({ to: outbox.to, subject: outbox.subject })
    .from(outbox)
    .where(and(eq(outbox.toType, "post"), eq(outbox.status, "pending")));
}

/** When the next entry may go, UTC ms; null when nothing waits. One held back by another of its receiver does not count. */
export async function nextRunAt(db: Db): Promise<number | null> {
  // Those after the first hundred want to go no sooner, unless all of these are on their way this moment.
  const [row] = await db.all<{
    at: number | null;
  }>(sql`select min(at) as at from (select max(run_at, claimed_until) as at from outbox o
    where status = 'pending' and not exists (select 1 from outbox e where e."to" = o."to" and e.status = 'pending'
      and e.rowid < o.rowid and e.attempts > 0) order by run_at limit 100)`);
  return row?.at ?? null;
}

/** When the next card waiting for its turn to be replaced may be, UTC ms; one whose try had no answer does not count. */
export async function nextUpdateAt(db: Db): Promise<number | null> {
  const waiting = and(eq(outbox.status, "pending"), eq(outbox.kind, "update"), eq(outbox.unanswered, 0));
  const [row] = await db
    .select({ at: sql<number | null>`min(${outbox.runAt})` })
    .from(outbox)
    .where(waiting);
  return row?.at ?? null;
}

/** Entries by status, for health pages and tests. */
export async function outboxCounts(db: Db): Promise<Record<string, number>> {
  const rows = await db
    .select({ status: outbox.status, n: sql<number>`count(*)` })
    .from(outbox)
    .groupBy(outbox.status);
  return Object.fromEntries(rows.map((row) => [row.status, row.n]));
}
