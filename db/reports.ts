import { and, asc, eq, lt } from "drizzle-orm";
import type { PeriodId } from "../src/domain/period.ts";
import { type Report, reportId } from "../src/domain/report/report.ts";
import type { Write } from "./commit.ts";
import type { Db } from "./open.ts";
import { report, reportRevision } from "./schema.ts";

export async function findReport(db: Db, period: PeriodId, town: string): Promise<Report | null> {
  const [row] = await db
    .select()
    .from(report)
    .where(eq(report.id, reportId(period, town)))
    .limit(1);
  return row?.doc ?? null;
}

/** The report as it was at one of its revisions; null when it never had that one. */
export async function findRevision(
  db: Db,
  period: PeriodId,
  town: string,
  revision: number,
): Promise<Report | null> {
  const [row] = await db
    .select()
    .from(reportRevision)
    .where(and(eq(reportRevision.report, reportId(period, town)), eq(reportRevision.revision, revision)))
    .limit(1);
  return row?.doc ?? null;
}

export async function listReports(db: Db, period: PeriodId): Promise<Report[]> {
  const rows = await db.select().from(report).where(eq(report.period, period));
  return rows.map((row) => row.doc);
}

/** A town's approved reports before `period`, oldest first. */
export async function approvedBefore(db: Db, town: string, period: PeriodId): Promise<Report[]> {
  const rows = await db
    .select()
    .from(report)
    .where(and(eq(report.town, town), eq(report.status, "approved"), lt(report.period, period)))
    .orderBy(asc(report.period));
  return rows.map((row) => row.doc);
}

/** All approved reports before `period`, oldest first, by town. */
export async function approvedBeforeByTown(db: Db, period: PeriodId): Promise<Map<string, Report[]>> {
  const rows = await db
    .select()
    .from(report)
    .where(and(eq(report.status, "approved"), lt(report.period, period)))
    .orderBy(asc(report.period));
  const byTown = new Map<string, Report[]>();
  for (const row of rows) byTown.set(row.town, [...(byTown.get(row.town) ?? []), row.doc]);
  return byTown;
}

/** Writes a report's next revision. A second writer of the same revision clashes on report_revision. */
export function saveReport(db: Db, doc: Report, by: string, now: number): Write[] {
  const id = reportId(doc.period, doc.town);
  const row = { status: doc.status, revision: doc.revision, doc, updatedAt: now };
  return [
    db
      .insert(report)
      .values({ id, period: doc.period, town: doc.town, ...row })
      .onConflictDoUpdate({ target: report.id, set: row }),
    db.insert(reportRevision).values({ report: id, revision: doc.revision, at: now, by, doc }),
  ];
}
