import * as z from "zod";
import type { SandboxMessage } from "../protocol.ts";
import { messagesOfThread, placeOfNew, placeOfReply } from "../threads.ts";
import { type Answer, type Call, refuse, refused, success } from "./answer.ts";
import { checkChat, findReceiver, RECEIVE_ID_TYPES, type Receiver } from "./find-receiver.ts";
import { messageView } from "./message-view.ts";
import { newMessage, refuseTooMany } from "./new-message.ts";
import { readFields } from "./read-fields.ts";
import { refusal } from "./refusal.ts";
import { unknownId } from "./unknown-id.ts";

type ForwardCall = Call<"clock" | "faults" | "limits" | "sentOnce" | "store">;

const querySchema = z.object({
  receive_id_type: z.enum([...RECEIVE_ID_TYPES, "thread_id"]),
  uuid: z.string().max(50).optional(),
});
const bodySchema = z.object({ receive_id: z.string().min(1) });
const mergeSchema = bodySchema.extend({ message_id_list: z.array(z.string()).min(1).max(100) });

const NEVER_FORWARDED = ["system", "audio"];
const MERGED = "Merged and Forwarded Message";

/**
 * POST /im/v1/messages/:id/forward: sends the same content as a message of the bot to a person, group or
 * thread.
 */
export function forwardMessage(call: ForwardCall): Answer {
  const to = readTarget(call, bodySchema);
  if (!to.ok) return to.answer;
  const id = call.params.message_id ?? "";
  const message = call.sandbox.store.message(id);
  if (message === undefined) return refused(unknownId("message_id", id));
  if (message.deleted) return refuse(230065);
  if (!isSeen(call, message)) return refuse(230064);
  if (NEVER_FORWARDED.includes(message.msg_type)) return refuse(230061);
  return send(call, to, message.msg_type, message.content).answer;
}

/** POST /im/v1/messages/merge_forward: forwards several messages of one chat as one. */
export function mergeForward(call: ForwardCall): Answer {
  const to = readTarget(call, mergeSchema);
  if (!to.ok) return to.answer;
  const given = to.fields.message_id_list.map((id) => ({ id, message: call.sandbox.store.message(id) }));
  const seen = given.flatMap(({ message }) => (message && isSeen(call, message) ? [message] : []));
  if (seen.length === 0) return refuse(230064);
  const messages = seen.filter(({ deleted }) => !deleted);
  if (messages.length === 0) return refuse(230065);
  if (new Set(messages.map(({ chat_id }) => chat_id)).size > 1) return refuse(230069);
  const invalid = given.filter(({ message }) => message === undefined || !messages.includes(message));
  const sent = sendMerged(call, to, messages);
  if (!sent.ok) return sent.answer;
  return success({ message: sent.view, invalid_message_id_list: invalid.map(({ id }) => id) });
}

/** POST /im/v1/threads/:thread_id/forward: forwards a whole thread as one message. */
export function forwardThread(call: ForwardCall): Answer {
  const to = readTarget(call, bodySchema);
  if (!to.ok) return to.answer;
  const messages = messagesOfThread(call.sandbox.store, call.params.thread_id ?? "").filter(
    (message) => !message.deleted && isSeen(call, message),
  );
  if (messages.length === 0) return refuse(230064);
  const sent = sendMerged(call, to, messages);
  return sent.ok ? success(sent.view) : sent.answer;
}

type Target<T> = { ok: true; fields: T; query: z.infer<typeof querySchema> } | { ok: false; answer: Answer };
type Given = { fields: { receive_id: string }; query: z.infer<typeof querySchema> };

function readTarget<S extends z.ZodType<{ receive_id: string }>>(call: Call, schema: S): Target<z.infer<S>> {
  const query = readFields(querySchema, Object.fromEntries(call.query));
  if (!query.ok) return { ok: false, answer: refused(query.refusal) };
  const body = readFields(schema, call.body);
  if (!body.ok) return { ok: false, answer: refused(body.refusal) };
  return { ok: true, fields: body.fields, query: query.fields };
}

function isSeen(call: Call<"store">, message: SandboxMessage): boolean {
  return call.sandbox.store.chat(message.chat_id)?.bots.includes(call.app.app_id) === true;
}

type Sent = { ok: true; answer: Answer; message: SandboxMessage; view: Record<string, unknown> };

function send(call: ForwardCall, { fields, query }: Given, msgType: string, content: string) {
  const { store, sentOnce } = call.sandbox;
  const failed = (answer: Answer) => ({ ok: false, answer }) as const;
  const once = query.uuid === undefined ? undefined : `${query.uuid} to ${fields.receive_id}`;
  const before = store.message(sentOnce.find(call.app.app_id, once) ?? "");
  if (before !== undefined) return sentAs(messageView(store, before), before);
  const root =
    query.receive_id_type === "thread_id" ? messagesOfThread(store, fields.receive_id)[0] : undefined;
  const receiver = findTarget(call, query.receive_id_type, fields.receive_id, root);
  if (!receiver.ok) return failed(refused(receiver.refusal));
  const limited = refuseTooMany(call, receiver.chat);
  if (limited !== undefined) return failed(refused(limited));
  const place = root === undefined ? placeOfNew(receiver.chat) : placeOfReply(store, root);
  const message = { ...newMessage(call, receiver.chat, msgType, content), ...place };
  store.putMessage(message);
  sentOnce.note(call.app.app_id, once, message.message_id);
  return sentAs(messageView(store, message), message);
}

function sentAs(view: Record<string, unknown>, message: SandboxMessage): Sent {
  return { ok: true, answer: success(view), message, view };
}

function findTarget(
  call: Call<"store">,
  idType: z.infer<typeof querySchema>["receive_id_type"],
  id: string,
  root: SandboxMessage | undefined,
): Receiver {
  if (idType !== "thread_id") return findReceiver(call, idType, id);
  if (root === undefined) return { ok: false, refusal: refusal(230019) };
  return checkChat(call, call.sandbox.store.chat(root.chat_id));
}

function sendMerged(call: ForwardCall, to: Given, messages: SandboxMessage[]) {
  const sent = send(call, to, "merge_forward", MERGED);
  if (sent.ok && sent.message.merged === undefined) {
    const merged = messages.map(({ message_id }) => message_id);
    call.sandbox.store.putMessage({ ...sent.message, merged });
  }
  return sent;
}
