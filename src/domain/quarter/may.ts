import type { Role } from "../programme/people.ts";
import type { Stage, Timetable } from "./timetable.ts";

// Who may do what at which stage of a quarter. Rules about a single report are in domain/report.

export const QUARTER_ACTIONS = [
  /** Open the quarter to reports. */
  "open",
  /** Fill in, submit and correct returned cells. Whether a report is still ranked: `takenAs`. */
  "report",
  /** Approve a report or return cells of it. */
  "review",
  /** Reopen an approved report. */
  "reopen",
  /** Remind the towns that have not reported. */
  "urge",
  /** Lock the quarter by hand. */
  "close",
  /** Announce the provisional scores. */
  "announce",
  /** Object to one's own provisional score. */
  "object",
  /** Answer an objection. */
  "answer",
  /** Publish the ranking. */
  "publish",
  /** Correct a figure of the published quarter. */
  "correct",
] as const;
export type QuarterAction = (typeof QUARTER_ACTIONS)[number];

/** The reason for a refusal; cards/text/quarter.ts has the sentence for it. */
export type StageReason =
  | "not_yours"
  | "running"
  | "not_open"
  | "already_open"
  | "before_lock"
  | "locked"
  | "not_provisional"
  | "already"
  | "objection_days"
  | "objections_over"
  | "not_published"
  | "published";

const TOWN: readonly Role[] = ["town_official"];
const OFFICE: readonly Role[] = ["city_office"];
const REVIEWERS: readonly Role[] = ["county_reviewer", "city_office"];

const WHO: Record<QuarterAction, readonly Role[]> = {
  open: OFFICE,
  report: TOWN,
  review: REVIEWERS,
  reopen: OFFICE,
  urge: OFFICE,
  close: OFFICE,
  announce: OFFICE,
  object: TOWN,
  answer: OFFICE,
  publish: OFFICE,
  correct: OFFICE,
};

type Entry = StageReason | null;
const row = (
  opening: Entry,
  open: Entry,
  late: Entry,
  locked: Entry,
  provisional: Entry,
  objections: Entry,
  published: Entry,
): Record<Stage, Entry> => ({ opening, open, late, locked, provisional, objections, published });

/** Null: allowed. The office's `before_lock` no longer applies once every town is approved (`steps.ts`). */
const WHEN: Record<QuarterAction, Record<Stage, Entry>> = {
  // biome-ignore format: one column for each stage.
  open: row(null, "already_open", "already_open", "already_open", "already_open", "already_open", "already_open"),
  report: row("not_open", null, null, null, null, null, null),
  review: row("not_open", null, null, null, null, null, null),
  reopen: row("not_open", null, null, null, null, null, "published"),
  urge: row("not_open", null, null, "locked", "locked", "locked", "published"),
  close: row("not_open", "before_lock", "before_lock", null, "already", "already", "published"),
  announce: row("not_open", "before_lock", "before_lock", null, "already", "already", "published"),
  // biome-ignore format: one column for each stage.
  object: row("not_provisional", "not_provisional", "not_provisional", "not_provisional", null, "objections_over", "objections_over"),
  // biome-ignore format: one column for each stage.
  answer: row("not_provisional", "not_provisional", "not_provisional", "not_provisional", null, null, null),
  publish: row("not_open", "before_lock", "before_lock", null, "objection_days", null, "published"),
  // biome-ignore format: one column for each stage.
  correct: row("not_published", "not_published", "not_published", "not_published", "not_published", "not_published", null),
};

/** Why this role may not do it at the quarter's present stage; null when it may. */
export function refuse(
  action: QuarterAction,
  role: Role,
  { stage, over }: Pick<Timetable, "stage" | "over">,
): StageReason | null {
  if (!WHO[action].includes(role)) return "not_yours";
  const why = WHEN[action][stage];
  const isEarly = stage === "opening" && !over && (action === "open" || why === "not_open");
  return isEarly ? "running" : why;
}
