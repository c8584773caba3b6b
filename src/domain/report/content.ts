import * as z from "zod";
import type { PeriodId } from "../calendar/period.ts";
import type { Programme } from "../programme/programme.ts";
import { schemeColumns } from "../scoring/scheme-tree.ts";
import type { YearPlan } from "./year-plan.ts";

// The content of one town's report for a quarter: content areas, investment, image progress.

/** The texts of an area, each at most 1,000 characters. */
const wordsSchema = z.object({ progress: z.string(), next: z.string(), problem: z.string() });
/** `items`: item id -> % done (0 not started, 100 finished), for the items due by this quarter. */
const areaSchema = z.object({
  items: z.record(z.string(), z.number()),
  /** The items whose % follows the ledger of the area. Absent when people gave all of them. */
  derived: z.array(z.string()).exactOptional(),
  words: wordsSchema,
});
export const investmentSchema = z.object({
  /** The year's plan, 万元. */
  plan: z.number().nullable(),
  /** This year so far, 万元: as a person gave it, or derived as `derived` says. */
  cumulative: z.number().nullable(),
  /** What the cumulative is derived from. Absent when a person gave it (and in reports of earlier releases). */
  derived: z.enum(["quarter", "sources"]).exactOptional(),
  /** This quarter alone, 万元, as a person gave it; when absent it is the growth of the cumulative sum. */
  quarter: z.number().exactOptional(),
  /** Fund source id -> 万元 of the cumulative sum. */
  sources: z.record(z.string(), z.number()),
  /** Figures of the pack's own fields, by id. */
  more: z.record(z.string(), z.number()).exactOptional(),
  /** Those of them that follow a ledger. Absent when people gave all of them. */
  byLedger: z.array(z.string()).exactOptional(),
  words: z.string(),
});
/** `total` in 万元 over the project's life; `planned` and `actual` image progress in %. */
const projectSchema = z.object({
  id: z.string(),
  name: z.string(),
  total: z.number().nullable(),
  planned: z.number().nullable(),
  actual: z.number().nullable(),
  /** Figures of the pack's own fields, by id. */
  more: z.record(z.string(), z.number()).exactOptional(),
});
const imageSchema = z.object({ projects: z.array(projectSchema), words: z.string() });

export const contentSchema = z.object({
  areas: z.record(z.string(), areaSchema),
  investment: investmentSchema,
  image: imageSchema,
});

export type Words = z.infer<typeof wordsSchema>;
export type AreaContent = z.infer<typeof areaSchema>;
export type Investment = z.infer<typeof investmentSchema>;
export type Project = z.infer<typeof projectSchema>;
export type ReportContent = z.infer<typeof contentSchema>;

/**
 * The context the rules need about a report. `earlier`: this town's approved quarters, oldest first. What the town's ledgers
 * say, absent where nobody looked: `recorded`: % done by item; `figures`: by the pack's field of the investment.
 */
export type Basis = {
  programme: Programme;
  town: string;
  period: PeriodId;
  plan: YearPlan;
  earlier: Array<{ period: PeriodId; content: ReportContent }>;
  recorded?: ReadonlyMap<string, number>;
  figures?: ReadonlyMap<string, number>;
};

export const INVESTMENT = "investment";
export const IMAGE = "image";
/** An area's id, `investment` or `image`. */
export type SectionId = string;

type Sections = Pick<Programme, "areas" | "fields" | "scheme">;
const asked = new WeakMap<Sections, SectionId[]>();

/**
 * The report's sections in the order they are shown: those the pack's scheme reads a figure of, or of which the pack
 * asks for figures of its own.
 */
export function sectionsOf(programme: Sections): SectionId[] {
  const known = asked.get(programme);
  if (known) return known;
  const read = new Set(schemeColumns(programme.scheme));
  const own = (of: "investment" | "project") => programme.fields.some((field) => field.of === of);
  const sections = [
    ...programme.areas.map(({ id }) => id).filter((id) => read.has(`${id}.done`) || read.has(`${id}.due`)),
    ...(read.has("invested") || read.has("invested_due") || own("investment") ? [INVESTMENT] : []),
    ...(read.has("image_actual") || read.has("image_planned") || own("project") ? [IMAGE] : []),
  ];
  asked.set(programme, sections);
  return sections;
}
