import { and, eq } from "drizzle-orm";
import type { Db } from "./open.ts";
import { causeId, type OutboxEntry } from "./outbox.ts";
import { outbox } from "./schema.ts";
import type { Write } from "./written.ts";

// Cards of unknown outcome: a press on the card proves its arrival, otherwise a person decides.

/** Cards sent to a person whose delivery was never confirmed. */
export async function unsureSends(db: Db, openId: string): Promise<OutboxEntry[]> {
  return db
    .select()
    .from(outbox)
    .where(and(eq(outbox.to, openId), eq(outbox.status, "unsure"), eq(outbox.kind, "send")));
}

/** Settles a card of unknown outcome as delivered with this message id. */
export function settleArrived(db: Db, id: string, messageId: string): Write {
  return db
    .update(outbox)
    .set({ status: "sent", messageId, lastError: null })
    .where(and(eq(outbox.id, id), eq(outbox.status, "unsure")));
}

/** Sends a card of unknown outcome again, by a person's decision, under a new uuid so that it is really sent. */
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
