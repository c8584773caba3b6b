import type { Frozen } from "../explain/frozen.ts";
import type { PeriodId } from "../period.ts";
import type { AskedQuestion } from "../procedure/question.ts";
import type { Programme } from "../programme.ts";
import type { QuarterRecord, Timetable } from "../quarter/timetable.ts";
import type { Report } from "../report/report.ts";
import type { Task } from "../task/task.ts";
import type { Burden } from "./burden.ts";
import type { DigestRow } from "./rows.ts";
import type { Span } from "./span.ts";
import type { Stale } from "./staleness.ts";

export const DIGEST_KINDS = ["weekly", "monthly", "quarterly"] as const;
export type DigestKind = (typeof DIGEST_KINDS)[number];
/** Every town, or one county's: a county's slug. */
export type Audience = "leading_group" | { county: string };

/** A published ranking; `at`: when. */
export type Told = Frozen & { at: number };

/** Everything a digest is made from, read at one moment; the same for every audience. */
export type DigestInput = {
  programme: Programme;
  kind: DigestKind;
  /** `2026-W47`, `2026-11`, `2026Q3`. */
  period: string;
  span: Span;
  /** The quarter opened last, with its reports. */
  quarter: (QuarterRecord & { id: PeriodId; openedAt: number; reports: Report[] }) | null;
  /** Each town's last approved report. */
  lastApproved: Report[];
  ranking: { now: Told; before: Told | null } | null;
  tasks: Task[];
  /** Open ones, and those answered within the span. */
  questions: AskedQuestion[];
  /** By town, in the span and in the span before. */
  burden: { now: Map<string, Burden>; before: Map<string, Burden> };
  /** Runs of the heartbeat found missed within the span. */
  missed: Array<{ job: string; period: string; dueAt: number }>;
  health: Health;
};

/** `lastRunAt`: the heartbeat's last run before this one. Counts of messages: due for long, and given up within the span. */
export type Health = { lastRunAt: number | null; stuck: number; dead: number };

/** How the quarter's reporting stands. Towns are slugs in list order. */
export type Reporting = {
  period: PeriodId;
  quarter: Timetable;
  total: number;
  approved: number;
  inReview: number;
  returned: number;
  late: string[];
  /** Sent as 补报, which is not ranked. */
  supplements: string[];
  missing: string[];
  /** First sent within the span. */
  fresh: string[];
};

/** A county's mean score of its ranked towns, and the quarter before's; null where none is ranked. */
export type CountyScore = { county: string; towns: number; score: number | null; before: number | null };

export type DigestFacts = {
  kind: DigestKind;
  period: string;
  audience: Audience;
  at: number;
  span: Span;
  reporting: Reporting | null;
  /** What the rank rows speak of; `ranked`: how many places there are in all. */
  ranking: { period: PeriodId; publishedAt: number; ranked: number } | null;
  /** Only in a quarterly digest to the leading group. */
  counties: CountyScore[];
  /** Towns that rose most since the quarter before, and by how many places; only in a quarterly digest. */
  risen: { towns: string[]; places: number } | null;
  rows: DigestRow[];
  burden: { now: Burden; before: Burden };
  missed: DigestInput["missed"];
  stale: Stale[];
};
