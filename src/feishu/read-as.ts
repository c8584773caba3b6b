import type * as z from "zod";

/**
 * What a schema reads of outside input; null for anything else. A made-up object whose `length` is no number makes zod's
 * own checks throw, which is one more way of not being it.
 */
export const readAs = <T>(schema: z.ZodType<T>, input: unknown): T | null => {
  try {
    return schema.safeParse(input).data ?? null;
  } catch {
    return null;
  }
};
