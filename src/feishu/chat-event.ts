import * as z from "zod";
import { readAs } from "./read-as.ts";

export type ChatEvent = {
  chatId: string;
  /** The person who caused it; null when the platform does not say. */
  operatorOpenId: string | null;
  /** The group's name; empty for a private chat. */
  name: string;
  /** People of another company are in the group. */
  external: boolean;
};

const chatEvent = z.object({
  chat_id: z.string().min(1),
  operator_id: z
    .object({ open_id: z.string().min(1) })
    .nullish()
    .catch(null),
  name: z.string().catch(""),
  external: z.boolean().catch(false),
});

/**
 * Parses events about a chat: `im.chat.member.bot.added_v1` and `deleted_v1`, `im.chat.disbanded_v1`,
 * `im.chat.access_event.bot_p2p_chat_entered_v1` (feishu-contract 2.1). `null` when no chat is named.
 */
export const parseChatEvent = (event: unknown): ChatEvent | null => {
  const read = readAs(chatEvent, event);
  if (read === null) return null;
  const { chat_id: chatId, operator_id: operator, name, external } = read;
  return { chatId, operatorOpenId: operator?.open_id ?? null, name, external };
};
