import { and, eq, isNull, like, ne, or, sql } from "drizzle-orm";
import type { PeriodId } from "../src/domain/calendar/period.ts";
import type { Brief } from "../src/domain/checkup/brief.ts";
import { type Report, reportId } from "../src/domain/report/report.ts";
import type { Db } from "./open.ts";
import { prepared } from "./prepared.ts";
import { report } from "./schema.ts";
import { type Write, written } from "./written.ts";

// What is kept beside a report, so that other reports need not be read: what lists of all towns show of it, and what its
// twins are looked up by.

const alikeUnknown = prepared((db) =>
  db
    .select({ doc: report.doc })
    .from(report)
    .where(and(eq(report.period, sql.placeholder("period")), isNull(report.alike)))
    .prepare(),
);

/** The reports of a quarter that were stored before it was kept what their twins are looked up by. */
export async function reportsToCompare(db: Db, period: PeriodId): Promise<Report[]> {
  return (await alikeUnknown(db).execute({ period })).map(({ doc }) => doc);
}

/** Stores anew what a report's twins are looked up by. */
export function putAlike(db: Db, { period, town }: Report, alike: string): Write {
  return db
    .update(report)
    .set({ alike })
    .where(eq(report.id, reportId(period, town)));
}

/** What lists of all towns show of a town's reports of a year is computed anew: its plan changes. */
export function forgetBriefs(db: Db, town: string, year: number): Write {
  const ofYear = like(report.period, `${year}Q%`);
  return db
    .update(report)
    .set({ brief: null })
    .where(and(eq(report.town, town), ofYear));
}

export type BriefRow = Pick<typeof report.$inferSelect, "town" | "status" | "alike" | "brief">;
const ofPeriodIn = eq(report.period, sql.placeholder("period"));
const briefs = prepared((db) => {
  const { town, status, alike, brief } = report;
  return db.select({ town, status, alike, brief }).from(report).where(ofPeriodIn).prepare();
});
const packOfBrief = sql`json_extract(${report.brief}, '$.pack')`;
const withoutBrief = prepared((db) =>
  db
    .select({ doc: report.doc })
    .from(report)
    .where(and(ofPeriodIn, or(isNull(report.brief), ne(packOfBrief, sql.placeholder("pack")))))
    .prepare(),
);
const setBrief = written<{ id: string; revision: number; brief: Brief }>((db) =>
  db
    .update(report)
    .set({ brief: sql`${sql.param(sql.placeholder("brief"), report.brief)}` })
    .where(and(eq(report.id, sql.placeholder("id")), eq(report.revision, sql.placeholder("revision")))),
);

/** Every report of a quarter as lists of all towns show it; `brief` null: it has to be computed. */
export async function listBriefs(db: Db, period: PeriodId): Promise<BriefRow[]> {
  return briefs(db).execute({ period });
}

/** The reports to be computed, because they changed or were computed under another pack. */
export async function reportsWithoutBrief(db: Db, period: PeriodId, pack: string): Promise<Report[]> {
  return (await withoutBrief(db).execute({ period, pack })).map(({ doc }) => doc);
}

/** Keeps what was computed of a report, unless it has changed since. */
export function putBrief(db: Db, { period, town, revision }: Report, brief: Brief): Write {
  return setBrief(db, { id: reportId(period, town), revision, brief });
}

const parts = prepared((db) =>
  db
    .select({
      town: report.town,
      part: sql<string | number | null>`json_extract(${report.doc}, ${sql.placeholder("path")})`,
    })
    .from(report)
    .where(and(ofPeriodIn, eq(report.status, "approved")))
    .prepare(),
);

/** One part of every approved report of a quarter, by town; objects as JSON. The reports themselves are not read. */
export async function approvedParts(
  db: Db,
  period: PeriodId,
  path: string,
): Promise<Map<string, string | number>> {
  const rows = await parts(db).execute({ period, path });
  return new Map(rows.flatMap(({ town, part }) => (part === null ? [] : [[town, part] as const])));
}
