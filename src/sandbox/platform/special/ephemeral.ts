import * as z from "zod";
import { parseJson } from "../../parse-json.ts";
import type { SandboxPerson } from "../../protocol.ts";
import { refuseCard } from "../accept-content.ts";
import { type Answer, type Call, refuse, refused } from "../answer.ts";
import { expandTemplate } from "../expand-template.ts";
import { findPerson } from "../find-person.ts";
import { newMessage } from "../new-message.ts";
import { readFields } from "../read-fields.ts";

const MOST_A_SECOND = 40;

const sendSchema = z.object({
  chat_id: z.string(),
  open_id: z.string().optional(),
  user_id: z.string().optional(),
  email: z.string().optional(),
  msg_type: z.literal("interactive"),
  card: z.record(z.string(), z.unknown()),
});
const deleteSchema = z.object({ message_id: z.string() });

/** POST /ephemeral/v1/send: sends a card in a group that only one member sees (feishu-contract 4.4). */
export function sendEphemeral(
  call: Call<"admitCard" | "clock" | "faults" | "limits" | "store" | "templates">,
): Answer {
  const body = readFields(sendSchema, call.body);
  if (!body.ok) return refused(body.refusal);
  const { store, limits, faults } = call.sandbox;
  const chat = store.chat(body.fields.chat_id);
  if (chat?.type !== "group") return refuse(230001, "chat_id is not a group");
  call.notes.chat_id = chat.chat_id;
  if (!chat.bots.includes(call.app.app_id)) return refuse(230002);
  if (chat.dissolved) return refuse(232009);
  const person = receiver(call, body.fields);
  if (person === undefined || !chat.members.includes(person.open_id)) {
    return refuse(230001, "the user is not in the chat");
  }
  call.notes.person = person.open_id;
  const made = expandTemplate(call, JSON.stringify(body.fields.card));
  if (!made.ok) return refused(made.refusal);
  const { content } = made;
  const problem = refuseCard(call, content, parseJson(content));
  if (problem !== undefined) return refused(problem);
  if (!faults.take("limits_off") && !limits.takeTarget(`ephemeral ${chat.chat_id}`, MOST_A_SECOND)) {
    return refuse(230020);
  }
  const message = newMessage(call, chat, "interactive", content);
  store.putMessage({ ...message, visible_to: [person.open_id] });
  return ok({ data: { message_id: message.message_id } });
}

/** POST /ephemeral/v1/delete: removes such a card without a trace. */
export function deleteEphemeral(call: Call<"clock" | "store">): Answer {
  const body = readFields(deleteSchema, call.body);
  if (!body.ok) return refused(body.refusal);
  const { store, clock } = call.sandbox;
  const message = store.message(body.fields.message_id);
  if (message?.visible_to === undefined || message.sender.id !== call.app.app_id) {
    return refuse(230001, "message_id is not an ephemeral card of the app");
  }
  if (message.deleted) return refused({ code: 18051, msg: "message has been deleted", status: 400 });
  store.putMessage({ ...message, deleted: true, update_time: clock.now() });
  return ok({});
}

type Receiver = { open_id?: string | undefined; user_id?: string | undefined; email?: string | undefined };

function receiver(call: Call<"store">, given: Receiver): SandboxPerson | undefined {
  const { store } = call.sandbox;
  if (given.open_id) return findPerson(store, "open_id", given.open_id);
  if (given.user_id) return findPerson(store, "user_id", given.user_id);
  return given.email ? findPerson(store, "email", given.email) : undefined;
}

function ok(fields: Record<string, unknown>): Answer {
  return { kind: "json", status: 200, body: { code: 0, msg: "ok", ...fields } };
}
