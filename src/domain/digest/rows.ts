import type { SectionId } from "../report/content.ts";
import type { Light } from "../scoring/lights.ts";
import type { Addressee } from "../task/task.ts";

// The lines of a digest. Each stands for one thing a leader may ask a town about; its id is what a question is about.

/** The latest question about a row: `since` the day it was asked, `days` working days ago (null: no calendar). */
export type Asked = { text: string; since: string; days: number | null; answer: string | null };

type Base = {
  /** `2026Q3/qikou`, `2026Q2/qikou/rank`, a task's id: the same thing has the same id in every digest. */
  id: string;
  /** What has to differ for the row to count as changed; a day more of waiting is no change. */
  mark: string;
  /** The town that can be asked; null where it is nobody's or a department's. */
  town: string | null;
  asked: Asked | null;
};

/** A report still owed after its due day: never sent, or sent back and not sent again. */
export type ReportRow = Base & { kind: "report"; state: "missing" | "returned"; days: number | null };
/** A town's published place. `why`: the indicators that moved its score; `passedBy`: towns now in front. */
export type RankRow = Base & {
  kind: "rank";
  rank: number | null;
  previousRank: number | null;
  tied: boolean;
  score: number | null;
  delta: number | null;
  light: Light;
  standing: "ranked" | "not_reported" | "not_ranked";
  why: Array<{ id: string; points: number }>;
  passedBy: string[];
};
type OfTask = Base & { to: Addressee; county: string | null; title: string };
/** A task or 督办 item past its due day. `days`: working days overdue. */
export type RedRow = OfTask & { kind: "red"; percent: number; due: string; days: number | null };
/** An item a department holds up: asked to help, or helping. `days`: working days since. */
export type BlockedRow = OfTask & {
  kind: "blocked";
  department: string;
  accepted: boolean;
  reason: string;
  days: number | null;
};
/** A milestone that is due soon or past and not reached. `share`: % that should be done by then. */
export type StepRow = OfTask & { kind: "step"; step: string; due: string; percent: number; share: number };
/** What a town said it would do next, in its last approved report, word for word. */
export type PromiseRow = Base & { kind: "promise"; section: SectionId; text: string; due: string };
/** A question about something the digest does not list; `title`: the task's, when it is about one. */
export type QuestionRow = Base & { kind: "question"; about: string; title: string };
export type ClosedRow = OfTask & { kind: "closed" };

export type DigestRow =
  | ReportRow
  | RankRow
  | RedRow
  | BlockedRow
  | StepRow
  | PromiseRow
  | QuestionRow
  | ClosedRow;

/** Rows belong together in the order they are shown. */
export const ROW_GROUPS = [
  ["report"],
  ["red"],
  ["blocked"],
  ["question"],
  ["promise", "step"],
  ["rank"],
  ["closed"],
] as const satisfies ReadonlyArray<ReadonlyArray<DigestRow["kind"]>>;
