import { findCard, lastChange } from "../../../db/cards.ts";
import type { OutboxEntry, Showed } from "../../../db/outbox.ts";
import type { Deps } from "../../deps.ts";
import { drawRecord, redrawCard } from "../living/draw-card.ts";
import { shownHash } from "../sending/card-answer.ts";
import { isLivingKind, subjectsOf } from "../sending/card-kinds.ts";

/**
 * An entry with its final content: a card to be drawn is drawn now, from the present state. `nothing`: there is no
 * reason to send it any more; `too_large`: the platform would refuse the card.
 */
export type Prepared =
  | { kind: "ready"; entry: OutboxEntry; showed: Showed | null }
  | { kind: "nothing"; why: string }
  | { kind: "too_large" };

export async function prepareEntry(deps: Deps, entry: OutboxEntry): Promise<Prepared> {
  switch (entry.kind) {
    case "update":
      return entry.content === "" ? prepareRedraw(deps, entry) : { kind: "ready", entry, showed: null };
    case "send":
    case "reply":
      return entry.content === ""
        ? prepareLiving(deps, entry)
        : { kind: "ready", entry, showed: asItIs(entry) };
    default:
      return { kind: "ready", entry, showed: null };
  }
}

async function prepareRedraw(deps: Deps, entry: OutboxEntry): Promise<Prepared> {
  const seq = await lastChange(deps.db);
  const drawn = await redrawCard(deps, entry.to);
  if (drawn === "too_large") return { kind: "too_large" };
  if (drawn === "leave")
    return { kind: "nothing", why: "the card is being filled in, or is over 14 days old" };
  const shown = shownHash(drawn.card);
  const row = await findCard(deps.db, entry.to);
  if (row?.shown === shown && row.view === drawn.view)
    return { kind: "nothing", why: "the card shows it already" };
  const content = JSON.stringify(drawn.card);
  return {
    kind: "ready",
    entry: { ...entry, content },
    showed: { view: drawn.view, shown, subjects: [], seq },
  };
}

async function prepareLiving(deps: Deps, entry: OutboxEntry): Promise<Prepared> {
  const { cardKind, to: openId } = entry;
  const subject = entry.subject ?? "";
  if (cardKind === null || !isLivingKind(cardKind))
    throw new Error(`nobody draws ${cardKind} of ${entry.id}`);
  const seq = await lastChange(deps.db);
  const place = { messageId: "", openId, at: deps.clock.now(), view: "overview" };
  const drawn = await drawRecord(deps, { kind: cardKind, subject }, place);
  if (drawn === "too_large") return { kind: "too_large" };
  if (drawn.late) return { kind: "nothing", why: "what it asks for is over" };
  if (drawn.view === "closed") return { kind: "nothing", why: "it is no longer the receiver's" };
  const content = JSON.stringify(drawn.card);
  const subjects = subjectsOf({ kind: cardKind, subject, openId, view: drawn.view });
  return {
    kind: "ready",
    entry: { ...entry, content },
    showed: { view: drawn.view, shown: shownHash(drawn.card), subjects, seq },
  };
}

/** A form of a living kind shows its subjects as soon as it is closed. */
function asItIs({ cardKind, subject, cardView, toType, to }: OutboxEntry): Showed | null {
  const view = cardView ?? "overview";
  const openId = toType === "open_id" ? to : "";
  const subjects = subjectsOf({ kind: cardKind ?? "", subject: subject ?? "", openId, view });
  return subjects.length > 0 ? { view, shown: null, subjects, seq: Number.MAX_SAFE_INTEGER } : null;
}
