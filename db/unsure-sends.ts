import { and, eq } from "drizzle-orm";
import type { Write } from "./commit.ts";
import type { Db } from "./open.ts";
import { causeId, type OutboxEntry } from "./outbox.ts";
import { outbox } from "./schema.ts";

// Sends of which nobody knows whether they arrived: a press on the card shows that it did, else a person decides.

/** The cards sent to a person of which nobody knows whether they arrived. */
export async function unsureSends(db: Db, openId: string): Promise<OutboxEntry[]> {
  return db
    .select()
    .from(outbox)
    .where(and(eq(outbox.to, openId), eq(outbox.status, "unsure"), eq(outbox.kind, "send")));
}

/** A send of which nobody knew whether it arrived did: it is this message. */
export function settleArrived(db: Db, id: string, messageId: string): Write {
  return db
    .update(outbox)
    .set({ status: "sent", messageId, lastError: null })
    .where(and(eq(outbox.id, id), eq(outbox.status, "unsure")));
}

/** Puts an unsure send back, by a person's decision, under a new uuid so that it does go out. */
export function resend(db: Db, entry: OutboxEntry, now: number): Write[] {
  const again = {
    ...entry,
    id: causeId(`${entry.id}:again`),
    status: "pending" as const,
    attempts: 0,
    unanswered: 0,
  };
  return [
    db.update(outbox).set({ status: "superseded" }).where(eq(outbox.id, entry.id)),
    db
      .insert(outbox)
      .values({ ...again, runAt: now, at: now, claimedUntil: 0, firstTriedAt: null, lastError: null }),
  ];
}
