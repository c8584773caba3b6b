import type { SandboxChat } from "../../protocol.ts";
import type { Call } from "../answer.ts";
import { type Refusal, refusal } from "../refusal.ts";
import { unknownId } from "../unknown-id.ts";

export type FoundChat = { ok: true; chat: SandboxChat } | { ok: false; refusal: Refusal };

/** The chat of a call's path, which the bot has to be in. */
export function findChat(call: Call<"store">): FoundChat {
  const id = call.params.chat_id ?? "";
  const chat = call.sandbox.store.chat(id);
  if (chat === undefined) return { ok: false, refusal: unknownId("chat_id", id) };
  call.notes.chat_id = chat.chat_id;
  if (!chat.bots.includes(call.app.app_id)) return { ok: false, refusal: refusal(232011) };
  return { ok: true, chat };
}

/** As `findChat`, for what only a group can take and only while it is there. */
export function findGroup(call: Call<"store">): FoundChat {
  const found = findChat(call);
  if (!found.ok) return found;
  if (found.chat.dissolved) return { ok: false, refusal: refusal(232009) };
  return found.chat.type === "group" ? found : { ok: false, refusal: refusal(232008) };
}

/** Who owns a chat: an open_id or app_id. */
export function ownerOf(chat: SandboxChat): string | undefined {
  return chat.owner ?? chat.members[0];
}
