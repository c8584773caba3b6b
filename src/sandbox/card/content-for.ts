import type { SandboxMessage } from "../protocol.ts";

/** The card a reader sees: their individual version if there is one, otherwise the shared one. */
export function contentFor(message: Pick<SandboxMessage, "content" | "own_cards">, openId: string): string {
  return message.own_cards?.[openId] ?? message.content;
}

/** The message with a replaced card at `at` (UTC ms), for everyone or only for the given readers. */
export function withCard(
  message: SandboxMessage,
  content: string,
  at: number,
  readers?: readonly string[],
): SandboxMessage {
  const { own_cards, ...everybodys } = message;
  const changed = { ...everybodys, updated: true, update_time: at };
  if (readers === undefined) return { ...changed, content };
  const own = Object.fromEntries(readers.map((reader) => [reader, content]));
  return { ...changed, own_cards: { ...own_cards, ...own } };
}
