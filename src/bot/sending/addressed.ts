import { type CardMessage, findCard } from "../../../db/cards.ts";
import type { Deps } from "../../deps.ts";
import type { IncomingMessage } from "../../feishu/message-event.ts";

/** Whether a message is for the bot: always in private; in a group when it mentions the bot or replies to a card of its own. */
export async function isAddressed(deps: Deps, message: IncomingMessage): Promise<boolean> {
  if (message.chatType === "p2p" || message.mentionsBot) return true;
  return message.parentId !== undefined && (await findCard(deps.db, message.parentId)) !== null;
}

/** The bot's cards a message stands under, the nearest first: the one it quotes, and the one its thread began with. */
export async function cardsAbove(
  deps: Deps,
  { parentId, rootId }: Pick<IncomingMessage, "parentId" | "rootId">,
): Promise<CardMessage[]> {
  const ids = [...new Set([parentId, rootId])].filter((id) => id !== undefined);
  const cards: CardMessage[] = [];
  for (const id of ids) {
    const card = await findCard(deps.db, id);
    if (card) cards.push(card);
  }
  return cards;
}
