import type { Where } from "../faults.ts";
import type { Sandbox } from "../sandbox.ts";
import { type Answer, refuse, refused } from "./answer.ts";
import { wordsFor } from "./refusal.ts";

/**
 * The refusal caused by a fault that simulates a change the bot was not informed of: it was removed from the
 * group, the person resigned, or any code by number. Undefined when no fault applies.
 */
export function worldFault(
  { store, faults }: Pick<Sandbox, "faults" | "store">,
  where: Where,
): Answer | undefined {
  const code = faults.take("refuse_code", where);
  if (code !== undefined) return refused({ code, msg: wordsFor(code), status: code === 234002 ? 401 : 400 });
  const path = where.path ?? "";
  const chat = store.chat(where.chat_id ?? "");
  if (chat?.type === "group" && faults.take("bot_removed", where))
    return refuse(/\/im\/v1\/chats\//.test(path) ? 232011 : 230002);
  const writes = /\/im\/v1\/messages/.test(path) && where.person !== undefined;
  // A person is identified by the first message to them, later by the chat.
  if (writes && faults.take("user_resigned", where))
    return refuse(path.endsWith("/messages") ? 230029 : 230013);
  return undefined;
}
