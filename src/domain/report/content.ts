import type { PeriodId } from "../period.ts";
import type { Programme } from "../programme.ts";
import type { YearPlan } from "./year-plan.ts";

// What one town reports for one quarter: six (or however many) content areas, the money, the visible progress.

/** Words of an area; each at most 1,000 characters. */
export type Words = { progress: string; next: string; problem: string };
/** `items`: item id -> % done (0 not started, 100 finished), only the items due by this quarter. */
export type AreaContent = { items: Record<string, number>; words: Words };
export type Investment = {
  /** The year's plan, 万元. */
  plan: number | null;
  /** This year so far, 万元: as a person gave it, or following what `derived` names. */
  cumulative: number | null;
  /** What the cumulative follows from while nobody gave it. Absent: a person did (so do reports of earlier releases). */
  derived?: "quarter" | "sources";
  /** This quarter alone, 万元, where a person gave it; without it, it is what the cumulative grew by. */
  quarter?: number;
  /** Fund source id -> 万元 of the cumulative sum. */
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
