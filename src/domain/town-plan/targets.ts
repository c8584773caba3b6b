import * as z from "zod";

// The projects and items due of a year, as the file of a town's 方案 names them beside its sections.

const percent = z.number();

/** `projects`: total in 万元, planned image progress at the end of each quarter in %. `items`: as in a year's plan. */
export const yearTargetsSchema = z.object({
  projects: z
    .array(
      z.object({
        name: z.string(),
        total: z.number(),
        planned: z.tuple([percent, percent, percent, percent]),
      }),
    )
    .exactOptional(),
  items: z
    .object({
      dueFrom: z.record(z.string(), z.number()),
      notApplicable: z.record(z.string(), z.string()),
    })
    .exactOptional(),
});
export type YearTargets = z.infer<typeof yearTargetsSchema>;
