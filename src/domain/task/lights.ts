import { addDays, shanghaiDay } from "../calendar/shanghai-time.ts";
import { isYearKnown, workingDaysBetween } from "../calendar/working-days.ts";
import type { Programme } from "../programme/programme.ts";
import { lightOf } from "../scoring/lights.ts";
import type { Task } from "./task.ts";

// The colours of supervision slips (domain.md 8): blue due soon, yellow behind schedule, red overdue. Due dates are
// days: a task is overdue from the day after.

export type TaskLight = "red" | "yellow" | "blue" | "green" | "grey";

export type Standing = {
  light: TaskLight;
  /** 序时进度, % of the whole: what ought to be done by the days that are over. */
  scheduled: number;
  /** Working days past the due day; 0 when not overdue, null when that year's holidays are not known. */
  overdue: number | null;
  /** The due day falls in a year whose holidays are not known yet. */
  unconfirmed: boolean;
};

/** Red first, as lists are read. */
export const LIGHTS: readonly TaskLight[] = ["red", "yellow", "blue", "green", "grey"];

/** A due day this close, in working days, is soon. */
const SOON = 5;
/** The same in calendar days, where the year's working days are not known. */
const SOON_CALENDAR = 7;

/** How a task stands at `now` (UTC ms) by its dates and its reported %. */
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
 * What ought to be done once the days before `today` are over, in % of the whole: the share of the last milestone
 * passed, or, without milestones, the part of the calendar days from start to due that is over. To 1 decimal.
 */
export function scheduledShare({ start, due, steps }: Task, today: string): number {
  if (today > due) return 100;
  if (steps.length > 0) return Math.max(0, ...steps.filter((step) => step.due < today).map((s) => s.share));
  const over = daysBetween(start, today);
  return over <= 0 ? 0 : Math.round((over / (daysBetween(start, due) + 1)) * 1000) / 10;
}

/** Whether the addressee owes something that was due: not once its end is asked for, nor while a department has accepted to clear the way. */
export function isOverdue(task: Task, today: string): boolean {
  return task.status === "open" && !isExcused(task) && today > task.due;
}

/** A blocked task that a department has accepted is nobody's delay while it lasts. */
export function isExcused({ status, blocked }: Task): boolean {
  return status === "open" && blocked !== null && blocked.acceptedAt !== null;
}

/**
 * Behind is what the pack's lights no longer call green: reported / scheduled below `lights.green`. Red is kept for what
 * is overdue.
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

/** Calendar days from one day to another; negative when the second is earlier. */
function daysBetween(from: string, to: string): number {
  return (Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / 86_400_000;
}
