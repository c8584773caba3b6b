import * as z from "zod";

const percent = z.number();
const share = z.number();

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
  /** Cumulative share (0 to 1) of the year's investment due by the end of each quarter; absent: the pack's schedule. */
  schedule: z.tuple([share, share, share, share]).exactOptional(),
  /** Items declared not applicable this year, with the reason: item id -> reason. They are not due. */
  notApplicable: z.record(z.string(), z.string()).exactOptional(),
});

export type YearPlan = z.infer<typeof yearPlanSchema>;
