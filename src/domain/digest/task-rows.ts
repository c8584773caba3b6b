import { addDays, shanghaiDay } from "../calendar/shanghai-time.ts";
import { workingDaysBetween } from "../calendar/working-days.ts";
import type { Programme } from "../programme/programme.ts";
import { isExcused, isOverdue } from "../task/lights.ts";
import { type Addressee, countyOfTask, type Task } from "../task/task.ts";
import { taskRowId } from "./about.ts";
import type { DigestInput } from "./facts.ts";
import type { BlockedRow, ClosedRow, RedRow, StepRow } from "./rows.ts";

type TaskRow = RedRow | BlockedRow | StepRow | ClosedRow;

/** Days ahead in which a milestone counts as due soon; a quarter's digest stands for a month's. */
const AHEAD = { weekly: 7, monthly: 31, quarterly: 31 } as const;

/**
 * The task rows: overdue tasks, tasks blocked by a department, milestones due, and tasks closed within the span.
 * `inAudience` decides whose tasks are included.
 */
export function taskRows(input: DigestInput, inAudience: (to: Addressee) => boolean, now: number): TaskRow[] {
  const today = shanghaiDay(now);
  const order = placesOf(input.programme);
  return input.tasks
    .filter(({ to }) => inAudience(to))
    .sort((a, b) => order(a.to) - order(b.to) || a.due.localeCompare(b.due) || a.id.localeCompare(b.id))
    .flatMap((task) => rowsOf(task, input, today));
}

function rowsOf(task: Task, input: DigestInput, today: string): TaskRow[] {
  const common = {
    town: task.to.kind === "town" ? task.to.slug : null,
    asked: null,
    to: task.to,
    county: countySlug(task, input.programme),
    title: task.title,
  };
  if (task.status === "closed")
    return isClosedWithin(task, input)
      ? [{ ...common, kind: "closed", id: taskRowId(task.id, "closed"), mark: "closed" }]
      : [];
  if (task.status !== "open") return [];
  const { blocked, percent, due } = task;
  const rows: TaskRow[] = [];
  if (blocked) {
    const accepted = blocked.acceptedAt !== null;
    const since = shanghaiDay(blocked.acceptedAt ?? blocked.at);
    const { department, reason } = blocked;
    const mark = `${department} ${accepted ? "accepted" : "asked"}`;
    const days = daysSince(since, today);
    const id = taskRowId(task.id, "blocked");
    rows.push({ ...common, kind: "blocked", id, mark, department, accepted, reason, days });
    // A task excused by a department's accepted blocker is not held against the town.
    if (isExcused(task)) return rows;
  }
  if (isOverdue(task, today)) {
    const mark = `${due} ${percent}`;
    const days = daysSince(due, today);
    rows.push({ ...common, kind: "red", id: taskRowId(task.id, ""), mark, percent, due, days });
    return rows;
  }
  return [...rows, ...stepRow(task, common, addDays(today, AHEAD[input.kind]))];
}

/** The last milestone due by a day and not reached; earlier ones are behind as well. */
function stepRow(
  task: Task,
  common: Omit<StepRow, "kind" | "id" | "mark" | "step" | "due" | "percent" | "share">,
  until: string,
): StepRow[] {
  const { steps, percent } = task;
  const n = steps.findLastIndex(({ due, share }) => due <= until && percent < share);
  const step = steps[n];
  if (!step) return [];
  const { name, due, share } = step;
  const id = taskRowId(task.id, String(n + 1));
  return [{ ...common, kind: "step", id, mark: `${due} ${percent}`, step: name, due, percent, share }];
}

function isClosedWithin({ log }: Task, { span }: DigestInput): boolean {
  const at = log.at(-1)?.at ?? 0;
  return at >= span.from && at < span.to;
}

/** The county a task is listed under; null for a department's task. */
function countySlug(task: Pick<Task, "to">, programme: Programme): string | null {
  return task.to.kind === "county" ? task.to.slug : countyOfTask(task, programme);
}

/** Sort position of an addressee: counties in list order, each followed by its towns, then departments. */
function placesOf(programme: Programme): (to: Addressee) => number {
  const county = new Map(programme.counties.map(({ slug }, i) => [slug, i]));
  const town = new Map(programme.towns.map(({ slug }, i) => [slug, i + 1]));
  const wide = programme.towns.length + 1;
  return (to) => {
    const own = countySlug({ to }, programme);
    const first = own === null ? programme.counties.length : (county.get(own) ?? 0);
    return first * wide + (to.kind === "town" ? (town.get(to.slug) ?? 0) : 0);
  };
}

/** Working days from a day to today; null in a year without a calendar. */
export function daysSince(day: string, today: string): number | null {
  const answer = workingDaysBetween(day, today);
  return answer.known ? answer.days : null;
}
