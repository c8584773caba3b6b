import * as z from "zod";
import { freshId } from "../../ids.ts";
import { refuseContent } from "../accept-content.ts";
import { type Answer, type Call, refused } from "../answer.ts";
import { isAvailableTo } from "../availability.ts";
import { expandTemplate } from "../expand-template.ts";
import { findPerson } from "../find-person.ts";
import { newMessage } from "../new-message.ts";
import type { Refusal } from "../refusal.ts";

const ids = z.array(z.string()).max(200).default([]);
const object = z.record(z.string(), z.unknown());
const bodySchema = z.object({
  msg_type: z.enum(["text", "image", "post", "share_chat", "interactive"]),
  content: object.optional(),
  card: object.optional(),
  open_ids: ids,
  user_ids: ids,
  union_ids: ids,
  department_ids: ids,
});

type Fields = z.infer<typeof bodySchema>;

/**
 * POST /message/v4/batch_send/: one message to many people. It has its own kind of id, cannot be changed, and
 * its cards never call back. Refusals have HTTP 200. The sandbox has no departments, so all department ids
 * are invalid.
 */
export function batchSend(call: Call<"admitCard" | "clock" | "store" | "templates">): Answer {
  const body = bodySchema.safeParse(call.body);
  if (!body.success) return invalid();
  const { open_ids, user_ids, union_ids, department_ids } = body.data;
  const given = contentOf(body.data);
  const count = [open_ids, user_ids, union_ids, department_ids].flat().length;
  if (given === undefined || count === 0) return invalid();
  const { msg_type } = body.data;
  const made = expandTemplate(call, given, msg_type);
  if (!made.ok) return refused(inOldCodes(made.refusal, msg_type));
  const { content } = made;
  const problem = refuseContent(call, msg_type, content);
  if (problem !== undefined) return refused(inOldCodes(problem, msg_type));
  const batch_id = freshId("bm-");
  const missed = (kind: "open_id" | "user_id" | "union_id", list: string[]) =>
    list.filter((id) => !sendTo(call, kind, id, { msg_type, content, batch_id }));
  const data = {
    message_id: batch_id,
    invalid_department_ids: department_ids,
    invalid_open_ids: missed("open_id", open_ids),
    invalid_user_ids: missed("user_id", user_ids),
    invalid_union_ids: missed("union_id", union_ids),
  };
  return { kind: "json", status: 200, body: { code: 0, msg: "ok", data } };
}

type Letter = { msg_type: string; content: string; batch_id: string };

/**
 * Sends to one person; false if the app cannot see such a person. One who stopped the bot silently gets
 * nothing.
 */
function sendTo(
  call: Call<"clock" | "store">,
  kind: "open_id" | "user_id" | "union_id",
  id: string,
  letter: Letter,
): boolean {
  const { store } = call.sandbox;
  const person = findPerson(store, kind, id);
  if (person === undefined || person.resigned || !isAvailableTo(call.app, person.open_id)) return false;
  if (person.stopped_bots?.includes(call.app.app_id)) return true;
  const chat = store.p2pChat(person.open_id, call.app.app_id);
  const message = newMessage(call, chat, letter.msg_type, letter.content);
  store.putMessage({ ...message, batch_id: letter.batch_id });
  return true;
}

/** The content in the form of a single message; the old API wraps some types differently. */
function contentOf({ msg_type, content, card }: Fields): string | undefined {
  if (msg_type === "interactive") return card && JSON.stringify(card);
  if (content === undefined) return undefined;
  if (msg_type === "post") return JSON.stringify(content.post ?? {});
  if (msg_type === "share_chat") return JSON.stringify({ chat_id: content.share_chat_id });
  return JSON.stringify(content);
}

function invalid(): Answer {
  return refused({ code: 10003, msg: "Invalid parameter.", status: 200 });
}

function inOldCodes(problem: Refusal, msgType: string): Refusal {
  if (problem.code === 230099) return { code: 11246, msg: problem.msg, status: 200 };
  if (msgType === "image") return { code: 11227, msg: "Image key not exist.", status: 200 };
  if (msgType === "share_chat") return { code: 11231, msg: "Chat not found.", status: 200 };
  return { code: 10002, msg: `Create or send message fail. ${problem.msg}`, status: 200 };
}
