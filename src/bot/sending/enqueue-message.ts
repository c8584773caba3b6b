import type { Card } from "../../../cards/card.ts";
import { type PictureView, pictureCard } from "../../../cards/pictures/picture-card.ts";
import { cardBytes } from "../../../cards/size.ts";
import type { OutboxRow } from "../../../db/commit.ts";
import { causeId } from "../../../db/outbox.ts";
import { quietUntil } from "../../domain/calendar/quiet-hours.ts";
import { LOCALES, type Locale, type Role } from "../../domain/programme/people.ts";
import { textContent } from "../../feishu/text-content.ts";
import type { CardKind, LivingKind, LivingRecord } from "./card-kinds.ts";
import { BOOK, type BookOrder } from "./file-order.ts";

// Builds outbox rows, to be stored in the same batch as the change they report.

/** The largest card the platform accepts, bytes. */
export const LARGEST_CARD = 30_000;

type Receiver = (
  | { openId: string }
  | { chatId: string }
  /** Quotes this message. */
  | { replyTo: string }
) & {
  /** Not an answer to a request: sent in working hours only. */
  quiet?: boolean;
};

/**
 * The record of a card that is stored as content, so that a press on it can be interpreted: kind and record id. Of a
 * living kind only forms are stored, with their view (`form roads`).
 */
export type Stands =
  | { kind: Exclude<CardKind, LivingKind>; subject: string; view?: string }
  | { kind: LivingKind; subject: string; view: `form ${string}` };

/**
 * An answer: a line of text, a card, or the living card of a record, which belongs to one person. `order`: a file that
 * is made when it is sent, with the text.
 */
export type Reply =
  | { text: string; order?: BookOrder }
  | { card: Card; stands: Stands }
  | { living: LivingRecord };

/**
 * Queues a card as it is. `cause` identifies the reason: one cause sends one message. `fallback`: sent if the card is
 * refused.
 */
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

/** Queues a living card to one person, or to the office's group. The outbox draws it when it is sent. */
export function enqueueLiving(
  to: ({ openId: string } | { chatId: string }) & { quiet?: boolean },
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
 * Queues a living card to a post. Its holders are looked up when the message is sent (`outbox/address-post.ts`), in
 * working hours, so that after a hand-over at night the successor gets it. `fallback`: the text in a reader's language.
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

/** A post as an outbox address: `county_reviewer linxian`. */
export function postText({ role, area }: { role: Role; area: string }): string {
  return `${role} ${area}`;
}

/** Queues an answer of any kind. */
export function enqueueReply(
  to: Receiver,
  reply: Reply,
  cause: string,
  fallback: string,
  now: number,
): OutboxRow {
  if ("text" in reply)
    return reply.order
      ? enqueueOrder(to, reply.order, reply.text, cause, now)
      : enqueueText(to, reply.text, cause, now);
  if ("card" in reply) return enqueueCard(to, reply.card, cause, fallback, now, reply.stands);
  if (!("openId" in to)) throw new Error(`the ${reply.living.kind} card of ${cause} is one person's alone`);
  return enqueueLiving(to, reply.living, cause, fallback, now);
}

/** Queues the change of a sent card that stays as it was sent otherwise; in working hours, without a new message. */
export function enqueueChange(messageId: string, card: Card, cause: string, now: number): OutboxRow {
  const address = { kind: "update", toType: "message_id", to: messageId } as const;
  const content = JSON.stringify(card);
  return { ...row(address, cause, now, true), msgType: "interactive", content, fallback: "" };
}

/** Queues a line of text. */
export function enqueueText(to: Receiver, text: string, cause: string, now: number): OutboxRow {
  return {
    ...row(address(to), cause, now, to.quiet),
    msgType: "text",
    content: textContent(text),
    fallback: text,
  };
}

/** Queues a file that was uploaded; `fallback`: its name. */
export function enqueueFile(
  to: Receiver,
  fileKey: string,
  cause: string,
  fallback: string,
  now: number,
): OutboxRow {
  return {
    ...row(address(to), cause, now, to.quiet),
    msgType: "file",
    content: JSON.stringify({ file_key: fileKey }),
    fallback,
  };
}

/** Queues a picture that was uploaded, with its title and, for who cannot see it, its contents in words. */
export function enqueuePicture(to: Receiver, picture: PictureView, cause: string, now: number): OutboxRow {
  const stands = { kind: "about", subject: "" } as const;
  return enqueueCard(to, pictureCard(picture), cause, picture.words, now, stands);
}

/** Queues a file that is made when its turn comes; `text` goes with it. */
function enqueueOrder(to: Receiver, order: BookOrder, text: string, cause: string, now: number): OutboxRow {
  if (!("openId" in to)) throw new Error(`the ${order.book} of ${cause} is for one person alone`);
  return {
    ...row({ kind: "upload", toType: "open_id", to: to.openId }, cause, now),
    ...{ msgType: "text", content: JSON.stringify(order), fallback: text, subject: BOOK },
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
