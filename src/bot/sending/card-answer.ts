import type { Card } from "../../../cards/card.ts";
import { withFrozenNote } from "../../../cards/living/living.ts";
import { type CardMessage, cardsOfReader, putCard } from "../../../db/cards.ts";
import { commit, type Write } from "../../../db/commit.ts";
import { causeId, type OutboxEntry } from "../../../db/outbox.ts";
import { REPLACEABLE, staleIfCrossed, staleOlder } from "../../../db/stale-cards.ts";
import { settleArrived } from "../../../db/unsure-sends.ts";
import type { Deps } from "../../deps.ts";
import type { Locale, Person } from "../../domain/people.ts";
import type { FeishuCallback } from "../../feishu/envelope.ts";
import { type CardKind, isLivingKind, type LivingKind, subjectsOf } from "./card-kinds.ts";
import { cardsShowing, type PressPlace, placeOf } from "./press-place.ts";

/** What a card callback is answered with (feishu-contract 2.3); `{}` changes nothing. */
export type CardAnswer = {
  toast?: { type: "info" | "success" | "error" | "warning"; content: string };
  card?: { type: "raw"; data: Card };
};

/** What an answer shows: the card, its view (`overview`, `form roads`, `receipt`), the record it is about, a toast. */
export type Shown = {
  card: Card;
  view: string;
  stands: { kind: CardKind; subject: string };
  say?: CardAnswer;
};

/** A press may take this long, ms: an update of the pressed card that old may have crossed with the answer. */
const LONGEST_PRESS = 10_000;

export function toast(type: "info" | "success" | "error" | "warning", content: string): CardAnswer {
  return { toast: { type, content } };
}

/** The answer to a press with what has to be written and redrawn for it, in the batch of the change it shows. */
export type Answered = { answer: CardAnswer; writes: Write[]; touched: string[] };

/** An answer that leaves the card as it is. */
export function onlySaid(answer: CardAnswer): Answered {
  return { answer, writes: [], touched: [] };
}

/** Answers with a new card in the place of the one pressed, where nothing else is written. */
export async function showCard(
  deps: Deps,
  event: FeishuCallback,
  person: Person,
  shown: Shown,
): Promise<CardAnswer> {
  const place = await placeOf(deps, event, shown.stands.subject);
  const { answer, ...rest } = showOn(deps, place, person, shown);
  await commit(deps.db, { audit: null, ...rest }, deps.clock.now());
  return answer;
}

/**
 * A new card in the place of the one pressed: remembers what it now shows, so that nobody replaces a form being typed
 * into. The reader's other cards of the record give way to it. A card whose own sending was never confirmed is recorded
 * too; the press tells that it arrived, so that nobody sends it again.
 */
export function showOn(
  deps: Deps,
  place: PressPlace,
  person: Person,
  { card, view, stands, say }: Shown,
): Answered {
  const now = deps.clock.now();
  const isLiving = isLivingKind(stands.kind) && place.openId !== "";
  const arrived = arrivedAt(place, stands);
  const others = isLiving ? cardsShowing(place, stands.kind) : [];
  const drawn = isLiving && !isForm(view) ? withOlderNoted(card, place, others, person.locale) : card;
  const { messageId, chatId, openId, at } = place;
  const row: CardMessage = {
    ...{ messageId, chatId, openId, at },
    ...stands,
    view,
    // Whatever the clock says, this is the card shown last.
    shownAt: Math.max(now, (others[0]?.shownAt ?? 0) + 1),
    shown: shownHash(drawn),
  };
  const writes = [
    ...putCard(deps.db, row, subjectsOf(row)),
    ...(isLiving && !isForm(view)
      ? [staleOlder(deps.db, row, now), staleIfCrossed(deps.db, place.messageId, now - LONGEST_PRESS, now)]
      : []),
    ...(arrived ? [settleArrived(deps.db, arrived.id, place.messageId)] : []),
  ];
  const touched = arrived ? [`outbox ${arrived.id}`] : [];
  return { answer: { ...say, card: { type: "raw", data: drawn } }, writes, touched };
}

/** The send of this record that the pressed card is; null where none, or more than one, may be it. */
function arrivedAt({ unsure }: PressPlace, { kind, subject }: Shown["stands"]): OutboxEntry | null {
  const [only, ...more] = unsure.filter((sent) => sent.cardKind === kind && sent.subject === subject);
  return only && more.length === 0 ? only : null;
}

/** Whether a card shows something to fill in or to choose: then it is never replaced. */
export function isForm(view: string): view is `form ${string}` {
  return view.startsWith("form ");
}

/** Whether a person has a card of this record that is kept up to date. */
export async function hasLivingCard(
  deps: Deps,
  of: { openId: string; kind: LivingKind; subject: string },
): Promise<boolean> {
  const [newest] = await cardsOfReader(deps.db, of);
  return newest !== undefined && deps.clock.now() - newest.at < REPLACEABLE;
}

/** The card, with a line about the reader's `others` of the record if those were past changing when this one was sent. */
export function withOlderNoted(
  card: Card,
  of: Pick<CardMessage, "messageId" | "at">,
  others: readonly CardMessage[],
  locale: Locale,
): Card {
  const frozen = others.some(({ messageId, at }) => messageId !== of.messageId && at <= of.at - REPLACEABLE);
  return frozen ? withFrozenNote(card, locale) : card;
}

/** Tells one card's content from another's. */
export function shownHash(card: Card): string {
  return causeId(JSON.stringify(card));
}
