import { and, asc, desc, eq, gt, gte, lt, sql } from "drizzle-orm";
import type { Run } from "../src/domain/heartbeat/run.ts";
import type { Db } from "./open.ts";
import { jobRun } from "./task-schema.ts";
import type { Write } from "./written.ts";

export type JobRunRow = typeof jobRun.$inferSelect;

/** The row that records the heartbeat's first run. */
const FIRST = { job: "heartbeat", period: "first" };

/** The time of the heartbeat's first run (UTC ms); records `now` if this is the first. */
export async function firstBeat(db: Db, now: number): Promise<number> {
  const is = and(eq(jobRun.job, FIRST.job), eq(jobRun.period, FIRST.period));
  const find = () => db.select({ at: jobRun.at }).from(jobRun).where(is).limit(1);
  const [known] = await find();
  if (known) return known.at;
  await db
    .insert(jobRun)
    .values({ ...FIRST, dueAt: now, at: now, status: "done" })
    .onConflictDoNothing();
  const [row] = await find();
  return row?.at ?? now;
}

/** Keys `job period` of the runs due at `from` (UTC ms) or later that happened or were recorded as missed. */
export async function runsSince(db: Db, from: number): Promise<Set<string>> {
  const rows = await db
    .select({ job: jobRun.job, period: jobRun.period })
    .from(jobRun)
    .where(gte(jobRun.dueAt, from));
  return new Set(rows.map(({ job, period }) => `${job} ${period}`));
}

/** Records a run; fails the batch when it was recorded already, because another process took it. */
export function insertRun(db: Db, { job, period, at }: Run, status: JobRunRow["status"], now: number): Write {
  return db.insert(jobRun).values({ job, period, dueAt: at, at: now, status });
}

/** Runs recorded as missed in [from, to), oldest first (UTC ms). */
export async function missedRuns(db: Db, from: number, to: number): Promise<JobRunRow[]> {
  return db
    .select()
    .from(jobRun)
    .where(and(eq(jobRun.status, "missed"), gte(jobRun.at, from), lt(jobRun.at, to)))
    .orderBy(jobRun.dueAt);
}

/** The last self-check before `now` (UTC ms); null when there is none. */
export async function lastSelfCheck(db: Db, now: number): Promise<number | null> {
  const [row] = await db
    .select({ at: jobRun.at })
    .from(jobRun)
    .where(and(eq(jobRun.job, "self_check"), lt(jobRun.at, now)))
    .orderBy(desc(jobRun.at))
    .limit(1);
  return row?.at ?? null;
}

/** The times of the self-checks after `since` (UTC ms), oldest first. */
export async function selfChecksSince(db: Db, since: number): Promise<number[]> {
  const rows = await db
    .select({ at: jobRun.at })
    .from(jobRun)
    .where(and(eq(jobRun.job, "self_check"), gt(jobRun.at, since)))
    .orderBy(asc(jobRun.at));
  return rows.map(({ at }) => at);
}

/** Number of runs by job and status, with the time of the last one (UTC ms), for `/metrics`. */
export async function runCounts(
  db: Db,
): Promise<Array<{ job: string; status: string; n: number; last: number }>> {
  return db
    .select({
      job: jobRun.job,
      status: jobRun.status,
      n: sql<number>`count(*)`,
      last: sql<number>`max(${jobRun.at})`,
    })
    .from(jobRun)
    .groupBy(jobRun.job, jobRun.status);
}

/** Deletes hourly self-checks older than `before` (UTC ms); all other runs are kept. */
export async function forgetSelfChecks(db: Db, before: number): Promise<void> {
  await db.delete(jobRun).where(and(eq(jobRun.job, "self_check"), lt(jobRun.at, before)));
}
