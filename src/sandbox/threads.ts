import { freshId } from "./ids.ts";
import type { SandboxChat, SandboxMessage } from "./protocol.ts";
import type { Store } from "./store.ts";

type Place = Pick<SandboxMessage, "root_id" | "parent_id" | "thread_id">;

/** Thread fields of a message that is not a reply: in a thread group it starts its own thread. */
export function placeOfNew(chat: SandboxChat): Place {
  return chat.group_message_type === "thread" ? { thread_id: freshThread() } : {};
}

/**
 * Thread fields of a reply. Within a thread, replies belong to it; `inThread` starts a thread with the parent
 * message as its root.
 */
export function placeOfReply(store: Store, parent: SandboxMessage, inThread = false): Place {
  const root_id = parent.root_id ?? parent.message_id;
  const place = { root_id, parent_id: parent.message_id };
  if (parent.thread_id !== undefined) return { ...place, thread_id: parent.thread_id };
  if (!inThread) return place;
  const thread_id = freshThread();
  store.putMessage({ ...parent, thread_id });
  return { root_id: parent.message_id, parent_id: parent.message_id, thread_id };
}

/** Messages of a thread, oldest first. */
export function messagesOfThread(store: Store, threadId: string): SandboxMessage[] {
  return store.messages().filter((one) => one.thread_id === threadId);
}

/** Whether a message is shown in its chat; of a thread only the root is. */
export function isInChat(message: SandboxMessage): boolean {
  return message.thread_id === undefined || message.root_id === undefined;
}

function freshThread(): string {
  return freshId("omt_", 16);
}
