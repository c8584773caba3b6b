import type { SandboxChat } from "../../protocol.ts";
import type { Call } from "../answer.ts";
import { type Refusal, refusal } from "../refusal.ts";
import { unknownId } from "../unknown-id.ts";

export type FoundChat = { ok: true; chat: SandboxChat } | { ok: false; refusal: Refusal };

/** The chat in a call's path; refused unless the bot is a member. */
export function findChat(call: Call<"store">): FoundChat {
  const id = call.params.chat_id ?? "";
  const chat = call.sandbox.store.chat(id);
  if (chat === undefined) return { ok: false, refusal: unknownId("chat_id", id) };
  call.notes.chat_id = chat.chat_id;
  if (!chat.bots.includes(call.app.app_id)) return { ok: false, refusal: refusal(232011) };
  return { ok: true, chat };
}

/** Like `findChat`, but refuses p2p chats and dissolved groups. */
export function findGroup(call: Call<"store">): FoundChat {
  const found = findChat(call);
  if (!found.ok) return found;
  if (found.chat.dissolved) return { ok: false, refusal: refusal(232009) };
  return found.chat.type === "group" ? found : { ok: false, refusal: refusal(232008) };
}

/** The owner of a chat, an open_id or app_id; undefined for none. */
export function ownerOf(chat: SandboxChat): string | undefined {
  return chat.owner ?? chat.members[0];
}
