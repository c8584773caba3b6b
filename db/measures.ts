import { eq, sql } from "drizzle-orm";
import { databaseTrouble } from "./database-unusable.ts";
import type { Db } from "./open.ts";
import { inbox, period, report } from "./schema.ts";

// Figures about the whole database, for `/metrics`.

/** Size of the database in bytes; null for a remote one that does not report it. */
export async function databaseBytes(db: Db): Promise<number | null> {
  try {
    const [row] = await db.all<{ bytes: number }>(
      sql`select page_count * page_size as bytes from pragma_page_count(), pragma_page_size()`,
    );
    return row?.bytes ?? null;
  } catch (error) {
    const trouble = databaseTrouble(error);
    if (trouble) throw trouble;
    return null;
  }
}

/** The number of reports of open quarters, by status. */
export async function openReportCounts(db: Db): Promise<Partial<Record<string, number>>> {
  const rows = await db
    .select({ status: report.status, n: sql<number>`count(*)` })
    .from(report)
    .innerJoin(period, eq(period.id, report.period))
    .where(eq(period.status, "open"))
    .groupBy(report.status);
  return Object.fromEntries(rows.map(({ status, n }) => [status, n]));
}

/** The number of event and message ids recorded as handled. */
export async function inboxKeys(db: Db): Promise<number> {
  const [row] = await db.select({ n: sql<number>`count(*)` }).from(inbox);
  return row?.n ?? 0;
}
