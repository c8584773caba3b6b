import { and, eq, inArray, isNotNull } from "drizzle-orm";
import type { Write } from "./commit.ts";
import type { Db } from "./open.ts";
import { cardMessage, chat } from "./schema.ts";

export type Chat = typeof chat.$inferSelect;
export type CardMessage = typeof cardMessage.$inferSelect;

export async function findChat(db: Db, chatId: string): Promise<Chat | null> {
  const [row] = await db.select().from(chat).where(eq(chat.chatId, chatId)).limit(1);
  return row ?? null;
}

/** Groups the city office has named. */
export async function boundChats(db: Db): Promise<Chat[]> {
  return db.select().from(chat).where(isNotNull(chat.kind));
}

export function putChat(db: Db, row: Chat): Write {
  const { chatId, ...rest } = row;
  return db.insert(chat).values(row).onConflictDoUpdate({ target: chat.chatId, set: rest });
}

export function removeChat(db: Db, chatId: string): Write {
  return db.delete(chat).where(eq(chat.chatId, chatId));
}

/** What a sent card stands for; null for a message that is none of our cards. */
export async function findCard(db: Db, messageId: string): Promise<CardMessage | null> {
  const [row] = await db.select().from(cardMessage).where(eq(cardMessage.messageId, messageId)).limit(1);
  return row ?? null;
}

/** Whether a chat is this person's own with the bot: another card of theirs is there. */
export async function isOwnChat(db: Db, chatId: string, openId: string): Promise<boolean> {
  const theirs = and(eq(cardMessage.chatId, chatId), eq(cardMessage.openId, openId));
  return (await db.$count(cardMessage, theirs)) > 0;
}

/** Every card of one record, newest first. */
export async function cardsOf(db: Db, subject: string): Promise<CardMessage[]> {
  const rows = await db.select().from(cardMessage).where(eq(cardMessage.subject, subject));
  return rows.sort((a, b) => b.at - a.at);
}

export function putCard(db: Db, row: CardMessage): Write {
  const { messageId, ...rest } = row;
  return db.insert(cardMessage).values(row).onConflictDoUpdate({ target: cardMessage.messageId, set: rest });
}

/** Remembers which view a card now shows. */
export function setCardView(db: Db, messageId: string, view: string): Write {
  return db.update(cardMessage).set({ view }).where(eq(cardMessage.messageId, messageId));
}

/** Forgets cards: they are never replaced again, and a press on one is judged by who pressed alone. */
export function forgetCards(db: Db, messageIds: string[]): Write {
  return db.delete(cardMessage).where(inArray(cardMessage.messageId, messageIds));
}
