import { eq, isNotNull } from "drizzle-orm";
import type { Db } from "./open.ts";
import { chat } from "./schema.ts";
import type { Write } from "./written.ts";

export type Chat = typeof chat.$inferSelect;

/** A chat the bot is in; null when it is unknown. */
export async function findChat(db: Db, chatId: string): Promise<Chat | null> {
  const [row] = await db.select().from(chat).where(eq(chat.chatId, chatId)).limit(1);
  return row ?? null;
}

/** The groups the city office has assigned a kind to. */
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
