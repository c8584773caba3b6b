import type { SandboxMessage } from "../protocol.ts";

/**
 * Whether a member of the chat sees the message; a card for a single member of a group is hidden from the
 * others.
 */
export function isSeenBy(message: SandboxMessage, openId: string): boolean {
  return message.visible_to?.includes(openId) ?? true;
}
