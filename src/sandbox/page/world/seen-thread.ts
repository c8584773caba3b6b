import type { SandboxMessage } from "../../protocol.ts";

type Thread = readonly SandboxMessage[];

/**
 * The messages of a chat a person sees: a card for one member of a group is hidden from the others, and gone without a
 * trace once the bot has taken it away. The same thread where nothing is hidden.
 */
export function seenThread(thread: Thread, openId: string): Thread {
  const isSeen = ({ visible_to, deleted }: SandboxMessage): boolean =>
    visible_to === undefined || (!deleted && visible_to.includes(openId));
  return thread.every(isSeen) ? thread : thread.filter(isSeen);
}
