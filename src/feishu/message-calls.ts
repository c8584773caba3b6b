import type { Client } from "@larksuiteoapi/node-sdk";
import type { Call } from "./call.ts";
import type { Feishu, Outgoing, Sent } from "./feishu.ts";
import { FeishuUnreachable } from "./feishu-error.ts";

/** Sending, replying, updating and marking urgent (feishu-contract 4.3 and 4.4). */
export const messageCalls = (
  client: Client,
  call: Call,
): Pick<Feishu, "sendMessage" | "replyMessage" | "updateCard" | "urgentApp"> => ({
  sendMessage: async (message) => {
    const params = { receive_id_type: message.receiveIdType };
    const data = { receive_id: message.receiveId, ...bodyOf(message) };
    return sent("send", await call(() => client.im.v1.message.create({ params, data })));
  },
  replyMessage: async (messageId, message) => {
    const path = { message_id: messageId };
    return sent("reply", await call(() => client.im.v1.message.reply({ path, data: bodyOf(message) })));
  },
  updateCard: async (messageId, cardJson) => {
    const path = { message_id: messageId };
    await call(() => client.im.v1.message.patch({ path, data: { content: cardJson } }));
  },
  urgentApp: async (messageId, openIds) => {
    const urgent = {
      path: { message_id: messageId },
      params: { user_id_type: "open_id" as const },
      data: { user_id_list: [...openIds] },
    };
    const answer = await call(() => client.im.v1.message.urgentApp(urgent));
    return { invalidOpenIds: answer.data?.invalid_user_id_list ?? [] };
  },
});

const bodyOf = ({ msgType, content, uuid }: Outgoing) => ({ msg_type: msgType, content, uuid });

type Answer = { data?: { message_id?: string | undefined; chat_id?: string | undefined } | undefined };

const sent = (what: string, answer: Answer): Sent => {
  const { message_id: messageId, chat_id: chatId } = answer.data ?? {};
  if (!messageId || !chatId) throw new FeishuUnreachable(what, "the answer names no message", true);
  return { messageId, chatId };
};
