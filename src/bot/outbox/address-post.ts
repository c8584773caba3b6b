import * as z from "zod";
import { type OutboxEntry, settleEnded } from "../../../db/outbox.ts";
import type { Deps } from "../../deps.ts";
import { askedFirst } from "../../domain/programme/roster.ts";
import { addressNotice } from "../procedures/notices.ts";
import { holdersOf } from "../roster/people.ts";
import { inPrivate, officeReaders, type Reader, wordsFor } from "../roster/readers.ts";
import { isLivingKind } from "../sending/card-kinds.ts";
import { enqueueLiving } from "../sending/enqueue-message.ts";
import { markOf } from "../urgent/mark.ts";

const fallbacks = z.object({ "zh-CN": z.string(), en: z.string() });

/** Replaces a message to a post by one to whom it concerns now. */
export async function addressPost(deps: Deps, entry: OutboxEntry): Promise<void> {
  const { cardKind, subject, cause } = entry;
  // A procedure's step has its own content; any other message is a living card.
  if (entry.content !== "") return addressNotice(deps, entry);
  if (cardKind === null || subject === null || !isLivingKind(cardKind))
    throw new Error(`a message to ${entry.to} that nobody draws: ${cardKind}`);
  const fallback = fallbacks.parse(JSON.parse(entry.fallback));
  const now = deps.clock.now();
  const isUrgent = cardKind === "urgent_news";
  const rows = (await readersOf(deps, entry.to, isUrgent)).flatMap((reader) => {
    const card = { kind: cardKind, subject };
    const words = wordsFor(reader, (locale) => fallback[locale]);
    const message = enqueueLiving({ ...reader.to, quiet: true }, card, cause, words, now);
    return [message, ...(isUrgent ? [markOf(message)] : [])];
  });
  await settleEnded(deps.db, entry.id, "superseded", "addressed to those who hold the post", rows);
}

/**
 * The holder of a post who is asked first; all of them where it is urgent, and the city office where there is none. A
 * post of the office is anyone's there.
 */
async function readersOf(deps: Deps, post: string, isUrgent: boolean): Promise<Reader[]> {
  const people = post.startsWith("city_office") ? [] : await holdersOf(deps, post);
  if (people.length === 0) return officeReaders(deps);
  return (isUrgent ? people : askedFirst(people)).map(inPrivate);
}
