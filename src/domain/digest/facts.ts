import type { PeriodId } from "../calendar/period.ts";
import type { Frozen } from "../explain/frozen.ts";
import type { AskedQuestion } from "../procedure/question.ts";
import type { Programme } from "../programme/programme.ts";
import type { QuarterRecord, Timetable } from "../quarter/timetable.ts";
import type { OwedItem } from "../reminders/owed-item.ts";
import type { Report } from "../report/report.ts";
import type { YearPlan } from "../report/year-plan.ts";
import type { Light } from "../scoring/lights.ts";
import type { Task } from "../task/task.ts";
import type { Burden } from "./burden.ts";
import type { DigestKind } from "./digest-kind.ts";
import type { DigestRow } from "./rows.ts";
import type { Span } from "./span.ts";
import type { Stale } from "./stale.ts";

/** The receiver of a digest: the leading group (every town), or one county by slug. */
export type Audience = "leading_group" | { county: string };

/** A published ranking; `at`: publication time, UTC ms. */
export type PublishedRanking = Frozen & { at: number };

/** Everything a digest is made from, read at one moment; the same for every audience. */
export type DigestInput = {
  programme: Programme;
  kind: DigestKind;
  /** `2026-W47`, `2026-11`, `2026Q3`. */
  period: string;
  span: Span;
  /** The most recently opened quarter, with its reports; `towns`: those it asks, where some left before it was opened. */
  quarter:
    | (QuarterRecord & { id: PeriodId; openedAt: number; reports: Report[]; towns?: ReadonlySet<string> })
    | null;
  /** Cumulative shares of the year's investment, of the towns whose plan for the running quarter's year states them. */
  schedules: ReadonlyMap<string, YearPlan["schedule"]>;
  /** Each town's last approved report. */
  lastApproved: Report[];
  ranking: { now: PublishedRanking; before: PublishedRanking | null } | null;
  tasks: Task[];
  /** Open questions, and those answered within the span. */
  questions: AskedQuestion[];
  /** Steps of records that somebody owes; tasks and questions, which have rows of their own, are not among them. */
  records: OwedItem[];
  /** By town: within the span, and within the span before it. */
  burden: { now: Map<string, Burden>; before: Map<string, Burden> };
  /** Scheduled runs recorded as missed within the span. */
  missed: Array<{ job: string; period: string; dueAt: number }>;
  health: Health;
};

/**
 * `lastRunAt`: the previous run of the heartbeat. Messages: `stuck`, due for long; `dead`, given up within the span.
 */
export type Health = { lastRunAt: number | null; stuck: number; dead: number };

/** Progress of the quarter's reporting. Towns are slugs in list order. */
export type Reporting = {
  period: PeriodId;
  quarter: Timetable;
  total: number;
  approved: number;
  inReview: number;
  returned: number;
  late: string[];
  /** Submitted as 补报, hence not ranked. */
  supplements: string[];
  missing: string[];
  /** First submitted within the span. */
  fresh: string[];
};

/** A town's investment against the schedule: 1 is on schedule; null where it is not known. */
export type Pace = { town: string; ratio: number | null; light: Light };
/** All towns of one quarter, furthest behind first, those without a figure last. */
export type Paces = { period: PeriodId; published: boolean; rows: Pace[] };

/** Mean score of a county's ranked towns in this quarter and the one before; null where no town is ranked. */
export type CountyScore = { county: string; towns: number; score: number | null; before: number | null };

/** All facts of one digest, in the order its card shows them. */
export type DigestFacts = {
  kind: DigestKind;
  period: string;
  audience: Audience;
  at: number;
  span: Span;
  reporting: Reporting | null;
  /** Investment against the schedule, the picture a digest opens with. */
  paces: Paces | null;
  /** The ranking behind the rank rows; `ranked`: number of ranked towns. */
  ranking: { period: PeriodId; publishedAt: number; ranked: number } | null;
  /** Only in a quarterly digest to the leading group. */
  counties: CountyScore[];
  /** The towns with the largest rise since the quarter before, in places; only in a quarterly digest. */
  risen: { towns: string[]; places: number } | null;
  rows: DigestRow[];
  burden: { now: Burden; before: Burden };
  missed: DigestInput["missed"];
  stale: Stale[];
};
