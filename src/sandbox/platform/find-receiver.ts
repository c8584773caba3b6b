import type { SandboxChat } from "../protocol.ts";
import type { Call } from "./answer.ts";
import { isAvailableTo } from "./availability.ts";
import { findPerson } from "./find-person.ts";
import { type Refusal, refusal } from "./refusal.ts";
import { unknownReceiver } from "./unknown-id.ts";

export const RECEIVE_ID_TYPES = ["open_id", "union_id", "user_id", "email", "chat_id"] as const;
export type ReceiveIdType = (typeof RECEIVE_ID_TYPES)[number];

/** The chat to send to, or the refusal. */
export type Receiver = { ok: true; chat: SandboxChat } | { ok: false; refusal: Refusal };

/** The chat of a receiver; for a person their p2p chat, created when needed. */
export function findReceiver(call: Call<"store">, idType: ReceiveIdType, id: string): Receiver {
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

function unlessStopped(call: Call<"store">, chat: SandboxChat): Receiver {
  const other = chat.type === "p2p" ? call.sandbox.store.person(chat.members[0] ?? "") : undefined;
  const isStopped = other?.stopped_bots?.includes(call.app.app_id) === true;
  return isStopped ? { ok: false, refusal: refusal(230053) } : { ok: true, chat };
}

/** Checks that the bot may send to a chat. */
export function checkChat(call: Call<"store">, chat: SandboxChat | undefined): Receiver {
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
