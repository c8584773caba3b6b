import * as z from "zod";
import { firstBeat } from "../db/job-runs.ts";
import { nextUpdateAt } from "../db/outbox.ts";
import { beat, scheduleFacts } from "./bot/heartbeat/beat.ts";
import type { RehearsalClock } from "./clock.ts";
import type { Deps } from "./deps.ts";
import { nextRunAfter } from "./domain/heartbeat/due-runs.ts";

const bodySchema = z.object({ now: z.iso.datetime({ offset: true }) });

/** What a run does may change what comes after it, so the schedule is read anew at least this often, ms. */
const AHEAD = 7 * 86_400_000;
/** A card whose replacing is put off by less than this, ms, is replaced before the clock jumps: nobody made it wait a day. */
const SOON = 60_000;
/** Stops on the way for such cards, one after the other; where the platform refuses for good there is no end to them. */
const MOST_STOPS = 30;

/**
 * Moves a rehearsal's clock to `{"now": ISO}`, stopping at every moment in between at which something falls due, so that
 * a jump of a month says what a month would have said. Refuses an unreadable time and going back.
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
  await playTo(deps, clock, target, () => beat(deps));
  return { ok: true, now: new Date(clock.now()).toISOString() };
}

/** Moves the clock to `target` (UTC ms), beating at every moment on the way at which a run falls due, and at the end. */
export async function playTo(
  deps: Deps,
  clock: RehearsalClock,
  target: number,
  tick: () => Promise<unknown>,
): Promise<void> {
  await firstBeat(deps.db, clock.now());
  let stops = 0;
  while (clock.now() < target) {
    const horizon = Math.min(target, clock.now() + AHEAD);
    const soon = stops < MOST_STOPS ? await nextSoon(deps, clock.now()) : null;
    const next = nextRunAfter(clock.now(), horizon, await scheduleFacts(deps)) ?? horizon;
    stops = soon !== null && soon < next ? stops + 1 : 0;
    clock.moveTo(Math.max(Math.min(soon ?? next, next), clock.now()));
    await tick();
  }
}

/** When a card that only waits for its turn is to be replaced, UTC ms; null when none is within the minute. */
async function nextSoon({ db }: Deps, now: number): Promise<number | null> {
  const at = await nextUpdateAt(db);
  return at !== null && at > now && at <= now + SOON ? at : null;
}
