import { TENANT_KEY, userIds } from "../ids.ts";
import { receivedContent } from "../platform/message-view.ts";
import { isGranted } from "../platform/scopes.ts";
import type { SandboxChat, SandboxMessage } from "../protocol.ts";
import type { Sandbox } from "../sandbox.ts";
import type { Operator } from "./operator.ts";

const P2P = ["im:message.p2p_msg:readonly", "im:message.p2p_msg"];
const WHOLE_GROUP = ["im:message.group_msg", "im:message.group_msg:readonly"];
const MENTIONED = [
  "im:message.group_at_msg:readonly",
  "im:message.group_at_msg",
  "im:message.group_at_msg.include_bot:readonly",
  ...WHOLE_GROUP,
];

/**
 * Sends a person's message to the bots of a chat: in a p2p chat, and in a group to the bots it mentions and
 * to those that may read all group messages (feishu-contract 2.1).
 */
export function tellMessage(
  sandbox: Pick<Sandbox, "courier" | "faults" | "store">,
  chat: SandboxChat,
  message: SandboxMessage,
): void {
  const { content, mentions } = receivedContent(sandbox.store, message);
  const where = { person: message.sender.id, chat_id: chat.chat_id };
  const isAll = content.includes("@_all") && sandbox.faults.take("all_as_mention", where) === true;
  const told = [...mentions.map(mentionInEvent), ...(isAll ? [EVERYONE] : [])];
  const event = {
    sender: { sender_id: userIds(message.sender.id), sender_type: "user", tenant_key: TENANT_KEY },
    message: {
      message_id: message.message_id,
      ...(message.root_id === undefined ? {} : { root_id: message.root_id }),
      ...(message.parent_id === undefined ? {} : { parent_id: message.parent_id }),
      ...(message.thread_id === undefined ? {} : { thread_id: message.thread_id }),
      create_time: String(message.create_time),
      update_time: String(message.update_time),
      chat_id: chat.chat_id,
      chat_type: chat.type,
      message_type: message.msg_type,
      content,
      ...(told.length === 0 ? {} : { mentions: told }),
    },
  };
  for (const appId of chat.bots) {
    const bot = sandbox.store.app(appId);
    const isMentioned = mentions.some((mention) => mention.open_id === bot?.bot_open_id);
    const scopes = chat.type === "p2p" ? P2P : isMentioned ? MENTIONED : WHOLE_GROUP;
    if (bot !== undefined && isGranted(bot, scopes)) {
      sandbox.courier.push(appId, "im.message.receive_v1", event, about(message.sender.id, chat));
    }
  }
}

const EVERYONE = {
  key: "@_all",
  id: { open_id: "", union_id: "", user_id: "" },
  name: "所有人",
  tenant_key: "",
};

function mentionInEvent(mention: ReturnType<typeof receivedContent>["mentions"][number]) {
  const { key, open_id, name, type: mentioned_type } = mention;
  return { key, id: userIds(open_id), mentioned_type, name, tenant_key: TENANT_KEY };
}

/** Sends the event that a person read a bot's messages in their p2p chat. */
export function tellRead(
  sandbox: Pick<Sandbox, "clock" | "courier">,
  chat: SandboxChat,
  openId: string,
  messageIds: string[],
): void {
  const event = {
    reader: { reader_id: userIds(openId), read_time: String(sandbox.clock.now()), tenant_key: TENANT_KEY },
    message_id_list: messageIds,
  };
  for (const appId of chat.bots)
    sandbox.courier.push(appId, "im.message.message_read_v1", event, about(openId, chat));
}

/** Sends the event that a reaction was added to or removed from a message. */
export function tellReaction(
  sandbox: Pick<Sandbox, "clock" | "courier">,
  chat: SandboxChat,
  messageId: string,
  operator: Operator,
  emoji: string,
  change: "created" | "deleted",
): void {
  const event = {
    message_id: messageId,
    reaction_type: { emoji_type: emoji },
    operator_type: operator.type,
    ...(operator.type === "user" ? { user_id: userIds(operator.id) } : { app_id: operator.id }),
    action_time: String(sandbox.clock.now()),
  };
  for (const appId of chat.bots) {
    sandbox.courier.push(appId, `im.message.reaction.${change}_v1`, event, byOperator(operator, chat));
  }
}

/** Sends the event that a message was recalled by its sender. */
export function tellRecalled(
  sandbox: Pick<Sandbox, "clock" | "courier">,
  chat: SandboxChat,
  messageId: string,
  operator: Operator,
): void {
  const event = {
    message_id: messageId,
    chat_id: chat.chat_id,
    recall_time: String(sandbox.clock.now()),
    recall_type: "message_owner",
  };
  for (const appId of chat.bots) {
    sandbox.courier.push(appId, "im.message.recalled_v1", event, byOperator(operator, chat));
  }
}

function byOperator({ id, type }: Operator, chat: SandboxChat) {
  return { ...(type === "user" ? { person: id } : {}), chat_id: chat.chat_id };
}

function about(person: string, chat: SandboxChat) {
  return { person, chat_id: chat.chat_id };
}
