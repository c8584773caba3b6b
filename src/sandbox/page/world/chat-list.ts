import type { SandboxApp, SandboxChat, SandboxMessage } from "../../protocol.ts";
import type { Locale } from "../card/locale-text.ts";
import { seenThread } from "./seen-thread.ts";
import { type Unread, unreadIn } from "./unread.ts";
import type { World } from "./world.ts";

export type ChatEntry = { chat: SandboxChat; title: string; last?: SandboxMessage; unread: Unread };

/** The bot of a p2p chat; undefined for a group. */
export function otherSide(world: World, chat: SandboxChat): SandboxApp | undefined {
  return chat.type === "p2p" ? world.apps.find((app) => chat.bots.includes(app.app_id)) : undefined;
}

/** Whether a bot is subscribed to messages; otherwise its p2p chat has no text box (feishu-contract 2.1). */
export function hearsMessages(app: SandboxApp): boolean {
  return app.events?.includes("im.message.receive_v1") ?? true;
}

/** A group's name in the reader's language, or the name of a p2p chat's bot. */
export function chatTitle(world: World, chat: SandboxChat, locale: Locale): string {
  const name = locale === "en_us" && chat.en_name ? chat.en_name : chat.name;
  return name || otherSide(world, chat)?.name || chat.chat_id;
}

/** A person's chats: those with an urgent unread message first, then the most recent. */
export function chatsOf(world: World, openId: string, locale: Locale): ChatEntry[] {
  const entries: ChatEntry[] = [];
  for (const chat of world.chats.values()) {
    if (!chat.members.includes(openId)) continue;
    const thread = world.threads.get(chat.chat_id);
    const last = thread && seenThread(thread, openId).at(-1);
    const unread = unreadIn(thread, openId);
    entries.push({ chat, title: chatTitle(world, chat, locale), unread, ...(last && { last }) });
  }
  const urgency = (entry: ChatEntry): number => (entry.unread.urgent ? 1 : 0);
  const time = (entry: ChatEntry): number => entry.last?.create_time ?? 0;
  return entries.sort((a, b) => urgency(b) - urgency(a) || time(b) - time(a));
}

/** Bots without a p2p chat with the person. */
export function unmetBots(world: World, openId: string): SandboxApp[] {
  const met = new Set(
    [...world.chats.values()]
      .filter((chat) => chat.type === "p2p" && chat.members.includes(openId))
      .flatMap((chat) => chat.bots),
  );
  return world.apps.filter((app) => !met.has(app.app_id));
}
