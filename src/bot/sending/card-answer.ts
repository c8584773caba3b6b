import type { Card } from "../../../cards/card.ts";
import { type CardMessage, findCard, isOwnChat, putCard } from "../../../db/chats.ts";
import { commit } from "../../../db/commit.ts";
import type { Deps } from "../../deps.ts";
import type { FeishuCallback } from "../../feishu/envelope.ts";

/** What a card callback is answered with (feishu-contract 2.3); `{}` changes nothing. */
export type CardAnswer = {
  toast?: { type: "info" | "success" | "error" | "warning"; content: string };
  card?: { type: "raw"; data: Card };
};

export function toast(type: "info" | "success" | "error" | "warning", content: string): CardAnswer {
  return { toast: { type, content } };
}

/**
 * Answers with a new card and remembers which view it now shows, so that nobody replaces a form being typed into.
 * Records the card too when its own sending was never confirmed.
 */
export async function showCard(
  deps: Deps,
  event: FeishuCallback,
  shown: { card: Card; view: string; stands: { kind: string; subject: string }; say?: CardAnswer },
): Promise<CardAnswer> {
  const row = await pressedCard(deps, event);
  const now = deps.clock.now();
  const seen = putCard(deps.db, { ...row, ...shown.stands, view: shown.view });
  await commit(deps.db, { audit: null, writes: [seen] }, now);
  return { ...shown.say, card: { type: "raw", data: shown.card } };
}

/**
 * The card that was pressed, as we remember it. One whose sending was never confirmed is its presser's own only where
 * the chat is known to be theirs; else it may be a group's, and what is one person's alone has no place on it.
 */
export async function pressedCard(
  { db, clock }: Deps,
  { callback }: FeishuCallback,
): Promise<Pick<CardMessage, "messageId" | "chatId" | "openId" | "at">> {
  const { messageId, chatId, operatorOpenId } = callback;
  const known = await findCard(db, messageId);
  if (known) return known;
  const openId = (await isOwnChat(db, chatId, operatorOpenId)) ? operatorOpenId : "";
  return { messageId, chatId, openId, at: clock.now() };
}
