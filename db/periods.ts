import { and, asc, desc, eq, sql } from "drizzle-orm";
import { type PeriodId, yearOf } from "../src/domain/calendar/period.ts";
import { UNPLANNED } from "../src/domain/report/plan.ts";
import type { YearPlan } from "../src/domain/report/year-plan.ts";
import type { Db } from "./open.ts";
import { prepared } from "./prepared.ts";
import { period, yearPlan } from "./schema.ts";
import { sealed } from "./seals.ts";
import type { Write } from "./written.ts";

export type PeriodRow = typeof period.$inferSelect;

const byId = prepared((db) =>
  db
    .select()
    .from(period)
    .where(eq(period.id, sql.placeholder("id")))
    .limit(1)
    .prepare(),
);
const all = prepared((db) => db.select().from(period).orderBy(asc(period.id)).prepare());
const ofYear = eq(yearPlan.year, sql.placeholder("year"));
const ofTown = eq(yearPlan.town, sql.placeholder("town"));
const withPlan = prepared((db) =>
  db
    .select()
    .from(period)
    .leftJoin(yearPlan, and(ofYear, ofTown))
    .where(eq(period.id, sql.placeholder("id")))
    .prepare(),
);
const planOfTown = prepared((db) => db.select().from(yearPlan).where(and(ofYear, ofTown)).limit(1).prepare());
const plansOfYear = prepared((db) => db.select().from(yearPlan).where(ofYear).prepare());

/** A quarter's row; null when it was never opened. */
export async function findPeriod(db: Db, id: PeriodId): Promise<PeriodRow | null> {
  const [row] = await byId(db).execute({ id });
  return row ?? null;
}

/** A quarter with a town's plan of its year, if there is one; null when it was never opened. */
export async function findPeriodWithPlan(
  db: Db,
  id: PeriodId,
  town: string,
): Promise<{ row: PeriodRow; plan: YearPlan | undefined } | null> {
  const [row] = await withPlan(db).execute({ id, year: yearOf(id), town });
  return row ? { row: row.period, plan: row.year_plan?.doc } : null;
}

/** The quarter opened last; null in a new database. */
export async function latestPeriod(db: Db): Promise<PeriodRow | null> {
  const [row] = await db.select().from(period).orderBy(desc(period.id)).limit(1);
  return row ?? null;
}

/** Every quarter that was opened, oldest first. */
export async function listPeriods(db: Db): Promise<PeriodRow[]> {
  return all(db).execute();
}

export function insertPeriod(db: Db, id: PeriodId, now: number): Write {
  return db.insert(period).values({ id, status: "open", openedAt: now });
}

export function setPeriodStatus(
  db: Db,
  id: PeriodId,
  status: PeriodRow["status"],
  closedAt: number | null,
): Write {
  return db.update(period).set({ status, closedAt }).where(eq(period.id, id));
}

/** Opens the objection window. */
export function setProvisional(db: Db, id: PeriodId, provisionalAt: number, objectionsUntil: number): Write {
  return db.update(period).set({ provisionalAt, objectionsUntil }).where(eq(period.id, id));
}

/** A town's plan for a year; without one every item is due and the other figures are asked once. */
export async function loadPlan(db: Db, year: number, town: string): Promise<YearPlan> {
  const [row] = await planOfTown(db).execute({ year, town });
  return row?.doc ?? UNPLANNED;
}

/** All plans of one year, by town. */
export async function loadPlans(db: Db, year: number): Promise<Map<string, YearPlan>> {
  const rows = await plansOfYear(db).execute({ year });
  return new Map(rows.map((row) => [row.town, row.doc]));
}

/** The years that have a plan of any town. */
export async function plannedYears(db: Db): Promise<Set<number>> {
  const rows = await db.selectDistinct({ year: yearPlan.year }).from(yearPlan);
  return new Set(rows.map(({ year }) => year));
}

export function putPlan(db: Db, year: number, town: string, doc: YearPlan): Write {
  const write = db
    .insert(yearPlan)
    .values({ year, town, doc })
    .onConflictDoUpdate({ target: [yearPlan.year, yearPlan.town], set: { doc } });
  return sealed(write, { [`plan ${year} ${town}`]: JSON.stringify(doc) });
}
