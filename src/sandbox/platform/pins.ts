import * as z from "zod";
import type { SandboxMessage } from "../protocol.ts";
import { type Answer, type Call, refuse, refused, success } from "./answer.ts";
import { visibleMessage } from "./own-message.ts";
import { pageOf } from "./page-of.ts";
import { readFields } from "./read-fields.ts";

const bodySchema = z.object({ message_id: z.string().min(1) });

/** POST /im/v1/pins: pins a message in the bot's chats; a pinned message stays unchanged. */
export function createPin(call: Call<"clock" | "faults" | "limits" | "store">): Answer {
  const body = readFields(bodySchema, call.body);
  if (!body.ok) return refused(body.refusal);
  const found = visibleMessage(call, body.fields.message_id);
  if (!found.ok) return found.refusal.code === 230110 ? refuse(230011) : refused(found.refusal);
  const { store, clock, limits, faults } = call.sandbox;
  const { message } = found;
  if (message.msg_type === "system") return refuse(230054);
  if (!faults.take("limits_off") && !limits.takeTarget(`pin ${message.message_id}`)) return refuse(230047);
  const pinned = message.pinned ?? { by: call.app.app_id, at: clock.now() };
  if (message.pinned === undefined) store.putMessage({ ...message, pinned });
  return success({ pin: pinView(message, pinned) });
}

/**
 * DELETE /im/v1/pins/:message_id: removes a pin; succeeds even if the message is not pinned or was recalled.
 */
export function deletePin(call: Call<"store">): Answer {
  const found = visibleMessage(call);
  if (!found.ok) return found.refusal.code === 230110 ? success({}) : refused(found.refusal);
  const { pinned: _gone, ...message } = found.message;
  call.sandbox.store.putMessage(message);
  return success({});
}

/** GET /im/v1/pins?chat_id=: newest first; `start_time` and `end_time` in ms. */
export function listPins(call: Call<"store">): Answer {
  const { store } = call.sandbox;
  const chat = store.chat(call.query.get("chat_id") ?? "");
  if (chat === undefined) return refuse(230001, "invalid chat_id");
  call.notes.chat_id = chat.chat_id;
  if (!chat.bots.includes(call.app.app_id)) return refuse(230002);
  const from = Number(call.query.get("start_time") || 0);
  const until = Number(call.query.get("end_time") || Number.MAX_SAFE_INTEGER);
  if (!(from <= until)) return refuse(230001, "invalid start_time or end_time");
  const pins = store
    .messagesOf(chat.chat_id)
    .flatMap((message) => (message.pinned === undefined ? [] : [{ message, pinned: message.pinned }]))
    .filter(({ pinned }) => pinned.at >= from && pinned.at <= until)
    .sort((a, b) => b.pinned.at - a.pinned.at);
  const paged = pageOf(pins, call.query, { standard: 20, max: 50 }, 230001);
  if (!paged.ok) return refused(paged.refusal);
  return success({ ...paged.page, items: paged.page.items.map((one) => pinView(one.message, one.pinned)) });
}

function pinView({ message_id, chat_id }: SandboxMessage, { by, at }: { by: string; at: number }) {
  const operator_id_type = by.startsWith("cli_") ? "app_id" : "open_id";
  return { message_id, chat_id, operator_id: by, operator_id_type, create_time: String(at) };
}
