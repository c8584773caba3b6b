import { and, asc, eq, gt, lt, lte, or, type SQL, sql } from "drizzle-orm";
import type { PeriodId } from "../src/domain/calendar/period.ts";
import { type Report, reportId } from "../src/domain/report/report.ts";
import type { Db } from "./open.ts";
import { prepared } from "./prepared.ts";
import { report, reportRevision } from "./schema.ts";
import { sealed } from "./seals.ts";
import { type Write, written } from "./written.ts";

const byId = prepared((db) =>
  db
    .select({ doc: report.doc })
    .from(report)
    .where(eq(report.id, sql.placeholder("id")))
    .limit(1)
    .prepare(),
);
const ofPeriod = prepared((db) =>
  db
    .select({ doc: report.doc })
    .from(report)
    .where(eq(report.period, sql.placeholder("period")))
    .prepare(),
);
const approvedUntil = (whose: SQL | undefined) =>
  prepared((db) =>
    db
      .select({ town: report.town, doc: report.doc })
      .from(report)
      .where(and(whose, eq(report.status, "approved"), lt(report.period, sql.placeholder("period"))))
      .orderBy(asc(report.period))
      .prepare(),
  );
const approvedOfTown = approvedUntil(eq(report.town, sql.placeholder("town")));
const approvedOfAll = approvedUntil(undefined);
const upTo = prepared((db) => {
  const replaced = and(
    eq(reportRevision.report, report.id),
    eq(report.period, sql.placeholder("period")),
    eq(reportRevision.revision, sql.placeholder("revision")),
    gt(report.revision, reportRevision.revision),
  );
  const counts = or(eq(report.period, sql.placeholder("period")), eq(report.status, "approved"));
  // "" is what all reports have that are not handed in.
  const alike = sql<
    string | null
  >`case when ${report.period} = ${sql.placeholder("period")} and ${report.alike} <> ''
    then (select group_concat(other.town, ' ') from report other where other.period = ${report.period}
      and other.alike = ${report.alike} and other.id <> ${report.id}) end`;
  return db
    .select({ id: report.id, doc: report.doc, drawn: reportRevision.doc, alike })
    .from(report)
    .leftJoin(reportRevision, replaced)
    .where(
      and(eq(report.town, sql.placeholder("town")), lte(report.period, sql.placeholder("period")), counts),
    )
    .orderBy(asc(report.period))
    .prepare();
});

export async function findReport(db: Db, period: PeriodId, town: string): Promise<Report | null> {
  const [row] = await byId(db).execute({ id: reportId(period, town) });
  return row?.doc ?? null;
}

/**
 * A town's report of a quarter and its approved ones before, oldest first. `alike`: the other towns whose report of the
 * quarter has the same figures for the check-up; `revision`: additionally the report at an earlier revision.
 */
export async function reportsUpTo(
  db: Db,
  period: PeriodId,
  town: string,
  revision = 0,
): Promise<{ reports: Report[]; drawn: Report | undefined; alike: string[] }> {
  const rows = await upTo(db).execute({ period, town, revision });
  const before = rows.find((row) => row.drawn !== null)?.drawn;
  const alike = rows.flatMap((row) => row.alike?.split(" ") ?? []);
  return { reports: rows.map(({ doc }) => doc), drawn: before ?? undefined, alike };
}

const ofStatus = prepared((db) =>
  db
    .select({ status: report.status, towns: sql`group_concat(${report.town}, ' ')`.mapWith(String) })
    .from(report)
    .where(eq(report.period, sql.placeholder("period")))
    .groupBy(report.status)
    .prepare(),
);
const untouched = prepared((db) =>
  db
    .select({ town: report.town })
    .from(report)
    .where(
      and(
        eq(report.period, sql.placeholder("period")),
        eq(report.status, "draft"),
        sql`json_extract(${report.doc}, '$.saved') = '{}'`,
      ),
    )
    .prepare(),
);

/** The towns whose report of a quarter has each status; the reports themselves are not read. */
export async function townsByStatus(db: Db, period: PeriodId): Promise<Map<Report["status"], string[]>> {
  const rows = await ofStatus(db).execute({ period });
  return new Map(rows.map(({ status, towns }) => [status, towns.split(" ")]));
}

/** The towns whose report of a quarter is opened and has nothing saved in it. */
export async function untouchedTowns(db: Db, period: PeriodId): Promise<Set<string>> {
  return new Set((await untouched(db).execute({ period })).map(({ town }) => town));
}

export async function listReports(db: Db, period: PeriodId): Promise<Report[]> {
  const rows = await ofPeriod(db).execute({ period });
  return rows.map((row) => row.doc);
}

/** A town's approved reports before `period`, oldest first. */
export async function approvedBefore(db: Db, town: string, period: PeriodId): Promise<Report[]> {
  const rows = await approvedOfTown(db).execute({ town, period });
  return rows.map((row) => row.doc);
}

/** All approved reports before `period`, oldest first, by town. */
export async function approvedBeforeByTown(db: Db, period: PeriodId): Promise<Map<string, Report[]>> {
  const rows = await approvedOfAll(db).execute({ period });
  const byTown = new Map<string, Report[]>();
  for (const row of rows) byTown.set(row.town, [...(byTown.get(row.town) ?? []), row.doc]);
  return byTown;
}

type Stored = Pick<typeof report.$inferSelect, "id" | "period" | "town" | "status" | "revision" | "doc"> & {
  at: number;
  by: string;
  alike: string | null;
};
function insertReport(db: Db) {
  return db.insert(report).values({
    id: sql.placeholder("id"),
    period: sql.placeholder("period"),
    town: sql.placeholder("town"),
    status: sql.placeholder("status"),
    revision: sql.placeholder("revision"),
    doc: sql.placeholder("doc"),
    updatedAt: sql.placeholder("at"),
    alike: sql.placeholder("alike"),
  });
}

function insertStored(db: Db) {
  return db.insert(reportRevision).values({
    report: sql.placeholder("id"),
    revision: sql.placeholder("revision"),
    at: sql.placeholder("at"),
    by: sql.placeholder("by"),
    doc: sql.placeholder("doc"),
  });
}

const put = written<Stored>((db) =>
  insertReport(db).onConflictDoUpdate({
    target: report.id,
    set: {
      status: sql`excluded.status`,
      revision: sql`excluded.revision`,
      doc: sql`excluded.doc`,
      updatedAt: sql`excluded.updated_at`,
      alike: sql`excluded.alike`,
      brief: null,
    },
  }),
);
const insertRevision = written<Stored>(insertStored);

function sealedRevision(write: Write, { id, revision, doc }: Stored): Write {
  return sealed(write, { [`report ${id} ${revision}`]: JSON.stringify(doc) });
}

/**
 * Stores a report's next revision. A second writer of the same revision causes a `Conflict` on report_revision. `alike`:
 * what its twins are looked up by; "" for one that is not handed in, null where it is not known.
 */
export function saveReport(
  db: Db,
  doc: Report,
  by: string,
  now: number,
  alike: string | null = null,
): Write[] {
  const { period, town, status, revision } = doc;
  const row = { id: reportId(period, town), period, town, status, revision, doc, at: now, by, alike };
  // Later quarters are compared with this one.
  const isBasis = status === "approved" || status === "returned";
  return [
    put(db, row),
    sealedRevision(insertRevision(db, row), row),
    ...(isBasis ? [forgetLater(db, { town, period })] : []),
  ];
}

const isOpened = sql`exists (select 1 from period p where p.id = ${sql.placeholder("period")})`;
const insertOpened = written<Stored>((db) =>
  insertReport(db).onConflictDoUpdate({
    target: report.id,
    set: { doc: sql`excluded.doc`, brief: null },
    setWhere: sql`not ${isOpened}`,
  }),
);
const insertFirst = written<Stored>((db) =>
  insertStored(db).onConflictDoUpdate({
    target: [reportRevision.report, reportRevision.revision],
    set: { doc: sql`excluded.doc` },
    setWhere: sql`not ${isOpened}`,
  }),
);

/** Stores a town's first revision before its quarter is opened; once it is, a repetition changes nothing. */
export function openReport(db: Db, doc: Report, by: string, now: number): Write[] {
  const { period, town, status, revision } = doc;
  const row = { id: reportId(period, town), period, town, status, revision, doc, at: now, by, alike: "" };
  return [insertOpened(db, row), sealedRevision(insertFirst(db, row), row)];
}

const forgetLater = written<{ town: string; period: PeriodId }>(
  () => sql`update report set brief = null where town = ${sql.placeholder("town")}
    and period > ${sql.placeholder("period")} and brief is not null`,
);
