import * as z from "zod";
import { firstBeat } from "../db/job-runs.ts";
import { nextUpdateAt } from "../db/outbox.ts";
import { beat, scheduleFacts } from "./bot/heartbeat/beat.ts";
import type { RehearsalClock } from "./clock.ts";
import type { Deps } from "./deps.ts";
import { isDigest, nextDigestAfter } from "./domain/heartbeat/digest-days.ts";
import { nextRunAfter } from "./domain/heartbeat/due-runs.ts";
import type { Job } from "./domain/heartbeat/run.ts";

const bodySchema = z.object({ now: z.iso.datetime({ offset: true }) });

/** The schedule is computed again at least this often, ms, because a run may change later ones. */
const AHEAD = 7 * 86_400_000;
/** Card updates postponed by less than this, ms, are sent before the clock jumps. */
const SOON = 60_000;
/** Most stops for such updates, in case the platform keeps refusing one. */
const MOST_STOPS = 30;

/**
 * Moves a rehearsal's clock to `{"now": ISO}`, stopping at every moment something falls due, so that a jump of a month
 * sends what a month would have sent, but for digests: of the weeks' and months' on the way the last stands for all.
 * Refuses an unreadable time and going back.
 */
export async function moveClock(
  deps: Deps,
  clock: RehearsalClock,
  body: unknown,
): Promise<{ ok: true; now: string } | { ok: false; error: string }> {
  const parsed = bodySchema.safeParse(body);
  if (!parsed.success) return { ok: false, error: 'send {"now": "2026-10-15T09:00:00+08:00"}' };
  const target = Date.parse(parsed.data.now);
  if (target < clock.now())
    return {
      ok: false,
      error: "time only moves forward; start again with an earlier REHEARSAL_NOW to go back",
    };
  await playTo(deps, clock, target, (isWanted) => beat(deps, isWanted));
  return { ok: true, now: new Date(clock.now()).toISOString() };
}

/**
 * Moves the clock to `target` (UTC ms), running the heartbeat at every due moment on the way and at the end. `isWanted`:
 * the jobs to perform at that moment.
 */
export async function playTo(
  deps: Deps,
  clock: RehearsalClock,
  target: number,
  tick: (isWanted: (job: Job) => boolean) => Promise<unknown>,
): Promise<void> {
  await firstBeat(deps.db, clock.now());
  let stops = 0;
  while (clock.now() < target) {
    const horizon = Math.min(target, clock.now() + AHEAD);
    const soon = stops < MOST_STOPS ? await nextSoon(deps, clock.now()) : null;
    const facts = await scheduleFacts(deps);
    const next = nextRunAfter(clock.now(), horizon, facts) ?? horizon;
    stops = soon !== null && soon < next ? stops + 1 : 0;
    clock.moveTo(Math.max(Math.min(soon ?? next, next), clock.now()));
    const last = nextDigestAfter(clock.now(), target, facts) === null;
    await tick((job) => last || !isDigest({ job }) || job === "digest_quarterly");
  }
}

/** When a postponed card update is due, UTC ms; null when none is due within the minute. */
async function nextSoon({ db }: Deps, now: number): Promise<number | null> {
  const at = await nextUpdateAt(db);
  return at !== null && at > now && at <= now + SOON ? at : null;
}
