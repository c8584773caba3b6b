import type { z } from "zod";
import type { Refusal } from "./refusal.ts";

/** The validated fields of a body or query, or the gateway's refusal naming each wrong field (99992402). */
export function readFields<T extends z.ZodType>(
  schema: T,
  input: unknown,
): { ok: true; fields: z.infer<T> } | { ok: false; refusal: Refusal } {
  const parsed = schema.safeParse(input);
  if (parsed.success) return { ok: true, fields: parsed.data };
  const field_violations = parsed.error.issues.map((issue) => ({
    field: issue.path.join("."),
    description: issue.message,
  }));
  const refusal = {
    code: 99992402,
    msg: "field validation failed",
    status: 400,
    error: { field_violations },
  };
  return { ok: false, refusal };
}
