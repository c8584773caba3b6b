import { isIP } from "node:net";
import type { Context } from "hono";
import { Hono } from "hono/tiny";
import { sendSoon } from "./bot/outbox/drain-outbox.ts";
import type { RehearsalClock } from "./clock.ts";
import type { Deps } from "./deps.ts";
import { moveClock, nextMoment } from "./rehearsal.ts";

/**
 * The routes of a rehearsal's clock. It is moved only by JSON sent to this machine's own name, and from no page of
 * another origin: a browser that shows a stranger's page must not be able to.
 */
export function rehearsalRoutes(deps: Deps, clock: RehearsalClock): Hono {
  const app = new Hono();
  app.get("/rehearsal/clock", async (c) => {
    const next = await nextMoment(deps);
    return c.json({ now: isoTime(clock.now()), next: next === null ? null : isoTime(next) });
  });
  app.post("/rehearsal/clock", async (c) => {
    const foreign = whyForeign(c);
    if (foreign) return c.json({ error: foreign }, 403);
    const moved = await moveClock(deps, clock, await c.req.json().catch(() => null));
    if (!moved.ok) return c.json({ error: moved.error }, 400);
    deps.defer(() => sendSoon(deps));
    return c.json({ now: moved.now });
  });
  return app;
}

/** Why a request may come from somebody else's page; null for one that cannot. */
function whyForeign(c: Context): string | null {
  const host = new URL(c.req.url).host;
  const name = new URL(c.req.url).hostname.replace(/^\[(.*)\]$/, "$1");
  const origin = c.req.header("origin");
  if (!/^application\/json\b/i.test(c.req.header("content-type") ?? ""))
    return "send JSON with content-type application/json";
  // A name with a dot could have been pointed here by anyone (DNS rebinding).
  if (isIP(name) === 0 && name.includes(".")) return `${host} is not known: use localhost or an IP address`;
  if (origin !== undefined && !(URL.canParse(origin) && new URL(origin).host === host))
    return `a page of ${origin} may not move the clock`;
  return null;
}

function isoTime(ms: number): string {
  return new Date(ms).toISOString();
}
