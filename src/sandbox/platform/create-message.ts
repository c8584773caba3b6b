import * as z from "zod";
import { freshId } from "../ids.ts";
import type { SandboxChat, SandboxMessage } from "../protocol.ts";
import { refuseContent } from "./accept-content.ts";
import { type Answer, type Call, refuse, refused, success } from "./answer.ts";
import { isAvailableTo } from "./availability.ts";
import { entityIdIn, entityToSend } from "./cardkit/send-entity.ts";
import { findPerson } from "./find-person.ts";
import { messageView } from "./message-view.ts";
import { readFields } from "./read-fields.ts";
import { type Refusal, refusal } from "./refusal.ts";
import { unknownId, unknownReceiver } from "./unknown-id.ts";

const ID_TYPES = ["open_id", "union_id", "user_id", "email", "chat_id"] as const;
const uuid = z.string().max(50).optional();
const createSchema = z.object({
  receive_id: z.string().min(1),
  msg_type: z.string(),
  content: z.string(),
  uuid,
});
const replySchema = z.object({
  msg_type: z.string(),
  content: z.string(),
  reply_in_thread: z.boolean().optional(),
  uuid,
});
const idTypeSchema = z.object({ receive_id_type: z.enum(ID_TYPES) });

/** POST /im/v1/messages (feishu-contract 4.3). */
export function createMessage(call: Call): Answer {
  const query = readFields(idTypeSchema, Object.fromEntries(call.query));
  if (!query.ok) return refused(query.refusal);
  const body = readFields(createSchema, call.body);
  if (!body.ok) return refused(body.refusal);
  const before = alreadySent(call, body.fields.uuid);
  if (before !== undefined) return before;
  const receiver = findReceiver(call, query.fields.receive_id_type, body.fields.receive_id);
  if (!receiver.ok) return refused(receiver.refusal);
  return send(call, receiver.chat, body.fields, {});
}

/** POST /im/v1/messages/:id/reply (feishu-contract 4.4). */
export function replyMessage(call: Call): Answer {
  const body = readFields(replySchema, call.body);
  if (!body.ok) return refused(body.refusal);
  const parent = call.sandbox.store.message(call.params.message_id ?? "");
  if (parent === undefined) return refused(unknownId("message_id", call.params.message_id ?? ""));
  const before = alreadySent(call, body.fields.uuid);
  if (before !== undefined) return before;
  if (parent.deleted) return refuse(230011);
  if (parent.batch_id !== undefined) return refuse(230054);
  const chat = call.sandbox.store.chat(parent.chat_id);
  const found = checkChat(call, chat);
  if (!found.ok) return refused(found.refusal);
  // Whoever wants no messages from a bot still gets its replies.
  const root_id = parent.root_id ?? parent.message_id;
  return send(call, found.chat, body.fields, { root_id, parent_id: parent.message_id });
}

type Receiver = { ok: true; chat: SandboxChat } | { ok: false; refusal: Refusal };

function findReceiver(call: Call, idType: (typeof ID_TYPES)[number], id: string): Receiver {
  const { store } = call.sandbox;
  if (idType === "chat_id") {
    const found = checkChat(call, store.chat(id));
    return found.ok ? unlessStopped(call, found.chat) : found;
  }
  const person = findPerson(store, idType, id);
  if (person === undefined) {
    return { ok: false, refusal: idType === "email" ? refusal(230034) : unknownReceiver(idType, id) };
  }
  call.notes.person = person.open_id;
  if (person.resigned) return { ok: false, refusal: refusal(230029) };
  if (!isAvailableTo(call.app, person.open_id)) return { ok: false, refusal: refusal(230013) };
  return unlessStopped(call, store.p2pChat(person.open_id, call.app.app_id));
}

function unlessStopped(call: Call, chat: SandboxChat): Receiver {
  const other = chat.type === "p2p" ? call.sandbox.store.person(chat.members[0] ?? "") : undefined;
  const isStopped = other?.stopped_bots?.includes(call.app.app_id) === true;
  return isStopped ? { ok: false, refusal: refusal(230053) } : { ok: true, chat };
}

function checkChat(call: Call, chat: SandboxChat | undefined): Receiver {
  if (chat === undefined) return { ok: false, refusal: refusal(230001, "invalid receive_id") };
  call.notes.chat_id = chat.chat_id;
  if (!chat.bots.includes(call.app.app_id)) return { ok: false, refusal: refusal(230002) };
  if (chat.dissolved) return { ok: false, refusal: refusal(232009) };
  const other = chat.type === "p2p" ? call.sandbox.store.person(chat.members[0] ?? "") : undefined;
  if (other?.resigned || (other !== undefined && !isAvailableTo(call.app, other.open_id))) {
    return { ok: false, refusal: refusal(230013) };
  }
  return { ok: true, chat };
}

function alreadySent(call: Call, uuid: string | undefined): Answer | undefined {
  const { store, sentOnce } = call.sandbox;
  const message = store.message(sentOnce.find(call.app.app_id, uuid) ?? "");
  return message === undefined ? undefined : success(messageView(store, message));
}

type Given = { msg_type: string; content: string; uuid?: string | undefined };
type Thread = { root_id?: string; parent_id?: string };

function send(call: Call, chat: SandboxChat, given: Given, thread: Thread): Answer {
  call.notes.chat_id = chat.chat_id;
  const cardId = entityIdIn(given.msg_type, given.content);
  const sent = cardId === undefined ? undefined : entityToSend(call, cardId);
  if (sent?.ok === false) return refused(sent.refusal);
  if (sent === undefined) {
    const problem = refuseContent(call, given.msg_type, given.content);
    if (problem !== undefined) return refused(problem);
  }
  const { store, faults, limits, sentOnce, cards } = call.sandbox;
  // A person's five a second are the bot's own; a group's are shared by all bots in it.
  const target = chat.type === "p2p" ? `${call.app.app_id} ${chat.chat_id}` : chat.chat_id;
  if (!faults.take("limits_off") && !limits.takeTarget(target)) {
    return refuse(230020, chat.type === "p2p" ? "user rate limit" : "chat rate limit");
  }
  const content = sent === undefined ? given.content : JSON.stringify(sent.entity.draft);
  const message = { ...newMessage(call, chat, given.msg_type, content), ...thread };
  const view = messageView(store, message);
  store.putMessage(message);
  if (sent !== undefined) cards.noteSent(sent.entity, message.message_id);
  sentOnce.note(call.app.app_id, given.uuid, message.message_id);
  return success(view);
}

/** A message of the calling app, not yet put into its chat. */
export function newMessage(call: Call, chat: SandboxChat, msg_type: string, content: string): SandboxMessage {
  const now = call.sandbox.clock.now();
  return {
    message_id: freshId("om_"),
    chat_id: chat.chat_id,
    msg_type,
    content,
    sender: { id: call.app.app_id, type: "app" },
    create_time: now,
    update_time: now,
    deleted: false,
    updated: false,
    read_by: [],
    urgent_for: [],
  };
}
