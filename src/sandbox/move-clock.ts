import * as z from "zod";
import { httpPost } from "./delivery/http-post.ts";
import type { Sandbox } from "./sandbox.ts";

const bodySchema = z.union([
  z.strictObject({ now: z.iso.datetime({ offset: true }) }),
  z.strictObject({ advance_ms: z.int().min(0) }),
]);

/** The next time at which the bot has something to do; a bot that does not say is moved in one jump. */
const nextSchema = z.object({ next: z.iso.datetime({ offset: true }) });

/** Time limit for the bot at each stop: it may have much to say before it answers. */
const FOLLOWER_MS = 60_000;
/** Most stops on the way to one time. */
const MOST_STOPS = 10_000;

type Moving = Pick<Sandbox, "clock" | "clockUrl" | "courier" | "store">;

/**
 * Moves the sandbox clock forward, to `{"now": ISO}` or by `{"advance_ms": n}`. Where the bot's own clock follows and
 * the bot says when it has something to do next, both clocks stop there, so that every message is sent at its own time.
 * Resolves when due retries are delivered. `follower` reports whether the bot's clock followed.
 */
export async function moveClock(
  sandbox: Moving,
  input: unknown,
): Promise<{ ok: true; now: number; follower?: string } | { ok: false; error: string }> {
  const parsed = bodySchema.safeParse(input);
  if (!parsed.success) return { ok: false, error: z.prettifyError(parsed.error) };
  const { clock } = sandbox;
  const to = "now" in parsed.data ? Date.parse(parsed.data.now) : clock.now() + parsed.data.advance_ms;
  if (to < clock.now()) return { ok: false, error: "the clock only moves forward" };
  for (let stops = 0; stops < MOST_STOPS; stops += 1) {
    const stop = await nextStop(sandbox, to);
    if (stop === to) break;
    await moveBoth(sandbox, stop, to);
  }
  const follower = await moveBoth(sandbox, to, to);
  return { ok: true, now: clock.now(), ...(follower === undefined ? {} : { follower }) };
}

/**
 * Moves the sandbox clock, then the bot's; a delivery that is due by then is made. `until`: where the whole move ends, for
 * a bot that says less on the way than at its end.
 */
async function moveBoth(sandbox: Moving, to: number, until: number): Promise<string | undefined> {
  const { clock, store, courier } = sandbox;
  // While the bot was asked, the clock ran on.
  clock.moveTo(Math.max(to, clock.now()));
  store.tellClock(clock.now());
  const follower = await tellFollower(sandbox, until > to ? until : undefined);
  // A delivery in progress may fail and become due again within the same jump.
  await courier.idle();
  await courier.fireDue();
  return follower;
}

/** Where to stop next on the way to `to`: at `to` itself if the bot has nothing to do before, or does not say. */
async function nextStop({ clock, clockUrl }: Moving, to: number): Promise<number> {
  if (clockUrl === "" || to <= clock.now()) return to;
  const said = nextSchema.safeParse(await askFollower(clockUrl));
  const next = said.success ? Date.parse(said.data.next) : to;
  return next > clock.now() ? Math.min(next, to) : to;
}

async function askFollower(url: string): Promise<unknown> {
  try {
    const answer = await fetch(url, { signal: AbortSignal.timeout(FOLLOWER_MS) });
    return await answer.json();
  } catch {
    // A bot that only takes the time need not tell it.
    return undefined;
  }
}

async function tellFollower(
  sandbox: Pick<Sandbox, "clock" | "clockUrl">,
  until: number | undefined,
): Promise<string | undefined> {
  if (sandbox.clockUrl === "") return undefined;
  const isoTime = (ms: number) => new Date(ms).toISOString();
  const body = JSON.stringify({
    now: isoTime(sandbox.clock.now()),
    ...(until === undefined ? {} : { until: isoTime(until) }),
  });
  const headers = { "content-type": "application/json; charset=utf-8" };
  const posted = await httpPost(sandbox.clockUrl, body, headers, FOLLOWER_MS);
  return posted.ok ? `HTTP ${posted.status}` : posted.reason;
}
