import { addDays, daysBetween, shanghaiDay } from "../calendar/shanghai-time.ts";
import { isYearKnown, workingDaysBetween } from "../calendar/working-days.ts";
import { restedDays } from "../procedure/rest.ts";
import type { Programme } from "../programme/programme.ts";
import { lightOf } from "../scoring/lights.ts";
import type { Task } from "./task.ts";

// The lights of tasks (domain.md 8): blue due soon, yellow behind schedule, red overdue. A task is overdue
// from the day after its due day.

export type TaskLight = "red" | "yellow" | "blue" | "green" | "grey";

export type Standing = {
  light: TaskLight;
  /** 序时进度: % of the whole that should be done by the end of yesterday. */
  scheduled: number;
  /** Working days past the due day; 0 when not overdue, null if the holidays of that year are unknown. */
  overdue: number | null;
  /** The holidays of the due day's year are not known yet. */
  unconfirmed: boolean;
};

/** Sort order: red first. */
export const LIGHTS: readonly TaskLight[] = ["red", "yellow", "blue", "green", "grey"];

/** Due within this many working days is "soon". */
const SOON = 5;
/** The same in calendar days, for years whose holidays are unknown. */
const SOON_CALENDAR = 7;

/** A task's light and schedule at `now` (UTC ms), from its dates and its reported %. */
export function standingOf(task: Task, now: number, programme: Pick<Programme, "lights">): Standing {
  const today = shanghaiDay(now);
  const scheduled = scheduledShare(task, today);
  const late = isOverdue(task, today);
  const counted = late ? workingDaysBetween(task.due, today) : null;
  return {
    light: lightAt(task, today, scheduled, programme),
    scheduled,
    overdue: counted === null ? 0 : counted.known ? counted.days : null,
    unconfirmed: !isYearKnown(Number(task.due.slice(0, 4))),
  };
}

/**
 * The % of the whole that should be done by the end of the day before `today`: the share of the last
 * milestone passed or, without milestones, the elapsed part of the calendar days from start to due. One
 * decimal.
 */
export function scheduledShare({ start, due, steps, log }: Task, today: string): number {
  if (today > due) return 100;
  if (steps.length > 0) return Math.max(0, ...steps.filter((step) => step.due < today).map((s) => s.share));
  const rested = restedDays({ log }, start);
  const over = daysBetween(start, today) - rested;
  return over <= 0 ? 0 : Math.round((over / (daysBetween(start, due) - rested + 1)) * 1000) / 10;
}

/**
 * Whether a task is past its due day. A task is not overdue while closing is requested, nor while a department
 * has accepted its blocker.
 */
export function isOverdue(task: Task, today: string): boolean {
  return task.status === "open" && !isExcused(task) && today > task.due;
}

/** Whether a task is blocked and a department has accepted the blocker; it is then not late. */
export function isExcused({ status, blocked }: Task): boolean {
  return status === "open" && blocked !== null && blocked.acceptedAt !== null;
}

/**
 * A task is behind when reported / scheduled is below the pack's `lights.green`. Red is only for overdue
 * tasks.
 */
function lightAt(
  task: Task,
  today: string,
  scheduled: number,
  { lights }: Pick<Programme, "lights">,
): TaskLight {
  if (task.status === "closing") return "green";
  if (task.status !== "open" || isExcused(task) || today < task.start) return "grey";
  if (isOverdue(task, today)) return "red";
  if (scheduled > 0 && lightOf(task.percent / scheduled, lights) !== "green") return "yellow";
  return isSoon(task.due, today) ? "blue" : "green";
}

function isSoon(due: string, today: string): boolean {
  const left = workingDaysBetween(today, due);
  return left.known ? left.days <= SOON : due <= addDays(today, SOON_CALENDAR);
}
