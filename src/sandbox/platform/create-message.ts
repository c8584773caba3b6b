import * as z from "zod";
import type { SandboxChat, SandboxMessage } from "../protocol.ts";
import { placeOfNew, placeOfReply } from "../threads.ts";
import { refuseContent } from "./accept-content.ts";
import { type Answer, type Call, refuse, refused, success } from "./answer.ts";
import { entityIdIn, entityToSend } from "./cardkit/send-entity.ts";
import { expandTemplate } from "./expand-template.ts";
import { checkChat, findReceiver, RECEIVE_ID_TYPES } from "./find-receiver.ts";
import { messageView } from "./message-view.ts";
import { newMessage, refuseTooMany } from "./new-message.ts";
import { readFields } from "./read-fields.ts";
import { unknownId } from "./unknown-id.ts";

type SendCall = Call<
  "admitCard" | "cards" | "clock" | "faults" | "limits" | "sentOnce" | "store" | "templates"
>;

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
const idTypeSchema = z.object({ receive_id_type: z.enum(RECEIVE_ID_TYPES) });

/** POST /im/v1/messages: sends a message (feishu-contract 4.3). */
export function createMessage(call: SendCall): Answer {
  const query = readFields(idTypeSchema, Object.fromEntries(call.query));
  if (!query.ok) return refused(query.refusal);
  const body = readFields(createSchema, call.body);
  if (!body.ok) return refused(body.refusal);
  const before = alreadySent(call, body.fields.uuid);
  if (before !== undefined) return before;
  const receiver = findReceiver(call, query.fields.receive_id_type, body.fields.receive_id);
  if (!receiver.ok) return refused(receiver.refusal);
  return send(call, receiver.chat, body.fields, placeOfNew(receiver.chat));
}

/** POST /im/v1/messages/:id/reply: replies to a message (feishu-contract 4.4). */
export function replyMessage(call: SendCall): Answer {
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
  // People who stopped the bot's messages still get its replies.
  return send(
    call,
    found.chat,
    body.fields,
    placeOfReply(call.sandbox.store, parent, body.fields.reply_in_thread),
  );
}

function alreadySent(call: Call<"sentOnce" | "store">, uuid: string | undefined): Answer | undefined {
  const { store, sentOnce } = call.sandbox;
  const message = store.message(sentOnce.find(call.app.app_id, uuid) ?? "");
  return message === undefined ? undefined : success(messageView(store, message));
}

type Given = { msg_type: string; content: string; uuid?: string | undefined };
type Place = Pick<SandboxMessage, "root_id" | "parent_id" | "thread_id">;

function send(call: SendCall, chat: SandboxChat, given: Given, place: Place): Answer {
  call.notes.chat_id = chat.chat_id;
  const cardId = entityIdIn(given.msg_type, given.content);
  const sent = cardId === undefined ? undefined : entityToSend(call, cardId);
  if (sent?.ok === false) return refused(sent.refusal);
  const made = expandTemplate(call, given.content, given.msg_type);
  if (!made.ok) return refused(made.refusal);
  if (sent === undefined) {
    const problem = refuseContent(call, given.msg_type, made.content);
    if (problem !== undefined) return refused(problem);
  }
  const limited = refuseTooMany(call, chat);
  if (limited !== undefined) return refused(limited);
  const { store, sentOnce, cards } = call.sandbox;
  const content = sent === undefined ? made.content : JSON.stringify(sent.entity.draft);
  const message = { ...newMessage(call, chat, given.msg_type, content), ...place };
  const view = messageView(store, message);
  store.putMessage(message);
  if (sent !== undefined) cards.noteSent(sent.entity, message.message_id);
  sentOnce.note(call.app.app_id, given.uuid, message.message_id);
  return success(view);
}
