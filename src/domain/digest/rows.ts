import type { Debtor } from "../reminders/owed-item.ts";
import type { SectionId } from "../report/content.ts";
import type { Light } from "../scoring/lights.ts";
import type { Addressee } from "../task/task.ts";

// The rows of a digest. Each has a subject a leader can ask a town about; its id identifies that subject.

/** The latest question about a row. `since`: day asked; `days`: working days since then (null: no calendar). */
export type Asked = { text: string; since: string; days: number | null; answer: string | null };

type Base = {
  /** `2026Q3/qikou`, `2026Q2/qikou/rank`, a task's id: one subject has one id in every digest. */
  id: string;
  /** The row counts as changed when this differs; one more day of waiting is no change. */
  mark: string;
  /** The town that can be asked; null for a row of a department or of no town. */
  town: string | null;
  asked: Asked | null;
};

/**
 * A report owed after its due day: never submitted, and past the lock no longer to be ranked, or returned and not
 * resubmitted.
 */
export type ReportRow = Base & {
  kind: "report";
  state: "missing" | "unranked" | "returned";
  days: number | null;
};
/** A town's published place. `why`: the indicators that moved its score; `passedBy`: towns that overtook it. */
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
/** An overdue task or 督办 item. `days`: working days overdue. */
export type RedRow = OfTask & { kind: "red"; percent: number; due: string; days: number | null };
/** An item blocked by a department that has been asked to help or is helping. `days`: working days since. */
export type BlockedRow = OfTask & {
  kind: "blocked";
  department: string;
  accepted: boolean;
  reason: string;
  days: number | null;
};
/** A milestone that is due soon, or past and not reached. `share`: % due to be done by then. */
export type StepRow = OfTask & { kind: "step"; step: string; due: string; percent: number; share: number };
/** What a town announced as its next step in its last approved report, verbatim. */
export type PromiseRow = Base & { kind: "promise"; section: SectionId; text: string; due: string };
/** A question about a subject the digest does not list. `title`: the task's title, if it concerns one. */
export type QuestionRow = Base & { kind: "question"; about: string; title: string };
/** An overdue step of a record of any procedure. `days`: working days overdue. */
export type OwedRow = Base & {
  kind: "owed";
  owes: Debtor;
  title: string;
  titleEn: string;
  due: string;
  days: number | null;
};
/** A task closed within the span. */
export type ClosedRow = OfTask & { kind: "closed" };

export type DigestRow =
  | ReportRow
  | RankRow
  | RedRow
  | BlockedRow
  | StepRow
  | PromiseRow
  | QuestionRow
  | OwedRow
  | ClosedRow;

/** The groups of rows, in the order they are shown. */
export const ROW_GROUPS = [
  ["report"],
  ["red"],
  ["blocked"],
  ["owed"],
  ["question"],
  ["promise", "step"],
  ["rank"],
  ["closed"],
] as const satisfies ReadonlyArray<ReadonlyArray<DigestRow["kind"]>>;
