import type { SandboxMessage } from "../protocol.ts";
import type { Call } from "./answer.ts";
import { type Refusal, refusal } from "./refusal.ts";
import { unknownId } from "./unknown-id.ts";

/**
 * The message a call names, if the calling app can see it: it exists, is not recalled, and the bot is in its
 * chat. Refuses with 99992354, 230110, 230002 or 232009.
 */
export function visibleMessage(
  call: Call<"store">,
  id = call.params.message_id ?? "",
): { ok: true; message: SandboxMessage } | { ok: false; refusal: Refusal } {
  const { store } = call.sandbox;
  const message = store.message(id);
  if (message === undefined) return { ok: false, refusal: unknownId("message_id", id) };
  const chat = store.chat(message.chat_id);
  call.notes.chat_id = message.chat_id;
  if (!chat?.bots.includes(call.app.app_id)) return { ok: false, refusal: refusal(230002) };
  if (message.deleted) return { ok: false, refusal: refusal(230110) };
  if (chat.dissolved) return { ok: false, refusal: refusal(232009) };
  return { ok: true, message };
}

/**
 * Like `visibleMessage`, but the calling app must also be the sender; `notOwn` is the code for other senders'
 * messages.
 */
export function ownMessage(
  call: Call<"store">,
  notOwn: 230012 | 230026 | 230027 | 230071,
): ReturnType<typeof visibleMessage> {
  const found = visibleMessage(call);
  if (!found.ok) return found;
  return found.message.sender.id === call.app.app_id ? found : { ok: false, refusal: refusal(notOwn) };
}
