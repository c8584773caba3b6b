import type { SandboxMessage } from "../protocol.ts";
import { isInChat, messagesOfThread } from "../threads.ts";
import { type Answer, type Call, refuse, refused, success } from "./answer.ts";
import { messageView } from "./message-view.ts";
import { visibleMessage } from "./own-message.ts";
import { pageOf } from "./page-of.ts";
import { type Refusal, refusal } from "./refusal.ts";

/**
 * GET /im/v1/messages/:id: one message. A card is returned as its texts unless
 * `card_msg_content_type=user_card_content`; a merged message with the messages it contains.
 */
export function getMessage(call: Call<"store">): Answer {
  const found = visibleMessage(call);
  if (!found.ok) return refused(found.refusal);
  const { store } = call.sandbox;
  const merged = (found.message.merged ?? []).flatMap((id) => store.message(id) ?? []);
  const upper_message_id = found.message.message_id;
  const inside = merged.map((one) => ({ ...messageView(store, one, cardAsSent(call)), upper_message_id }));
  return success({ items: [messageView(store, found.message, cardAsSent(call)), ...inside] });
}

/** GET /im/v1/messages?container_id_type=chat|thread&container_id=: the history. Times in seconds. */
export function listMessages(call: Call<"store">): Answer {
  const { store } = call.sandbox;
  const history = call.query.get("container_id_type") === "thread" ? threadHistory(call) : chatHistory(call);
  if (!history.ok) return refused(history.refusal);
  const chat = store.chat(history.chatId);
  call.notes.chat_id = history.chatId;
  if (!chat?.bots.includes(call.app.app_id)) return refuse(230002);
  const all = history.messages.filter((one) => one.visible_to === undefined);
  if (call.query.get("sort_type") === "ByCreateTimeDesc") all.reverse();
  const found = pageOf(all, call.query, { standard: 20, max: 50 }, 230001);
  if (!found.ok) return refused(found.refusal);
  return success({
    ...found.page,
    items: found.page.items.map((one) => messageView(store, one, cardAsSent(call))),
  });
}

type History = { ok: true; chatId: string; messages: SandboxMessage[] } | { ok: false; refusal: Refusal };

/** A chat's history contains only the root of each thread. */
function chatHistory(call: Call<"store">): History {
  const refuseWith = (detail: string): History => ({ ok: false, refusal: refusal(230001, detail) });
  const container = call.query.get("container_id") ?? "";
  if (call.query.get("container_id_type") !== "chat") return refuseWith("invalid container_id_type");
  if (call.sandbox.store.chat(container) === undefined) return refuseWith("invalid container_id");
  const from = Number(call.query.get("start_time") || 0) * 1000;
  const until = Number(call.query.get("end_time") || Number.MAX_SAFE_INTEGER / 1000) * 1000;
  if (!(from <= until)) return refuseWith("invalid start_time or end_time");
  const messages = call.sandbox.store
    .messagesOf(container)
    .filter((one) => one.create_time >= from && one.create_time <= until && isInChat(one));
  return { ok: true, chatId: container, messages };
}

/** A thread's history cannot be limited by time. */
function threadHistory(call: Call<"store">): History {
  const messages = messagesOfThread(call.sandbox.store, call.query.get("container_id") ?? "");
  const [first] = messages;
  if (first === undefined) return { ok: false, refusal: refusal(230001, "invalid container_id") };
  return { ok: true, chatId: first.chat_id, messages };
}

function cardAsSent(call: Call): boolean {
  return call.query.get("card_msg_content_type") === "user_card_content";
}
