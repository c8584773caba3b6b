import * as z from "zod/mini";

/** `error` is empty when there was no answer, or an unreadable one. */
export type Refusal = { ok: false; error: string };

const refusalShape = z.object({ error: z.string() });

/**
 * Calls the sandbox's own API: POST with a body, otherwise GET. A refusal or missing answer is returned, not
 * thrown.
 */
export async function ask<Shape extends z.ZodMiniType>(
  path: string,
  shape: Shape,
  body?: unknown,
): Promise<{ ok: true; answer: z.output<Shape> } | Refusal> {
  try {
    const response = await fetch(path, body === undefined ? {} : posted(body));
    const answer: unknown = await response.json();
    const known = z.safeParse(shape, answer);
    if (response.ok && known.success) return { ok: true, answer: known.data };
    const refusal = z.safeParse(refusalShape, answer);
    return { ok: false, error: refusal.success ? refusal.data.error : "" };
  } catch {
    return { ok: false, error: "" };
  }
}

function posted(body: unknown): RequestInit {
  return {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify(body),
  };
}
