import { sql } from "drizzle-orm";
import type { Db } from "./open.ts";
import { audit } from "./schema.ts";

/** What people did: kinds of the audit log with an open_id as actor, and when each was last done (UTC ms). */
export async function doneByPeople(db: Db): Promise<Array<{ kind: string; at: number }>> {
  return db
    .select({ kind: audit.kind, at: sql<number>`max(${audit.at})` })
    .from(audit)
    .where(sql`${audit.actor} glob 'ou_*'`)
    .groupBy(audit.kind);
}

/** When something was last done, by anybody (UTC ms); null if it never was. */
export async function lastDone(db: Db, kind: string): Promise<number | null> {
  const [row] = await db
    .select({ at: sql<number | null>`max(${audit.at})` })
    .from(audit)
    .where(sql`${audit.kind} = ${kind}`);
  return row?.at ?? null;
}
