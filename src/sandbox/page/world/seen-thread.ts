import type { SandboxMessage } from "../../protocol.ts";

type Thread = readonly SandboxMessage[];

/**
 * The messages of a chat that a person sees: cards shown to another member are hidden, and deleted ones leave
 * no trace. Returns the same array if nothing is hidden.
 */
export function seenThread(thread: Thread, openId: string): Thread {
  const isSeen = ({ visible_to, deleted }: SandboxMessage): boolean =>
    visible_to === undefined || (!deleted && visible_to.includes(openId));
  return thread.every(isSeen) ? thread : thread.filter(isSeen);
}
