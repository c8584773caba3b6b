import type { CheckupFlag } from "./checkup/checkup-flag.ts";
import type { PeriodId } from "./period.ts";
import type { Town } from "./programme.ts";
import type { Timetable } from "./quarter/timetable.ts";
import type { FigureStanding } from "./question/may-know.ts";
import type { ReportState } from "./report/report.ts";
import type { Flag } from "./report/soft-checks.ts";
import type { Light } from "./scoring/lights.ts";
import type { RankBand } from "./scoring/weight-band.ts";

// View data about towns, shared by cards, dashboard and bulletin.

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

/** The state of one town's report, for the office's card and for "who has not reported". */
export type ProgressRow = {
  town: Town;
  state: ReportState;
  /** `at`: UTC ms of the last step; the others: sections done, of how many. */
  at: number | null;
  done: number;
  sections: number;
  /** Working days late of the first submission; absent when on time, not submitted, or unknown. */
  late?: number;
  /** The report is a 补报: not ranked. */
  supplement?: true;
};

/** A summary of the check-up: each town's questions, what was compared, and flags about all towns together. */
export type CheckupOverview = {
  towns: Array<{ town: Town; asked: Flag[]; compared: CheckupFlag[] }>;
  all: CheckupFlag[];
};

/** A summary of one town. Figures in 万元 and %; null where unknown or not visible to the asker. */
export type TownStatus = {
  town: Town;
  period: PeriodId;
  quarter: Timetable;
  state: ProgressRow["state"];
  /** The quarter's report is a 补报: not ranked, and visible to its own town and reviewers only. */
  supplement?: true;
  /** False when the asker may see published figures only; the figures are then the last published ones. */
  current: boolean;
  /** The quarter of the figures below, and how far they have come; null without figures. */
  figuresOf: PeriodId | null;
  standing: FigureStanding | null;
  investment: { plan: number; cumulative: number; scheduled: number; light: Light } | null;
  image: { planned: number; actual: number } | null;
  problems: Array<{ section: string; text: string }>;
  /**
   * The published result of the quarter asked about, of the last one where none was named. `ranked`: number of ranked towns; `tied`: the rank is shared; `band`: how much the rank
   * depends on the weights.
   */
  published: { period: PeriodId; row: RankedTown; ranked: number; tied?: boolean; band?: RankBand } | null;
  /** Published quarters, oldest first. */
  history: Array<{ period: PeriodId; score: number | null; rank: number | null }>;
};
