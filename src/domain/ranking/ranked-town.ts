import type { PeriodId } from "../calendar/period.ts";
import type { Town } from "../programme/programme.ts";
import type { Light } from "../scoring/lights.ts";

/** ranked; not_reported: 未报; not_ranked: 不参评 (too little of the weight applies). */
export const STANDINGS = ["ranked", "not_reported", "not_ranked"] as const;

/** One row of a ranking. `delta`: points against last quarter; contributions sum to the score. */
export type RankedTown = {
  town: Town;
  score: number | null;
  rank: number | null;
  previousRank: number | null;
  delta: number | null;
  light: Light;
  contributions: Record<string, number>;
  standing: (typeof STANDINGS)[number];
  /** A figure of this town was found misreported. */
  misreport?: true;
  /** Items of the pack that are not counted, because a department has accepted their blocker. */
  excused?: string[];
};

/** A ranking as published: rows in rank order, unranked towns last in list order. */
export type Ranking = {
  period: PeriodId;
  schemeId: string;
  publishedAt: number;
  rows: RankedTown[];
  /** Whether timeliness was scored, or left out because a year's calendar was unknown. */
  lateness?: "scored" | "calendar_unknown";
};
