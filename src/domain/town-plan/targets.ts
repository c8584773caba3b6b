import * as z from "zod";
import { foldName } from "../places/place-index.ts";
import type { Values } from "../procedure/record.ts";

// The projects, items due and tasks of a year, as the yearly arrangement of a town's 方案 names them.

const percent = z.number();

/** A year task, as its form has it; `item`: the pack's item it implements, null where a card named it. */
export const plannedTaskSchema = z.object({
  area: z.string(),
  item: z.string().nullable(),
  title: z.string(),
  owner: z.string(),
  weight: z.number(),
  start: z.string(),
  due: z.string(),
  steps: z.string(),
  evidence_needed: z.string(),
});
export type PlannedTask = z.infer<typeof plannedTaskSchema>;

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
  tasks: z.array(plannedTaskSchema).exactOptional(),
});
export type YearTargets = z.infer<typeof yearTargetsSchema>;

/** The targets in a record's or version's values; empty where it has none. */
export function targetsIn({ targets }: Values): YearTargets {
  return yearTargetsSchema.nullable().parse(targets ?? null) ?? {};
}

/** Whether two name the same task. */
export function sameTask(one: PlannedTask, other: PlannedTask): boolean {
  return one.area === other.area && one.item === other.item && foldName(one.title) === foldName(other.title);
}
