import { and, desc, eq, gte, inArray, lt, lte, sql } from "drizzle-orm";
import type { UrgentRequest } from "../src/domain/urgent-request.ts";
import type { Write } from "./commit.ts";
import type { Db } from "./open.ts";
import { audit, outbox } from "./schema.ts";
import { urgentRequest } from "./task-schema.ts";

export async function findUrgent(db: Db, id: string): Promise<UrgentRequest | null> {
  const [row] = await db.select().from(urgentRequest).where(eq(urgentRequest.id, id)).limit(1);
  return row ?? null;
}

/** Those whose time still runs, or has run out and nobody has noted it yet. */
export async function openUrgent(db: Db): Promise<UrgentRequest[]> {
  return db
    .select()
    .from(urgentRequest)
    .where(inArray(urgentRequest.status, ["proposed", "sent"]));
}

/** How many urgent messages were sent in [from, to), UTC ms; one to several towns counts once. */
export async function urgentCount(db: Db, from: number, to: number): Promise<number> {
  const sent = inArray(urgentRequest.status, ["sent", "over"]);
  const within = and(sent, gte(urgentRequest.decidedAt, from), lt(urgentRequest.decidedAt, to));
  const [row] = await db.select({ n: sql<number>`count(*)` }).from(urgentRequest).where(within);
  return row?.n ?? 0;
}

export function insertUrgent(db: Db, row: UrgentRequest): Write {
  return db.insert(urgentRequest).values(row);
}

/** `decidedAt`: only where somebody decided. */
export function setUrgentStatus(
  db: Db,
  id: string,
  set: Pick<UrgentRequest, "status"> & Partial<Pick<UrgentRequest, "decidedAt">>,
): Write {
  return db.update(urgentRequest).set(set).where(eq(urgentRequest.id, id));
}

export const URGENT_REFUSED = "urgent.refuse";

/** Why the approver said no: it is kept with the refusal in the audit log. "" for one that was not refused. */
export async function urgentRefusal(db: Db, id: string): Promise<string> {
  const [row] = await db
    .select({ detail: audit.detail })
    .from(audit)
    .where(and(eq(audit.kind, URGENT_REFUSED), eq(audit.subject, id)))
    .orderBy(desc(audit.seq))
    .limit(1);
  const detail: unknown = JSON.parse(row?.detail ?? "null");
  const told = typeof detail === "object" && detail !== null && "reason" in detail ? detail.reason : "";
  return String(told);
}

/** Drops the messages and marks of these subjects that have not started on their way. */
export function dropUrgentSends(db: Db, subjects: string[], now: number): Write {
  return db.update(outbox).set({ status: "superseded" }).where(waiting(subjects, now));
}

/** Whether any of them has not started on its way. */
export async function hasUrgentSends(db: Db, subject: string, now: number): Promise<boolean> {
  const rows = await db
    .select({ id: outbox.id })
    .from(outbox)
    .where(waiting([subject], now))
    .limit(1);
  return rows.length > 0;
}

function waiting(subjects: string[], now: number) {
  return and(
    inArray(outbox.subject, subjects),
    inArray(outbox.kind, ["send", "urgent"]),
    eq(outbox.status, "pending"),
    lte(outbox.claimedUntil, now),
  );
}
