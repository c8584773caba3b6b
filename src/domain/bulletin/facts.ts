import type { PeriodId } from "../calendar/period.ts";
import type { RankBands } from "../explain/bands.ts";
import type { ProcedureRecord } from "../procedure/record.ts";
import type { Programme } from "../programme/programme.ts";
import type { Publication } from "../ranking/publication.ts";
import type { STANDINGS } from "../ranking/ranked-town.ts";
import type { ReportContent } from "../report/content.ts";
import type { ScoreTerm } from "../scoring/explain-change.ts";
import type { Light } from "../scoring/lights.ts";
import type { Addressee } from "../task/task.ts";
import type { Mending } from "../visit/rectification.ts";

// The facts of a quarter's 通报: every figure of the frozen result, and what was reported and demanded beside it.

/**
 * What a bulletin is made from. `before`: the result of the quarter before. `approved`: contents of the quarter's approved
 * reports by town, `earlier`: those of the same year and before, oldest first. `records`: every 督办 item and year task.
 * `listed`: the decided red and black list; null while none is decided. `visited`: null where nobody inspected. `today`: `YYYY-MM-DD`.
 */
export type BulletinInput = {
  programme: Programme;
  now: Publication;
  before: Publication | null;
  approved: ReadonlyMap<string, ReportContent>;
  earlier: ReadonlyMap<string, ReadonlyArray<{ period: PeriodId; content: ReportContent }>>;
  bands: RankBands | null;
  records: readonly ProcedureRecord[];
  mendings: readonly Mending[];
  visited: Visited | null;
  listed: { red: string[]; black: string[]; exempt: string[] } | null;
  today: string;
};

/**
 * The inspections of the quarter: how many, in how many towns, what they found to be mended, how much of it is closed, and
 * what they praised.
 */
export type Visited = {
  visits: number;
  towns: number;
  found: number;
  closed: number;
  praised: Array<{ town: string; words: string }>;
};

/** One town of the frozen result. Amounts in 万元, progress in %; `due`: scheduled to be invested by now. */
export type BulletinTown = {
  town: string;
  rank: number | null;
  previousRank: number | null;
  score: number | null;
  light: Light;
  standing: (typeof STANDINGS)[number];
  plan: number | null;
  invested: number | null;
  due: number | null;
  actual: number | null;
  planned: number | null;
  /** Working days; null where lateness was not scored. */
  daysLate: number | null;
  /** The places between which the town would stand if the weights were somewhat different. */
  band: { from: number; to: number } | null;
};

/** Sums over all towns; `ofPlan`: of those whose plan and investment are both known. */
export type WholeFacts = {
  expected: number;
  reported: number;
  /** Null where lateness was not scored. */
  onTime: number | null;
  missing: string[];
  invested: number;
  ofPlan: { towns: number; invested: number; plan: number; due: number } | null;
  /** Means over the towns with projects, %. */
  image: { towns: number; actual: number; planned: number } | null;
  lights: Record<Light, number>;
};

/** A content area: due items and how much of them is done, over all towns; the town furthest on, and what it did. */
export type AreaFacts = {
  area: string;
  done: number;
  due: number;
  best: { towns: string[]; share: number; words: string | null } | null;
};

/** A town that changed its place, with the indicators that moved its score most. */
export type Move = { town: string; from: number; to: number; reasons: ScoreTerm[] };

/** A 督办 item that is not closed. `number`: `2026/3`, the third of its year; `overdue`: past its day. */
export type Demand = {
  id: string;
  number: string;
  to: Addressee;
  title: string;
  due: string;
  overdue: boolean;
  /** The problem it was made from: `2026Q3/qikou/roads`; or "". */
  ref: string;
};

/** A problem by kind. `since`: the first quarter in which it was reported in the same words. */
export type Problem =
  | { kind: "unreported"; town: string; again: boolean }
  | { kind: "late"; town: string; days: number }
  | { kind: "investment"; town: string; invested: number; due: number }
  | { kind: "image"; town: string; actual: number; planned: number }
  | { kind: "area"; town: string; area: string; words: string; since: PeriodId; demand: Demand | null }
  | { kind: "overdue"; to: Addressee; title: string; due: string; demand: Demand | null }
  | { kind: "inspection"; town: string; finding: string; until: string | null; late: boolean }
  | { kind: "misreport"; town: string; indicator: string; claimed: number; found: number };

export type BulletinFacts = {
  period: PeriodId;
  towns: BulletinTown[];
  whole: WholeFacts;
  areas: AreaFacts[];
  /** The furthest on against the schedule; null where it is not known of any. */
  bestInvested: { town: string; invested: number; due: number } | null;
  bestImage: { town: string; actual: number; planned: number } | null;
  /** Null without the result of the quarter before. */
  moves: { up: Move[]; down: Move[] } | null;
  praised: string[];
  reminded: string[];
  exempt: string[];
  visited: Visited | null;
  problems: Problem[];
  demands: Demand[];
};
