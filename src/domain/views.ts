import type { CheckupFlag } from "./checkup/checkup-flag.ts";
import type { PeriodId } from "./period.ts";
import type { Town } from "./programme.ts";
import type { Timetable } from "./quarter/timetable.ts";
import type { ReportState } from "./report/report.ts";
import type { Flag } from "./report/soft-checks.ts";
import type { Light } from "./scoring/lights.ts";
import type { RankBand } from "./scoring/weight-band.ts";

// What the programme says about towns, ready to be drawn: the shapes cards, dashboard and bulletin share.

/** ranked; 未报; 不参评 (too little of the weight applies). */
export const STANDINGS = ["ranked", "not_reported", "not_ranked"] as const;

/** One line of a ranking. `delta`: points against last quarter; contributions add up to the score. */
export type RankedTown = {
  town: Town;
  score: number | null;
  rank: number | null;
  previousRank: number | null;
  delta: number | null;
  light: Light;
  contributions: Record<string, number>;
  standing: (typeof STANDINGS)[number];
  /** The office found a figure of this town misreported. */
  misreport?: true;
  /** Items of the pack not counted: blocked, and a department has accepted to clear the way. */
  excused?: string[];
};

/** A ranking as published: rows in rank order, unranked towns last in list order. */
export type Ranking = {
  period: PeriodId;
  schemeId: string;
  publishedAt: number;
  rows: RankedTown[];
  /** Whether timeliness was scored, or left out because a year's calendar was not known. */
  lateness?: "scored" | "calendar_unknown";
};

/** Where one town's report stands, for the office's card and for "who has not reported". */
export type ProgressRow = {
  town: Town;
  state: ReportState;
  /** UTC ms of the last step, and sections done of all. */
  at: number | null;
  done: number;
  sections: number;
  /** Working days late of the first submission; absent when it was on time, is not there yet or cannot be judged. */
  late?: number;
  /** It is a 补报: not ranked. */
  supplement?: true;
};

/** The check-up at a glance: each town's own questions and what was compared, and what is noticed about all together. */
export type CheckupOverview = {
  towns: Array<{ town: Town; asked: Flag[]; compared: CheckupFlag[] }>;
  all: CheckupFlag[];
};

/** One town at a glance. Figures in 万元 and %; null where nobody has said yet or the asker may not see. */
export type TownStatus = {
  town: Town;
  period: PeriodId;
  quarter: Timetable;
  state: ProgressRow["state"];
  /** The quarter's report is a 补报: not ranked, and nobody else's to see. */
  supplement?: true;
  /** False when the asker may see only what is published: then the figures are the last published ones. */
  current: boolean;
  /** The quarter the figures below speak of. */
  figuresOf: PeriodId | null;
  investment: { plan: number; cumulative: number; scheduled: number; light: Light } | null;
  image: { planned: number; actual: number } | null;
  problems: Array<{ section: string; text: string }>;
  /**
   * The last published result; `ranked`: how many are ranked, `tied`: whether another one has the same rank, `band`: how
   * far that rank depends on the weights.
   */
  published: { period: PeriodId; row: RankedTown; ranked: number; tied?: boolean; band?: RankBand } | null;
  /** Published quarters, oldest first. */
  history: Array<{ period: PeriodId; score: number | null; rank: number | null }>;
};
