import type { Role } from "../people.ts";
import type { Stage, Timetable } from "./timetable.ts";

// Who may do what in which stage of a quarter. What a single report allows beside that is decided with the report.

export const QUARTER_ACTIONS = [
  /** Open the quarter to reports. */
  "open",
  /** Fill in, submit, mend what was sent back. Whether it still counts for the ranking: `takenAs`. */
  "report",
  /** Approve a report or send cells of it back. */
  "review",
  /** Open an approved report again. */
  "reopen",
  /** Urge the towns that have not reported. */
  "urge",
  /** Estimate places from what is filled in so far. */
  "estimate",
  /** Lock the quarter by hand. */
  "close",
  /** Announce the provisional scores. */
  "announce",
  /** Object to the own provisional score. */
  "object",
  /** Answer an objection. */
  "answer",
  /** Publish the ranking. */
  "publish",
  /** Correct a figure of the published quarter. */
  "correct",
] as const;
export type QuarterAction = (typeof QUARTER_ACTIONS)[number];

/** Why not, in a word; cards/text/quarter.ts says it in a sentence that leads on. */
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
  estimate: ["town_official", "town_principal", "county_reviewer", "city_office", "leader", "department"],
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

/** Null: may. `before_lock` of the office's steps gives way once every town is approved (`steps.ts`). */
const WHEN: Record<QuarterAction, Record<Stage, Entry>> = {
  // biome-ignore format: a table is read by its columns.
  open: row(null, "already_open", "already_open", "already_open", "already_open", "already_open", "already_open"),
  report: row("not_open", null, null, null, null, null, null),
  review: row("not_open", null, null, null, null, null, null),
  reopen: row("not_open", null, null, null, null, null, "published"),
  urge: row("not_open", null, null, "locked", "locked", "locked", "published"),
  estimate: row("not_open", null, null, "locked", "locked", "locked", "published"),
  close: row("not_open", "before_lock", "before_lock", null, "already", "already", "published"),
  announce: row("not_open", "before_lock", "before_lock", null, "already", "already", "published"),
  // biome-ignore format: a table is read by its columns.
  object: row("not_provisional", "not_provisional", "not_provisional", "not_provisional", null, "objections_over", "objections_over"),
  // biome-ignore format: a table is read by its columns.
  answer: row("not_provisional", "not_provisional", "not_provisional", "not_provisional", null, null, null),
  publish: row("not_open", "before_lock", "before_lock", null, "objection_days", null, "published"),
  // biome-ignore format: a table is read by its columns.
  correct: row("not_published", "not_published", "not_published", "not_published", "not_published", "not_published", null),
};

/** Why somebody of this role may not do it in the quarter's present stage; null when they may. */
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
