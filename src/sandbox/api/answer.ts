import type { Context } from "hono";
import { readJson } from "./read-json.ts";

type Result = { ok: true } | { ok: false; error: string };

/** Runs `work` on the JSON body of a POST to the sandbox's own API; a refusal is answered with HTTP 400. */
export async function answer(
  c: Context,
  work: (body: unknown) => Result | Promise<Result>,
): Promise<Response> {
  const body = await readJson(c);
  if (!body.ok) return body.answer;
  const result = await work(body.json);
  return c.json(result, result.ok ? 200 : 400);
}
