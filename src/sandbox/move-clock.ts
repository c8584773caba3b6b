import * as z from "zod";
import { httpPost } from "./delivery/http-post.ts";
import type { Sandbox } from "./sandbox.ts";

const bodySchema = z.union([
  z.strictObject({ now: z.iso.datetime({ offset: true }) }),
  z.strictObject({ advance_ms: z.int().min(0) }),
]);

/** Time limit for the bot: it may process everything due in between before it answers. */
const FOLLOWER_MS = 60_000;

/**
 * Moves the sandbox clock forward, to `{"now": ISO}` or by `{"advance_ms": n}`. The bot's own clock is moved
 * first, so that due retries reach it at the right time; resolves when these are delivered. `follower`
 * reports whether the bot's clock followed.
 */
export async function moveClock(
  sandbox: Pick<Sandbox, "clock" | "clockUrl" | "courier" | "store">,
  input: unknown,
): Promise<{ ok: true; now: number; follower?: string } | { ok: false; error: string }> {
  const parsed = bodySchema.safeParse(input);
  if (!parsed.success) return { ok: false, error: z.prettifyError(parsed.error) };
  const { clock, store, courier } = sandbox;
  const to = "now" in parsed.data ? Date.parse(parsed.data.now) : clock.now() + parsed.data.advance_ms;
  if (!clock.moveTo(to)) return { ok: false, error: "the clock only moves forward" };
  store.tellClock(clock.now());
  const follower = await tellFollower(sandbox);
  // A delivery in progress may fail and become due again within the same jump.
  await courier.idle();
  await courier.fireDue();
  return { ok: true, now: clock.now(), ...(follower === undefined ? {} : { follower }) };
}

async function tellFollower(sandbox: Pick<Sandbox, "clock" | "clockUrl">): Promise<string | undefined> {
  if (sandbox.clockUrl === "") return undefined;
  const body = JSON.stringify({ now: new Date(sandbox.clock.now()).toISOString() });
  const headers = { "content-type": "application/json; charset=utf-8" };
  const posted = await httpPost(sandbox.clockUrl, body, headers, FOLLOWER_MS);
  return posted.ok ? `HTTP ${posted.status}` : posted.reason;
}
