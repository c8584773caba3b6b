import { eq, sql } from "drizzle-orm";
import type { Db } from "./open.ts";
import { audit } from "./schema.ts";
import { jobRun } from "./task-schema.ts";

/** What people did: kinds of the audit log with an open_id as actor, and when each was last done (UTC ms). */
export async function doneByPeople(db: Db): Promise<Array<{ kind: string; at: number }>> {
  return db
    .select({ kind: audit.kind, at: sql<number>`max(${audit.at})` })
    .from(audit)
    .where(sql`${audit.actor} glob 'ou_*'`)
    .groupBy(audit.kind);
}

const BACKUP = "backup";

/** Records that the database was backed up (UTC ms); not in the audit log, whose copy would then lack a row. */
export async function noteBackup(db: Db, at: number): Promise<void> {
  await db
    .insert(jobRun)
    .values({ job: BACKUP, period: String(at), dueAt: at, at, status: "done" })
    .onConflictDoNothing();
}

/** When it was last backed up (UTC ms); null if it never was. */
export async function lastBackup(db: Db): Promise<number | null> {
  const [row] = await db
    .select({ at: sql<number | null>`max(${jobRun.at})` })
    .from(jobRun)
    .where(eq(jobRun.job, BACKUP));
  return row?.at ?? null;
}
