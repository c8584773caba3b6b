import type { SandboxMessage } from "../../protocol.ts";
import type { World } from "./world.ts";

export type Unread = { count: number; urgent: boolean };

const none: Unread = { count: 0, urgent: false };

type Thread = readonly SandboxMessage[];

type Counted = {
  messages: number;
  only: Map<string, number>;
  read: Map<string, number>;
  urgent: Set<string>;
};

// A changed thread is a new array, so counts can be cached by array.
const known = new WeakMap<Thread, Counted>();

function oneMore(counts: Map<string, number>, person: string): void {
  counts.set(person, (counts.get(person) ?? 0) + 1);
}

function count(thread: Thread): Counted {
  const only = new Map<string, number>();
  const read = new Map<string, number>();
  const urgent = new Set<string>();
  let messages = 0;
  for (const message of thread) {
    if (message.deleted || message.msg_type === "system") continue;
    const { read_by, sender, visible_to } = message;
    if (visible_to) for (const person of visible_to) oneMore(only, person);
    else messages += 1;
    const sees = (person: string): boolean => visible_to?.includes(person) ?? true;
    for (const reader of read_by) if (sees(reader)) oneMore(read, reader);
    if (!read_by.includes(sender.id) && sees(sender.id)) oneMore(read, sender.id);
    for (const person of message.urgent_for) if (!read_by.includes(person)) urgent.add(person);
  }
  return { messages, only, read, urgent };
}

/**
 * The number of messages in a thread that a person has not read, and whether one of them is urgent for them.
 */
export function unreadIn(thread: Thread | undefined, openId: string): Unread {
  if (!thread) return none;
  const counted = known.get(thread) ?? count(thread);
  known.set(thread, counted);
  const { messages, only, read } = counted;
  const seen = messages + (only.get(openId) ?? 0);
  return { count: seen - (read.get(openId) ?? 0), urgent: counted.urgent.has(openId) };
}

/** The unread messages in all chats of the person. */
export function unreadOf(world: World, openId: string): Unread {
  let count = 0;
  let urgent = false;
  for (const chat of world.chats.values()) {
    if (!chat.members.includes(openId)) continue;
    const one = unreadIn(world.threads.get(chat.chat_id), openId);
    count += one.count;
    urgent ||= one.urgent;
  }
  return { count, urgent };
}
