import { setTimeout as wait } from "node:timers/promises";
import * as z from "zod";
import { firstBeat } from "../db/job-runs.ts";
import { nextWaiting } from "../db/outbox.ts";
import { putRehearsalClock } from "../db/rehearsal-clock.ts";
import { beat, scheduleFacts } from "./bot/heartbeat/beat.ts";
import { drainOutbox } from "./bot/outbox/drain-outbox.ts";
import { nextStepAt } from "./bot/procedures/take-due-steps.ts";
import { allAnswered } from "./bot/receive-event.ts";
import type { RehearsalClock } from "./clock.ts";
import type { Deps } from "./deps.ts";
import { isDigest, nextDigestAfter } from "./domain/heartbeat/digest-days.ts";
import { nextRunAfter } from "./domain/heartbeat/due-runs.ts";
import type { Job } from "./domain/heartbeat/run.ts";

const time = z.iso.datetime({ offset: true });
/** `until`: where this move is a stop on the way to a later time. */
const bodySchema = z.object({ now: time, until: time.optional() });

/** The schedule is computed again at least this often, ms, because a run may change later ones. */
const AHEAD = 7 * 86_400_000;
/** Two clocks that are moved together may differ by this, ms: both run on while they are being set. */
const APART = 60_000;
/** How long the clock waits at one moment for messages that have to be tried again, ms of real time. */
const PATIENCE = 30_000;

/**
 * Moves a rehearsal's clock to `{"now": ISO}`. It stops at every moment something falls due, and leaves none before
 * everything was said, so that a jump of a month sends what a month would have sent, but for digests: of the weeks' and
 * months' on the way the last stands for all. Refuses an unreadable time and going back.
 */
export async function moveClock(
  deps: Deps,
  clock: RehearsalClock,
  body: unknown,
): Promise<{ ok: true; now: string } | { ok: false; error: string }> {
  const parsed = bodySchema.safeParse(body);
  if (!parsed.success) return { ok: false, error: 'send {"now": "2026-10-15T09:00:00+08:00"}' };
  const { now, until = now } = parsed.data;
  const target = Date.parse(now);
  if (target < clock.now() - APART)
    return {
      ok: false,
      error: "time only moves forward; start again with an earlier REHEARSAL_NOW to go back",
    };
  await allAnswered(deps);
  await sayAll(deps);
  const tick = async (isWanted: (job: Job) => boolean) => {
    await beat(deps, isWanted);
    await sayAll(deps);
  };
  await playTo(deps, clock, target, tick, Date.parse(until));
  await putRehearsalClock(deps.db, Date.now(), clock.now());
  return { ok: true, now: new Date(clock.now()).toISOString() };
}

/**
 * Moves the clock to `target` (UTC ms), calling `tick` at every moment something falls due on the way and at the end.
 * `isWanted`: the jobs to perform at that moment. `until`: a later time the move is a part of.
 */
export async function playTo(
  deps: Deps,
  clock: RehearsalClock,
  target: number,
  tick: (isWanted: (job: Job) => boolean) => Promise<unknown>,
  until = target,
): Promise<void> {
  await firstBeat(deps.db, clock.now());
  while (clock.now() < target) {
    const next = (await nextMoment(deps, target)) ?? Math.min(target, clock.now() + AHEAD);
    clock.moveTo(Math.max(next, clock.now()));
    const last = nextDigestAfter(clock.now(), until, await scheduleFacts(deps)) === null;
    await tick((job) => last || !isDigest({ job }) || job === "digest_quarterly");
  }
}

/** The next moment after now, at most `until` and a week ahead, at which something falls due, UTC ms; null for none. */
export async function nextMoment(deps: Deps, until = Number.POSITIVE_INFINITY): Promise<number | null> {
  const now = deps.clock.now();
  const horizon = Math.min(until, now + AHEAD);
  const [facts, step, message] = await Promise.all([
    scheduleFacts(deps),
    nextStepAt(deps),
    nextWaiting(deps.db, now, "untried"),
  ]);
  const moments = [nextRunAfter(now, horizon, facts), message].filter((at) => at !== null);
  const next = Math.min(step, ...moments);
  return next <= horizon ? next : null;
}

/**
 * Resolves when everything due was said. Messages the platform asked to wait, or did not answer, are tried again in
 * real time: were the clock to run ahead of them, they would look like messages lost in an outage.
 */
async function sayAll(deps: Deps): Promise<void> {
  const until = performance.now() + PATIENCE;
  for (;;) {
    await drainOutbox(deps);
    const now = deps.clock.now();
    const next = await nextWaiting(deps.db, now, "tried");
    if (next === null || performance.now() + next - now > until) return;
    await wait(next - now);
  }
}
