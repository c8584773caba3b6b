import { isIP } from "node:net";
import { createMiddleware } from "hono/factory";

/**
 * Refuses requests a page of somebody else's could have made a browser send: under a name that anyone may point at this
 * machine (DNS rebinding), or from another origin. An IP address, `localhost` and names without a dot, as containers
 * have, are this machine's own.
 */
export const refuseForeign = createMiddleware(async (c, next) => {
  const host = c.req.header("host") ?? "";
  const origin = c.req.header("origin");
  const wrong = !isOwnHost(host)
    ? `the host ${host} is not known: use localhost or an IP address`
    : origin !== undefined && !isOf(origin, host)
      ? `a page of ${origin} may not use the sandbox`
      : undefined;
  if (wrong !== undefined) return c.json({ ok: false, error: wrong }, 403);
  await next();
});

function isOwnHost(host: string): boolean {
  const name = host.replace(/:\d*$/, "").replace(/^\[(.*)\]$/, "$1");
  return name !== "" && (isIP(name) !== 0 || !name.includes(".") || /\.localhost$/i.test(name));
}

function isOf(origin: string, host: string): boolean {
  return URL.canParse(origin) && new URL(origin).host === host.toLowerCase();
}
