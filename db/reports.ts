import { and, asc, eq, gt, lt, lte, or } from "drizzle-orm";
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

/**
 * A quarter's reports and the approved ones before it, oldest first: one town's, or every town's. `drawn`: one town's
 * report as it was at a revision that others have replaced since.
 */
export async function reportsUpTo(
  db: Db,
  period: PeriodId,
  { town, drawn }: { town?: string | undefined; drawn?: { town: string; revision: number } | undefined },
): Promise<{ reports: Report[]; drawn: Report | undefined }> {
  const replaced = and(
    eq(reportRevision.report, report.id),
    eq(reportRevision.report, drawn ? reportId(period, drawn.town) : ""),
    eq(reportRevision.revision, drawn?.revision ?? 0),
    gt(report.revision, reportRevision.revision),
  );
  const rows = await db
    .select({ id: report.id, doc: report.doc, drawn: reportRevision.doc })
    .from(report)
    .leftJoin(reportRevision, replaced)
    .where(
      and(
        lte(report.period, period),
        or(eq(report.period, period), eq(report.status, "approved")),
        town === undefined ? undefined : eq(report.town, town),
      ),
    )
    .orderBy(asc(report.period));
  const before = rows.find((row) => row.drawn !== null)?.drawn;
  return { reports: rows.map(({ doc }) => doc), drawn: before ?? undefined };
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
