import type { Context } from "hono";
import { readJson } from "./read-json.ts";

type Result = { ok: true } | { ok: false; error: string };

/** Answers a POST of the sandbox's own API with what `work` makes of its body; a refusal is HTTP 400. */
export async function answer(
  c: Context,
  work: (body: unknown) => Result | Promise<Result>,
): Promise<Response> {
  const body = await readJson(c);
  if (!body.ok) return body.answer;
  const result = await work(body.json);
  return c.json(result, result.ok ? 200 : 400);
}
