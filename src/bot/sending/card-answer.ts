import type { Card } from "../../../cards/card.ts";
import { withFrozenNote } from "../../../cards/living/living.ts";
import { type CardMessage, putCard } from "../../../db/cards.ts";
import type { OutboxRow } from "../../../db/commit.ts";
import { causeId, type OutboxEntry } from "../../../db/outbox.ts";
import { REPLACEABLE, staleIfCrossed, staleOlder } from "../../../db/stale-cards.ts";
import { settleArrived } from "../../../db/unsure-sends.ts";
import type { Write } from "../../../db/written.ts";
import type { Deps } from "../../deps.ts";
import type { Locale, Person } from "../../domain/programme/people.ts";
import { type CardKind, isLivingKind, subjectsOf } from "./card-kinds.ts";
import { cardsShowing, type PressPlace } from "./press-place.ts";

/** The answer to a card callback (feishu-contract 2.3); `{}` changes nothing. */
export type CardAnswer = {
  toast?: { type: "info" | "success" | "error" | "warning"; content: string };
  card?: { type: "raw"; data: Card };
};

/** The card of an answer, its view (`overview`, `form roads`, `receipt`), its record, and a toast. */
export type Shown = {
  card: Card;
  view: string;
  stands: { kind: CardKind; subject: string };
  say?: CardAnswer;
};

/**
 * The longest duration of a press, ms: an update of the pressed card within this time may have crossed with the answer.
 */
const LONGEST_PRESS = 10_000;

export function toast(type: "info" | "success" | "error" | "warning", content: string): CardAnswer {
  return { toast: { type, content } };
}

/** The answer to a press with its writes, messages and touched subjects, for the batch of the change it shows. */
export type Answered = { answer: CardAnswer; writes: Write[]; touched: string[]; outbox?: OutboxRow[] };

/** An answer that leaves the card unchanged. */
export function onlySaid(answer: CardAnswer): Answered {
  return { answer, writes: [], touched: [] };
}

/**
 * A new card in place of the pressed one: records what it shows, so that a form in use is not replaced. The reader's
 * other cards of the record are superseded. A card whose sending was never confirmed is recorded too: the press proves
 * that it arrived, so that it is not sent again.
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
  const drawn = isLiving && !isForm(view) ? withOlderNote(card, place, others, person.locale) : card;
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

/** The queued send that the pressed card came from; null when none or several could be it. */
function arrivedAt({ unsure }: PressPlace, { kind, subject }: Shown["stands"]): OutboxEntry | null {
  const [only, ...more] = unsure.filter((sent) => sent.cardKind === kind && sent.subject === subject);
  return only && more.length === 0 ? only : null;
}

/** Whether a card shows a form, which is then never replaced. */
export function isForm(view: string): view is `form ${string}` {
  return view.startsWith("form ");
}

/** The card, with a line about the reader's `others` of the record that could no longer be updated when it was sent. */
export function withOlderNote(
  card: Card,
  of: Pick<CardMessage, "messageId" | "at">,
  others: readonly CardMessage[],
  locale: Locale,
): Card {
  const frozen = others.some(({ messageId, at }) => messageId !== of.messageId && at <= of.at - REPLACEABLE);
  return frozen ? withFrozenNote(card, locale) : card;
}

/** A hash of a card's content, for comparisons. */
export function shownHash(card: Card): string {
  return causeId(JSON.stringify(card));
}
