import type { PeriodId } from "../period.ts";
import type { Programme } from "../programme.ts";
import type { YearPlan } from "./year-plan.ts";

// What one town reports for one quarter: six (or however many) content areas, the money, the visible progress.

/** Words of an area; each at most 1,000 characters. */
export type Words = { progress: string; next: string; problem: string };
/** `items`: item id -> % done (0 not started, 100 finished), only the items due by this quarter. */
export type AreaContent = { items: Record<string, number>; words: Words };
/** `plan` and `cumulative` (this year so far) in 万元; `sources`: fund source id -> 万元 of the cumulative sum. */
export type Investment = {
  plan: number | null;
  cumulative: number | null;
  sources: Record<string, number>;
  words: string;
};
/** `total` in 万元 over the project's life; `planned` and `actual` image progress in %. */
export type Project = {
  id: string;
  name: string;
  total: number | null;
  planned: number | null;
  actual: number | null;
};
export type Image = { projects: Project[]; words: string };
export type ReportContent = { areas: Record<string, AreaContent>; investment: Investment; image: Image };

/** Everything a rule may ask about around one report. `earlier`: this town's approved quarters, oldest first. */
export type Basis = {
  programme: Programme;
  town: string;
  period: PeriodId;
  plan: YearPlan;
  earlier: Array<{ period: PeriodId; content: ReportContent }>;
};

export const INVESTMENT = "investment";
export const IMAGE = "image";
/** An area's id, `investment` or `image`. */
export type SectionId = string;

/** The report's sections in the order they are shown. */
export function sectionsOf(programme: Pick<Programme, "areas">): SectionId[] {
  return [...programme.areas.map((area) => area.id), INVESTMENT, IMAGE];
}
