import * as z from "zod";

/** A figure the office found misreported; units as the indicator's. */
export const misreportFindingSchema = z.object({
  town: z.string(),
  indicator: z.string(),
  claimed: z.number(),
  found: z.number(),
});
export type MisreportFinding = z.infer<typeof misreportFindingSchema>;
