import { tellReaction } from "../../events/message-events.ts";
import type { Operator } from "../../events/operator.ts";
import { freshId } from "../../ids.ts";
import type { SandboxChat, SandboxMessage } from "../../protocol.ts";
import type { Sandbox } from "../../sandbox.ts";

export type Reaction = NonNullable<SandboxMessage["reactions"]>[number];

/**
 * Adds a reaction and sends the event to the chat's bots; a repeated reaction of the same sender has no
 * effect.
 */
export function putReaction(
  sandbox: Pick<Sandbox, "clock" | "courier" | "store">,
  chat: SandboxChat,
  message: SandboxMessage,
  operator: Operator,
  emoji: string,
): Reaction {
  const all = message.reactions ?? [];
  const known = all.find((one) => one.by === operator.id && one.emoji === emoji);
  if (known !== undefined) return known;
  const reaction = { id: freshId(""), emoji, by: operator.id, at: sandbox.clock.now() };
  sandbox.store.putMessage({ ...message, reactions: [...all, reaction] });
  tellReaction(sandbox, chat, message.message_id, operator, emoji, "created");
  return reaction;
}

/** Removes a reaction and sends the event to the chat's bots. */
export function removeReaction(
  sandbox: Pick<Sandbox, "clock" | "courier" | "store">,
  chat: SandboxChat,
  message: SandboxMessage,
  operator: Operator,
  reaction: Reaction,
): void {
  const left = (message.reactions ?? []).filter(({ id }) => id !== reaction.id);
  sandbox.store.putMessage({ ...message, reactions: left });
  tellReaction(sandbox, chat, message.message_id, operator, reaction.emoji, "deleted");
}
