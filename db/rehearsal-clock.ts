import { and, eq } from "drizzle-orm";
import type { Db } from "./open.ts";
import { jobRun } from "./task-schema.ts";

// A rehearsal's clock, beside the heartbeat's first run: at machine time `dueAt` it showed `at`. So a command on the
// same database has the same time as the running server.

const CLOCK = { job: "heartbeat", period: "clock" };
const isClock = and(eq(jobRun.job, CLOCK.job), eq(jobRun.period, CLOCK.period));

/** Remembers that the rehearsal's clock shows `now` at machine time `machine` (UTC ms). */
export async function putRehearsalClock(db: Db, machine: number, now: number): Promise<void> {
  const times = { dueAt: machine, at: now };
  await db
    .insert(jobRun)
    .values({ ...CLOCK, ...times, status: "done" })
    .onConflictDoUpdate({ target: [jobRun.job, jobRun.period], set: times });
}

/** The database is no rehearsal's any more: time is real. */
export async function forgetRehearsalClock(db: Db): Promise<void> {
  await db.delete(jobRun).where(isClock);
}

/** What the rehearsal's clock shows at machine time `machine` (UTC ms); null when the database is no rehearsal's. */
export async function rehearsalTime(db: Db, machine: number): Promise<number | null> {
  const [row] = await db.select({ dueAt: jobRun.dueAt, at: jobRun.at }).from(jobRun).where(isClock).limit(1);
  return row === undefined ? null : machine + row.at - row.dueAt;
}
