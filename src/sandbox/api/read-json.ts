import type { Context } from "hono";

/**
 * The JSON body of a call of the sandbox's own API. The content type must be JSON: a page of another origin
 * can send that only after a CORS preflight.
 */
export async function readJson(
  c: Context,
): Promise<{ ok: true; json: unknown } | { ok: false; answer: Response }> {
  const isJson = /^application\/json\b/i.test(c.req.header("content-type") ?? "");
  const json: unknown = isJson ? await c.req.json().catch(() => undefined) : undefined;
  if (json !== undefined) return { ok: true, json };
  const error = "the body must be JSON, with content-type application/json";
  return { ok: false, answer: c.json({ ok: false, error }, 400) };
}
