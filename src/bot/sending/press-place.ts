import { type CardMessage, cardAndOthers, isOwnChat } from "../../../db/cards.ts";
import type { OutboxEntry } from "../../../db/outbox.ts";
import { REPLACEABLE } from "../../../db/stale-cards.ts";
import { unsureSends } from "../../../db/unsure-sends.ts";
import type { Deps } from "../../deps.ts";
import type { FeishuCallback } from "../../feishu/envelope.ts";
import type { LivingKind } from "./card-kinds.ts";

/** The pressed card, and the presser's other cards of its record. `openId` is "" for a group's card. */
export type PressPlace = Pick<CardMessage, "messageId" | "chatId" | "openId" | "at"> & {
  /** The record the press is about. */
  subject: string;
  /** The stored row of the pressed card; null when its sending was never confirmed. */
  known: CardMessage | null;
  /**
   * The presser's cards of the record in their private chat, including texts and receipts, the one shown last first.
   */
  cards: CardMessage[];
  /** If the card has no row: sends to the presser whose outcome is unknown. */
  unsure: OutboxEntry[];
};

/**
 * Locates a press on a card of the record `subject`. A card whose sending was never confirmed counts as private only
 * where the chat is known to be the presser's; otherwise it may be a group's, where private content must not be shown.
 */
export async function placeOf(
  { db, clock }: Deps,
  { callback }: FeishuCallback,
  subject: string,
): Promise<PressPlace> {
  const { messageId, chatId, operatorOpenId } = callback;
  const found = await cardAndOthers(db, messageId, { openId: operatorOpenId, subject });
  const known = found.find((card) => card.messageId === messageId) ?? null;
  const cards = found.filter((card) => card.openId === operatorOpenId && card.subject === subject);
  if (known) {
    // The card of another reader, such as the office's group, is no place for the presser's own.
    const openId = known.openId === operatorOpenId ? operatorOpenId : "";
    return { ...pick(known), openId, subject, known, cards, unsure: [] };
  }
  const isOwn = cards.some((card) => card.chatId === chatId) || (await isOwnChat(db, chatId, operatorOpenId));
  const openId = isOwn ? operatorOpenId : "";
  const unsure = isOwn ? await unsureSends(db, operatorOpenId) : [];
  return { messageId, chatId, openId, subject, at: clock.now(), known: null, cards, unsure };
}

function pick({ messageId, chatId, openId, at }: CardMessage) {
  return { messageId, chatId, openId, at };
}

/** Whether the pressed card leads to many things, each of which opens below it, so that it stays. */
export function leadsOn({ known }: Pick<PressPlace, "known">): boolean {
  return known?.kind === "my_day";
}

/** The presser's cards of a kind that show the record, the one shown last first. */
export function cardsShowing({ cards }: PressPlace, kind: string): CardMessage[] {
  return cards.filter((card) => card.kind === kind && card.view !== "text" && card.view !== "receipt");
}

/** Whether the presser has a living card of the record. */
export function hasLivingCardAt(place: PressPlace, kind: LivingKind, now: number): boolean {
  const [newest] = cardsShowing(place, kind);
  return newest !== undefined && now - newest.at < REPLACEABLE;
}
