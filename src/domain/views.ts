import type { PeriodId } from "./calendar/period.ts";
import type { CheckupFlag } from "./checkup/checkup-flag.ts";
import type { ShownPhoto } from "./evidence/shown-photo.ts";
import type { Town } from "./programme/programme.ts";
import type { Timetable } from "./quarter/timetable.ts";
import type { FigureStanding } from "./question/may-know.ts";
import type { RankedTown } from "./ranking/ranked-town.ts";
import type { ReportState } from "./report/report.ts";
import type { Flag } from "./report/soft-checks.ts";
import type { Light } from "./scoring/lights.ts";
import type { RankBand } from "./scoring/weight-band.ts";

// View data about towns, shared by cards, dashboard and bulletin.

/** The state of one town's report. */
export type TownState = { town: Town; state: ReportState };

/** The same with how far it has come, for the office's card and for "who has not reported". */
export type ProgressRow = TownState & {
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
  /** The quarter asks the town for nothing: it had left or was paused. */
  excused?: true;
  /** False when the asker may see published figures only; the figures are then the last published ones. */
  current: boolean;
  /** The quarter of the figures below, and how far they have come; null without figures. */
  figuresOf: PeriodId | null;
  standing: FigureStanding | null;
  investment: { plan: number; cumulative: number; scheduled: number; light: Light } | null;
  image: { planned: number; actual: number } | null;
  problems: Array<{ section: string; text: string }>;
  /** The filed photos of the same quarter, the newest first; empty where the reader may not see them. */
  photos: readonly ShownPhoto[];
  /**
   * The published result of the quarter asked about, of the last one where none was named. `ranked`: number of ranked towns; `tied`: the rank is shared; `band`: how much the rank
   * depends on the weights.
   */
  published: { period: PeriodId; row: RankedTown; ranked: number; tied?: boolean; band?: RankBand } | null;
  /** The last published quarters, oldest first. */
  history: Array<{ period: PeriodId; score: number | null; rank: number | null; light: Light }>;
};
