import * as z from "zod";

const percent = z.number();

/** A town's plan for one year, kept by the city office. Unknown values are null and asked for once. */
export const yearPlanSchema = z.object({
  /** Planned investment of the year, 万元. */
  investment: z.number().nullable(),
  /**
   * Item id -> the quarter (1 to 4) from which it is due; items not listed are not due. Null: every item of the pack.
   */
  dueFrom: z.record(z.string(), z.number()).nullable(),
  /** Works projects: total in 万元, planned image progress at the end of each quarter in %. */
  projects: z.array(
    z.object({
      id: z.string(),
      name: z.string(),
      total: z.number(),
      planned: z.tuple([percent, percent, percent, percent]),
    }),
  ),
});

export type YearPlan = z.infer<typeof yearPlanSchema>;
