import * as z from "zod";
import { type OutboxEntry, settleEnded } from "../../../db/outbox.ts";
import type { Deps } from "../../deps.ts";
import { addressNotice } from "../procedures/notices.ts";
import { cityOffice, holdersOf } from "../roster/people.ts";
import { isLivingKind } from "../sending/card-kinds.ts";
import { enqueueLiving } from "../sending/enqueue-message.ts";
import { markOf } from "../urgent/mark.ts";

const fallbacks = z.object({ "zh-CN": z.string(), en: z.string() });

/** Replaces a message to a post by one to each of its present holders; to the city office where there is none. */
export async function addressPost(deps: Deps, entry: OutboxEntry): Promise<void> {
  const { cardKind, subject, cause } = entry;
  // A procedure's step has its own content; any other message is a living card.
  if (entry.content !== "") return addressNotice(deps, entry);
  if (cardKind === null || subject === null || !isLivingKind(cardKind))
    throw new Error(`a message to ${entry.to} that nobody draws: ${cardKind}`);
  const fallback = fallbacks.parse(JSON.parse(entry.fallback));
  const now = deps.clock.now();
  const people = await holdersOf(deps, entry.to);
  const rows = (people.length > 0 ? people : await cityOffice(deps)).flatMap(({ openId, locale }) => {
    const card = { kind: cardKind, subject };
    const message = enqueueLiving({ openId, quiet: true }, card, cause, fallback[locale], now);
    return [message, ...(cardKind === "urgent_news" ? [markOf(message)] : [])];
  });
  await settleEnded(deps.db, entry.id, "superseded", "addressed to those who hold the post", rows);
}
