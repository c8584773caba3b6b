import * as z from "zod/mini";

const failure = z.object({
  step: z.string(),
  at: z.number(),
  who: z.exactOptional(z.string()),
  did: z.string(),
  ok: z.boolean(),
  message_id: z.exactOptional(z.string()),
  error: z.exactOptional(z.string()),
  card: z.exactOptional(z.string()),
  ms: z.number(),
});

export const runShape = z.object({
  id: z.string(),
  title: z.string(),
  status: z.enum(["playing", "done", "failed", "stopped"]),
  started_at: z.number(),
  ended_at: z.exactOptional(z.number()),
  played: z.number(),
  total: z.number(),
  chapter: z.exactOptional(
    z.object({ text: z.string(), text_en: z.string(), as: z.exactOptional(z.string()) }),
  ),
  failure: z.exactOptional(failure),
  ms: z.number(),
});

/** The answer of `GET /sandbox/scripts`. */
export const scriptsShape = z.object({
  offered: z.array(z.object({ title: z.string(), title_en: z.string() })),
  scripts: z.array(runShape),
});
