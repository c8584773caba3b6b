import { Conflict, commit, forgetOldKeys, type OutboxRow } from "../../../db/commit.ts";
import { databaseTrouble, rootMessage } from "../../../db/database-unusable.ts";
import { firstBeat, forgetSelfChecks, insertRun, runsSince } from "../../../db/job-runs.ts";
import { listPeriods, plannedYears } from "../../../db/periods.ts";
import { firstPublications } from "../../../db/publications.ts";
import { forgetThreadTopics } from "../../../db/questions.ts";
import type { Deps } from "../../deps.ts";
import { dueRuns } from "../../domain/heartbeat/due-runs.ts";
import type { Job, Run, ScheduleFacts } from "../../domain/heartbeat/run.ts";
import { drainOutbox } from "../outbox/drain-outbox.ts";
import { loadAdopted } from "../procedures/effects/adopted.ts";
import { takeDueSteps } from "../procedures/take-due-steps.ts";
import { answerLeftOver } from "../receive-event.ts";
import { tellMissed } from "./missed.ts";
import { planRun } from "./plan-run.ts";
import { redrawByTime } from "./redraw-by-time.ts";

/** How far back stored runs are read, ms; slightly more than the schedule needs. */
const REMEMBERED = 60 * 86_400_000;

/**
 * One run of the heartbeat, every minute: performs what is due, each run once across all instances, records missed
 * runs, and sends pending messages. A failed run is retried at the next beat until its window ends. `isWanted` selects
 * jobs; the others wait. `send`: has what is due sent.
 */
export async function beat(
  deps: Deps,
  isWanted: (job: Job) => boolean = () => true,
  send = () => drainOutbox(deps),
): Promise<Performed[]> {
  await loadAdopted(deps);
  await answerLeftOver(deps);
  // First, so that nobody is reminded of what has lapsed.
  await takeDueSteps(deps);
  const performed = await runDue(deps, isWanted);
  await redrawByTime(deps);
  await send();
  // Tidying up once an hour is enough.
  if (performed.some(({ run }) => run.job === "self_check")) await forget(deps);
  return performed;
}

async function forget({ db, clock }: Deps): Promise<void> {
  await forgetOldKeys(db, clock.now());
  await forgetThreadTopics(db, clock.now() - 3_600_000);
  await forgetSelfChecks(db, clock.now() - REMEMBERED);
}

/** A completed run, with the messages it queued. */
export type Performed = { run: Run; outbox: OutboxRow[] };

/**
 * Performs every due run and records the missed ones; returns the completed ones. Sends nothing itself. `isWanted`
 * selects jobs.
 */
export async function runDue(deps: Deps, isWanted: (job: Job) => boolean = () => true): Promise<Performed[]> {
  const now = deps.clock.now();
  const since = await firstBeat(deps.db, now);
  const [done, facts] = await Promise.all([runsSince(deps.db, now - REMEMBERED), scheduleFacts(deps)]);
  const { due, missed } = dueRuns(now, done, since, facts);
  if (missed.length > 0) await record(deps, missed);
  const performed: Performed[] = [];
  for (const run of due.filter(({ job }) => isWanted(job))) {
    const outbox = await perform(deps, run);
    if (outbox) performed.push({ run, outbox });
  }
  return performed;
}

/** What the schedule depends on, from the database. */
export async function scheduleFacts(deps: Deps): Promise<ScheduleFacts> {
  const { db } = deps;
  const [rows, published, planned] = await Promise.all([
    listPeriods(db),
    firstPublications(db),
    plannedYears(db),
  ]);
  return {
    programme: deps.programme,
    quarters: rows.map(({ id, status }) => ({ period: id, status })),
    planned,
    published,
  };
}

/** Null when it was not performed: another instance did, or it failed and will be retried. */
async function perform(deps: Deps, run: Run): Promise<OutboxRow[] | null> {
  const { job, period } = run;
  const now = deps.clock.now();
  try {
    const { writes, outbox, touched, before } = await planRun(deps, run);
    await before?.();
    // A self-check without findings is not audited.
    const isSilent = job === "self_check" && outbox.length === 0;
    const audit = isSilent ? null : { actor: "system", kind: `run.${job}`, subject: period };
    const covered = (run.instead ?? []).map((other) => insertRun(deps.db, other, "covered", now));
    const all = [insertRun(deps.db, run, "done", now), ...covered, ...writes];
    await commit(deps.db, { audit, writes: all, outbox, touched: touched ?? [] }, now);
    deps.log(job === "self_check" ? "debug" : "info", "run", { job, period, said: outbox.length });
    return outbox;
  } catch (error) {
    // Another instance performed it at the same moment.
    if (error instanceof Conflict && error.table === "job_run") return null;
    const trouble = databaseTrouble(error);
    if (trouble) throw trouble;
    deps.log("error", "run failed", { job, period, error: rootMessage(error) });
    return null;
  }
}

/** Records missed runs, once, and tells the office in one message. */
async function record(deps: Deps, missed: Run[]): Promise<void> {
  const now = deps.clock.now();
  const writes = missed.map((run) => insertRun(deps.db, run, "missed", now));
  const audit = {
    actor: "system",
    kind: "run.missed",
    subject: missed
      .map(({ job, period }) => `${job} ${period}`)
      .join(", ")
      .slice(0, 500),
  };
  try {
    await commit(deps.db, { audit, writes, outbox: await tellMissed(deps, missed) }, now);
    deps.log("warn", "runs missed", { n: missed.length });
  } catch (error) {
    if (!(error instanceof Conflict)) throw error;
  }
}
