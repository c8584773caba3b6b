import type { PeriodId } from "../period.ts";
import type { Programme } from "../programme.ts";

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

/** A town's plan for one year, kept by the city office. Anything unknown is null and is asked once. */
export type YearPlan = {
  /** Year's planned investment, 万元. */
  investment: number | null;
  /** Item id -> the quarter (1 to 4) from which it is due; items not named are not due. Null: every item of the pack. */
  dueFrom: Record<string, number> | null;
  projects: Array<{ id: string; name: string; total: number; planned: [number, number, number, number] }>;
  /** The year-end appraisal, 0 to 100, once the office has entered it; it counts for the year alone. */
  appraisal?: number;
};

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
