import { type Programme, townBySlug } from "../programme.ts";
import { isDay } from "../read-day.ts";
import { addDays, shanghaiDay } from "../shanghai-time.ts";
import { addWorkingDays } from "../working-days.ts";
import type { Addressee, TaskDraft, TaskStep } from "./task.ts";

// What a task must be before anybody is asked to agree to it, whether typed in a form or read from a file.

export type DraftField = "to" | "area" | "item" | "title" | "owner" | "weight" | "start" | "due" | "steps";
export type DraftProblem = {
  field: DraftField;
  reason:
    | "unknown"
    | "empty"
    | "too_long"
    | "bad_date"
    | "before_start"
    | "not_positive"
    /** A milestone: named twice, out of order by day or share, or outside start..due. */
    | "step_twice"
    | "step_day"
    | "step_share"
    | "step_outside";
  /** The milestone it is about. */
  step?: string;
};

export const LONGEST_TITLE = 100;
export const LONGEST_WORDS = 500;
const LONGEST_POST = 30;
const MOST_STEPS = 12;
/** Working days a 督办 item is given unless somebody says otherwise. */
export const SUPERVISION_DAYS = 5;

/** What is wrong with a draft; empty when it may be put forward. */
export function checkDraft(draft: TaskDraft, programme: Programme): DraftProblem[] {
  const area = programme.areas.find(({ id }) => id === draft.area);
  const dated = isDay(draft.start) && isDay(draft.due);
  return [
    // A year plan is a town's.
    ...found(
      !knows(programme, draft.to) || (draft.kind === "plan" && draft.to.kind !== "town"),
      "to",
      draft.to.slug === "" ? "empty" : "unknown",
    ),
    ...found(draft.area !== null && !area, "area", draft.area === "" ? "empty" : "unknown"),
    ...found(draft.item !== null && !area?.items.some(({ id }) => id === draft.item), "item", "unknown"),
    ...lengthProblems("title", draft.title, LONGEST_TITLE),
    ...lengthProblems("owner", draft.ownerPost, LONGEST_POST),
    ...found(!(draft.weight > 0 && Number.isFinite(draft.weight)), "weight", "not_positive"),
    ...found(!isDay(draft.start), "start", "bad_date"),
    ...found(!isDay(draft.due), "due", "bad_date"),
    ...found(dated && draft.due < draft.start, "due", "before_start"),
    ...(dated ? stepProblems(draft.steps, draft.start, draft.due) : []),
  ];
}

/** Milestones follow one another in days and in shares, between start and due; at the due day all is to be done. */
function stepProblems(steps: readonly TaskStep[], start: string, due: string): DraftProblem[] {
  const about = (reason: DraftProblem["reason"], step: TaskStep): DraftProblem => ({
    field: "steps",
    reason,
    step: step.name,
  });
  if (steps.length > MOST_STEPS) return [{ field: "steps", reason: "too_long" }];
  return steps.flatMap((step, i): DraftProblem[] => {
    const before = steps[i - 1];
    if (step.name.trim() === "") return [about("empty", step)];
    if ([...step.name].length > LONGEST_POST) return [about("too_long", step)];
    if (!isDay(step.due)) return [about("bad_date", step)];
    if (steps.findIndex(({ name }) => name === step.name) < i) return [about("step_twice", step)];
    if (step.due < start || step.due > due) return [about("step_outside", step)];
    if (before && step.due <= before.due) return [about("step_day", step)];
    return step.share > (before?.share ?? 0) && step.share <= 100 ? [] : [about("step_share", step)];
  });
}

/** Whether the pack has this town, county or department. */
function knows(programme: Programme, { kind, slug }: Addressee): boolean {
  switch (kind) {
    case "town":
      return townBySlug(programme, slug) !== undefined;
    case "county":
      return programme.counties.some((county) => county.slug === slug);
    case "department":
      return programme.departments.some((department) => department.slug === slug);
  }
}

/** `n` working days from `now` on; in a year without a calendar the same number of weekdays' worth of calendar days. */
export function dueIn(n: number, now: number): string {
  const today = shanghaiDay(now);
  const answer = addWorkingDays(today, n);
  return answer.known ? answer.day : addDays(today, Math.ceil((n * 7) / 5));
}

function lengthProblems(field: DraftField, text: string, longest: number): DraftProblem[] {
  if (text.trim() === "") return [{ field, reason: "empty" }];
  return found([...text].length > longest, field, "too_long");
}

function found(wrong: boolean, field: DraftField, reason: DraftProblem["reason"]): DraftProblem[] {
  return wrong ? [{ field, reason }] : [];
}
