import * as z from "zod";
import { type MessageContent, parseMessageContent } from "./message-content.ts";
import { readAs } from "./read-as.ts";

type Mention = { key: string; openId: string; name: string };

/** A message to the bot, or in a group it belongs to (`im.message.receive_v1`, feishu-contract 2.1). */
export type IncomingMessage = {
  messageId: string;
  chatId: string;
  chatType: "p2p" | "group";
  /** Set on replies only: the first message of the thread, and the quoted message. */
  rootId?: string;
  parentId?: string;
  senderOpenId: string;
  /** "user", or "bot" for another bot. */
  senderType: string;
  /** UTC ms. */
  createdAt: number;
  mentions: Mention[];
  mentionsBot: boolean;
  content: MessageContent;
};

const mention = z.object({
  key: z.string(),
  id: z.object({ open_id: z.string().catch("") }).catch({ open_id: "" }),
  name: z.string().catch(""),
});

const messageReceived = z.object({
  sender: z.object({
    sender_id: z.object({ open_id: z.string().min(1) }),
    sender_type: z.string().catch("user"),
  }),
  message: z.object({
    message_id: z.string().min(1),
    chat_id: z.string().min(1),
    chat_type: z.string(),
    root_id: z.string().optional().catch(undefined),
    parent_id: z.string().optional().catch(undefined),
    create_time: z.coerce.number().int().positive(),
    message_type: z.string(),
    content: z.string().catch(""),
    mentions: z.array(mention).catch([]),
  }),
});

/**
 * Parses the `event` part; `null` without sender, chat, time or id. The bot's own name is removed from the text; other
 * mentions become "@name".
 */
export const parseMessageEvent = (event: unknown, botOpenId: string): IncomingMessage | null => {
  const read = readAs(messageReceived, event);
  if (read === null) return null;
  const { sender, message } = read;
  const mentions = message.mentions.map(({ key, id, name }) => ({ key, openId: id.open_id, name }));
  const isBot = (one: Mention) => botOpenId !== "" && one.openId === botOpenId;
  const nameOf = (key: string): string | null => {
    const found = mentions.find((one) => one.key === key);
    if (found === undefined) return key === "@_all" ? "@所有人" : null;
    return isBot(found) ? "" : `@${found.name}`;
  };
  return {
    messageId: message.message_id,
    chatId: message.chat_id,
    chatType: message.chat_type === "p2p" ? "p2p" : "group",
    ...(message.root_id ? { rootId: message.root_id } : {}),
    ...(message.parent_id ? { parentId: message.parent_id } : {}),
    senderOpenId: sender.sender_id.open_id,
    senderType: sender.sender_type,
    createdAt: message.create_time,
    mentions,
    // While the platform does not say who the bot is, any mention of somebody may be its own.
    mentionsBot: botOpenId === "" ? mentions.some(({ openId }) => openId !== "") : mentions.some(isBot),
    content: parseMessageContent(message.message_type, message.content, nameOf),
  };
};
