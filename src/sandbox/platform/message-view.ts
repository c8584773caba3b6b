import { isRecord } from "../card/is-record.ts";
import { cardForReader } from "../card/version-1.ts";
import { TENANT_KEY } from "../ids.ts";
import { parseJson } from "../parse-json.ts";
import type { SandboxMessage } from "../protocol.ts";
import type { Store } from "../store.ts";

export type Mentioned = { key: string; open_id: string; name: string; type: "user" | "bot" };

/**
 * A message's content as a bot receives it: `<at>` tags become `@_user_1` with a list of mentions, and a post
 * loses its locale wrapper (feishu-contract 2.1). Other content is unchanged.
 */
export function receivedContent(
  store: Store,
  message: SandboxMessage,
): { content: string; mentions: Mentioned[] } {
  const asSent = { content: message.content, mentions: [] };
  if (message.msg_type !== "text" && message.msg_type !== "post") return asSent;
  const parsed = parseJson(message.content);
  if (!isRecord(parsed)) return asSent;
  if (message.msg_type === "text") return receivedText(store, String(parsed.text));
  if (Array.isArray(parsed.content)) return asSent;
  return { content: JSON.stringify(Object.values(parsed)[0] ?? {}), mentions: [] };
}

function receivedText(store: Store, raw: string): { content: string; mentions: Mentioned[] } {
  const mentions: Mentioned[] = [];
  const text = raw.replace(/<at user_id="([^"]*)">(.*?)<\/at>/g, (whole, id: string) => {
    if (id === "all") return "@_all";
    const known = mentions.find((one) => one.open_id === id);
    if (known !== undefined) return known.key;
    const bot = store.apps().find((app) => app.bot_open_id === id);
    const named = bot ?? store.person(id);
    if (named === undefined) return whole;
    const key = `@_user_${mentions.length + 1}`;
    mentions.push({ key, open_id: id, name: named.name, type: bot === undefined ? "user" : "bot" });
    return key;
  });
  return { content: JSON.stringify({ text }), mentions };
}

/**
 * A message as represented in the message APIs (feishu-contract 4.3); with `cardAsSent` a card's JSON is
 * kept.
 */
export function messageView(
  store: Store,
  message: SandboxMessage,
  cardAsSent = false,
): Record<string, unknown> {
  const { content, mentions } = receivedContent(store, message);
  const isApp = message.sender.type === "app";
  return {
    message_id: message.message_id,
    ...(message.root_id === undefined ? {} : { root_id: message.root_id }),
    ...(message.parent_id === undefined ? {} : { parent_id: message.parent_id }),
    ...(message.thread_id === undefined ? {} : { thread_id: message.thread_id }),
    msg_type: message.msg_type,
    create_time: String(message.create_time),
    update_time: String(message.update_time),
    deleted: message.deleted,
    updated: message.updated,
    chat_id: message.chat_id,
    sender: {
      id: message.sender.id,
      id_type: isApp ? "app_id" : "open_id",
      sender_type: message.sender.type,
      tenant_key: TENANT_KEY,
    },
    body: {
      content: message.msg_type === "interactive" && !cardAsSent ? cardAsText(message.content) : content,
    },
    ...(mentions.length === 0 ? {} : { mentions: mentions.map(mentionView) }),
  };
}

function mentionView(mention: Mentioned): Record<string, string> {
  const { key, open_id: id, name } = mention;
  return { key, id, id_type: "open_id", name, tenant_key: TENANT_KEY };
}

// Without card_msg_content_type the platform returns only a card's texts.
function cardAsText(json: string): string {
  const parsed = parseJson(json);
  const card = isRecord(parsed) ? cardForReader(parsed, "zh_cn") : undefined;
  const header =
    isRecord(card) && isRecord(card.header) && isRecord(card.header.title) ? card.header.title.content : "";
  const body = isRecord(card) && isRecord(card.body) ? card.body.elements : [];
  return JSON.stringify({ title: header, elements: [collectTexts(body)] });
}

function collectTexts(node: unknown): Array<{ tag: string; text: string }> {
  if (Array.isArray(node)) return node.flatMap(collectTexts);
  if (!isRecord(node)) return [];
  const text = isRecord(node.text) ? node.text.content : node.content;
  if (typeof text === "string") return [{ tag: node.tag === "button" ? "button" : "text", text }];
  return [...collectTexts(node.elements), ...collectTexts(node.columns)];
}
