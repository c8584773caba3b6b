import { and, eq, gte, notInArray, or, sql } from "drizzle-orm";
import { cardMessage, clockSeen } from "./card-schema.ts";
import type { Db } from "./open.ts";
import { prepared } from "./prepared.ts";
import { type Write, written } from "./written.ts";

// Reads and writes the cards in people's chats, and the last observed state of the clock.

export type CardMessage = typeof cardMessage.$inferSelect;

const ofMessage = eq(cardMessage.messageId, sql.placeholder("messageId"));
const ofRecord = and(
  eq(cardMessage.openId, sql.placeholder("openId")),
  eq(cardMessage.subject, sql.placeholder("subject")),
);
const byMessage = prepared((db) => db.select().from(cardMessage).where(ofMessage).limit(1).prepare());
const ofReader = prepared((db) => {
  const ofKind = eq(cardMessage.kind, sql.placeholder("kind"));
  const cards = notInArray(cardMessage.view, ["text", "receipt"]);
  return db
    .select()
    .from(cardMessage)
    .where(and(ofRecord, ofKind, cards))
    .orderBy(sql`shown_at desc, rowid desc`)
    .prepare();
});
const messageAndRecord = prepared((db) =>
  db
    .select()
    .from(cardMessage)
    .where(or(ofMessage, ofRecord))
    .orderBy(sql`shown_at desc, rowid desc`)
    .prepare(),
);

const lastTo = prepared((db) =>
  db
    .select()
    .from(cardMessage)
    .where(
      and(
        eq(cardMessage.openId, sql.placeholder("openId")),
        sql`${cardMessage.kind} in (select value from json_each(${sql.placeholder("kinds")}))`,
        gte(cardMessage.at, sql.placeholder("since")),
      ),
    )
    .orderBy(sql`at desc, rowid desc`)
    .limit(1)
    .prepare(),
);

/** The newest card of these kinds in a person's private chat, sent at or after `since` (UTC ms). */
export async function lastCardTo(
  db: Db,
  openId: string,
  kinds: string[],
  since: number,
): Promise<CardMessage | null> {
  const [row] = await lastTo(db).execute({ openId, kinds: JSON.stringify(kinds), since });
  return row ?? null;
}

/** The record a message's card belongs to; null for a message that is not one of our cards. */
export async function findCard(db: Db, messageId: string): Promise<CardMessage | null> {
  const [row] = await byMessage(db).execute({ messageId });
  return row ?? null;
}

/** A person's cards of one record in their private chat, the most recently shown first; without texts and receipts. */
export async function cardsOfReader(
  db: Db,
  of: { openId: string; kind: string; subject: string },
): Promise<CardMessage[]> {
  return ofReader(db).execute(of);
}

/**
 * A card together with the person's other cards of its record, including texts and receipts, the most recently shown
 * first: everything needed to answer a press, in one query.
 */
export async function cardAndOthers(
  db: Db,
  messageId: string,
  { openId, subject }: { openId: string; subject: string },
): Promise<CardMessage[]> {
  return messageAndRecord(db).execute({ messageId, openId, subject });
}

/** Whether a chat is this person's private chat with the bot, because another of their cards is in it. */
export async function isOwnChat(db: Db, chatId: string, openId: string): Promise<boolean> {
  const theirs = and(eq(cardMessage.chatId, chatId), eq(cardMessage.openId, openId));
  return (await db.$count(cardMessage, theirs)) > 0;
}

const put = written<CardMessage>((db) => {
  const rest = {
    chatId: sql.placeholder("chatId"),
    openId: sql.placeholder("openId"),
    kind: sql.placeholder("kind"),
    subject: sql.placeholder("subject"),
    view: sql.placeholder("view"),
    at: sql.placeholder("at"),
    shownAt: sql.placeholder("shownAt"),
    shown: sql.placeholder("shown"),
  };
  const set = {
    chatId: sql`excluded.chat_id`,
    openId: sql`excluded.open_id`,
    kind: sql`excluded.kind`,
    subject: sql`excluded.subject`,
    view: sql`excluded.view`,
    at: sql`excluded.at`,
    shownAt: sql`excluded.shown_at`,
    shown: sql`excluded.shown`,
  };
  return db
    .insert(cardMessage)
    .values({ messageId: sql.placeholder("messageId"), ...rest })
    .onConflictDoUpdate({ target: cardMessage.messageId, set });
});
type Shows = { messageId: string; subjects: string };
const subjectsGiven = sql`select value from json_each(${sql.placeholder("subjects")})`;
const showsNoMore = written<Shows>(
  () =>
    sql`delete from card_shows where message_id = ${sql.placeholder("messageId")} and subject not in (${subjectsGiven})`,
);
const showsNow = written<Shows>(
  () =>
    sql`insert or ignore into card_shows (subject, message_id) select value, ${sql.placeholder("messageId")}
      from json_each(${sql.placeholder("subjects")})`,
);

/** Stores a card and the subjects it shows, replacing the previous row. */
export function putCard(db: Db, row: CardMessage, subjects: readonly string[]): Write[] {
  const { messageId } = row;
  const shows = { messageId, subjects: JSON.stringify(subjects) };
  return [put(db, row), showsNoMore(db, shows), ...(subjects.length > 0 ? [showsNow(db, shows)] : [])];
}

/** The same for a card just sent; if a press on it has already been processed, that row is kept. */
export function putSentCard(db: Db, row: CardMessage, subjects: readonly string[]): Write[] {
  return [
    db.insert(cardMessage).values(row).onConflictDoNothing(),
    showsNow(db, { messageId: row.messageId, subjects: JSON.stringify(subjects) }),
  ];
}

/** Records what a card shows after an update; if it became a form in the meantime it keeps its view. */
export function setShown(db: Db, messageId: string, to: { view: string; shown: string }): Write {
  return db
    .update(cardMessage)
    .set(to)
    .where(and(eq(cardMessage.messageId, messageId), sql`(view not like 'form %' or ${to.view} = 'closed')`));
}

/** The number of the last stored change: a card drawn after reading it includes at least that change. */
export async function lastChange(db: Db): Promise<number> {
  const [row] = await db.all<{ seq: number | null }>(sql`select max(seq) as seq from audit`);
  return row?.seq ?? 0;
}

/** What a beat last saw, by name. */
export async function clockSeenBefore(db: Db): Promise<Map<string, string>> {
  const rows = await db.select().from(clockSeen);
  return new Map(rows.map(({ what, value }) => [what, value]));
}

/** Records an observed state of the clock. */
export function putClockSeen(db: Db, what: string, value: string): Write {
  return db
    .insert(clockSeen)
    .values({ what, value })
    .onConflictDoUpdate({ target: clockSeen.what, set: { value } });
}
