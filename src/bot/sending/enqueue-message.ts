import type { Card } from "../../../cards/card.ts";
import { cardBytes } from "../../../cards/size.ts";
import type { OutboxRow } from "../../../db/commit.ts";
import { causeId } from "../../../db/outbox.ts";
import { LOCALES, type Locale, type Role } from "../../domain/people.ts";
import { quietUntil } from "../../domain/quiet-hours.ts";
import type { CardKind, LivingKind, LivingRecord } from "./card-kinds.ts";

// What the bot says goes into the outbox, in the same batch as the change that made it say so.

/** Bytes of the largest card the platform takes. */
export const LARGEST_CARD = 30_000;

type Receiver = (
  | { openId: string }
  | { chatId: string }
  /** Quotes this message. */
  | { replyTo: string }
) & {
  /** Said of the bot's own accord, not to somebody who asked just now: it goes out in working hours only. */
  quiet?: boolean;
};

/**
 * What a card that is sent as it is stands for, so that a press on it can be understood: kind and record id; of a living
 * kind only its forms, with their view (`form roads`).
 */
export type Stands =
  | { kind: Exclude<CardKind, LivingKind>; subject: string; view?: string }
  | { kind: LivingKind; subject: string; view: `form ${string}` };

/** An answer to somebody: a line of text, a card, or the living card of a record, which is one person's alone. */
export type Reply = { text: string } | { card: Card; stands: Stands } | { living: LivingRecord };

/** Says a card as it is. `cause` names why: the same cause is said once. `fallback` goes out if the card is refused. */
export function enqueueCard(
  to: Receiver,
  card: Card,
  cause: string,
  fallback: string,
  now: number,
  stands: Stands,
): OutboxRow {
  const content = JSON.stringify(card);
  if (cardBytes(card) > LARGEST_CARD) throw new Error(`card of ${cause} is too large to send`);
  return {
    ...row(address(to), cause, now, to.quiet),
    msgType: "interactive",
    content,
    fallback,
    cardKind: stands.kind,
    subject: stands.subject,
    cardView: stands.view ?? null,
  };
}

/** Says a living card to one person. Nothing is drawn: the outbox draws it from the state it finds when its turn comes. */
export function enqueueLiving(
  to: { openId: string; quiet?: boolean },
  { kind, subject }: LivingRecord,
  cause: string,
  fallback: string,
  now: number,
): OutboxRow {
  return {
    ...row(address(to), cause, now, to.quiet),
    msgType: "interactive",
    content: "",
    fallback,
    cardKind: kind,
    subject,
  };
}

/**
 * Says a living card to a post. Who holds it is looked up when the message is about to go out (`outbox/address-post.ts`),
 * in working hours, so that a hand-over at night reaches the successor. `fallback`: the line in a reader's language.
 */
export function enqueueForPost(
  post: { role: Role; area: string },
  { kind, subject }: LivingRecord,
  cause: string,
  fallback: (locale: Locale) => string,
  now: number,
): OutboxRow {
  const fallbacks = Object.fromEntries(LOCALES.map((locale) => [locale, fallback(locale)]));
  return {
    ...row({ kind: "send", toType: "post", to: postText(post) }, cause, now, true),
    msgType: "interactive",
    content: "",
    fallback: JSON.stringify(fallbacks),
    cardKind: kind,
    subject,
  };
}

/** A post as the outbox addresses it: `county_reviewer linxian`. */
export function postText({ role, area }: { role: Role; area: string }): string {
  return `${role} ${area}`;
}

/** Says an answer, whatever it is. */
export function enqueueReply(
  to: Receiver,
  reply: Reply,
  cause: string,
  fallback: string,
  now: number,
): OutboxRow {
  if ("text" in reply) return enqueueText(to, reply.text, cause, now);
  if ("card" in reply) return enqueueCard(to, reply.card, cause, fallback, now, reply.stands);
  if (!("openId" in to)) throw new Error(`the ${reply.living.kind} card of ${cause} is one person's alone`);
  return enqueueLiving(to, reply.living, cause, fallback, now);
}

export function enqueueText(to: Receiver, text: string, cause: string, now: number): OutboxRow {
  return {
    ...row(address(to), cause, now, to.quiet),
    msgType: "text",
    content: JSON.stringify({ text }),
    fallback: text,
  };
}

type Address = Pick<OutboxRow, "kind" | "toType" | "to">;

function address(to: Receiver): Address {
  if ("openId" in to) return { kind: "send", toType: "open_id", to: to.openId };
  if ("chatId" in to) return { kind: "send", toType: "chat_id", to: to.chatId };
  return { kind: "reply", toType: "message_id", to: to.replyTo };
}

function row(
  address: Address,
  cause: string,
  now: number,
  quiet = false,
): Address & Pick<OutboxRow, "id" | "cause" | "status" | "runAt" | "at" | "quiet"> {
  const id = causeId(`${cause} ${address.to}`);
  return {
    ...address,
    id,
    cause,
    status: "pending",
    runAt: quiet ? quietUntil(now) : now,
    at: now,
    quiet: quiet ? 1 : 0,
  };
}
