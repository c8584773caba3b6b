import type { Card } from "../../../cards/card.ts";
import { cardBytes } from "../../../cards/elements.ts";
import type { OutboxRow } from "../../../db/commit.ts";
import { causeId } from "../../../db/outbox.ts";
import { quietUntil } from "../../domain/quiet-hours.ts";

// What the bot says goes into the outbox, in the same batch as the change that made it say so.

type Receiver = (
  | { openId: string }
  | { chatId: string }
  /** Quotes this message. */
  | { replyTo: string }
) & {
  /** Said of the bot's own accord, not to somebody who asked just now: it goes out in working hours only. */
  quiet?: boolean;
};

/** What a sent card stands for, so that a press on it can be understood: kind, record id, and the view if a form. */
export type Stands = { kind: string; subject: string; view?: string };

/** Says a card. `cause` names why: the same cause is said once. `fallback` goes out if the card is refused. */
export function enqueueCard(
  to: Receiver,
  card: Card,
  cause: string,
  fallback: string,
  now: number,
  stands?: Stands,
): OutboxRow {
  const content = JSON.stringify(card);
  if (cardBytes(card) > 30_000) throw new Error(`card of ${cause} is too large to send`);
  return {
    ...row(address(to), cause, now, to.quiet),
    msgType: "interactive",
    content,
    fallback,
    ...standsFor(stands),
  };
}

export function enqueueText(to: Receiver, text: string, cause: string, now: number): OutboxRow {
  return {
    ...row(address(to), cause, now, to.quiet),
    msgType: "text",
    content: JSON.stringify({ text }),
    fallback: text,
  };
}

/** Replaces a card already sent, which makes no sound. Only the newest waiting update of one card goes out. */
export function enqueueUpdate(
  messageId: string,
  card: Card,
  cause: string,
  now: number,
  stands?: Stands,
): OutboxRow {
  return {
    ...row({ kind: "update", toType: "message_id", to: messageId }, cause, now),
    msgType: "interactive",
    content: JSON.stringify(card),
    fallback: "",
    ...standsFor(stands),
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

function standsFor(stands: Stands | undefined): Pick<OutboxRow, "cardKind" | "subject" | "cardView"> {
  return { cardKind: stands?.kind ?? null, subject: stands?.subject ?? null, cardView: stands?.view ?? null };
}
