import type { Programme } from "../programme.ts";
import { workingDaysBetween } from "../working-days.ts";
import type { OwedItem } from "./owed-item.ts";

/** Who is spoken to. Everything before `county_group` is private. */
export type Audience = Programme["ladder"][number]["to"];

/**
 * One thing to be said about one item. `step`: a day of the ladder, or a reminder as 0 and less; `since`: the day its
 * count began; `days`: working days left (reminder) or gone by (ladder).
 */
export type Reminder = { item: OwedItem; step: number; since: string; to: Audience; days: number };

export type TakenStep = { item: string; since: string; step: number };

/** Reminders before the due day: a report gets all that the pack names, what a day was named for the soonest. */
const SOONEST_ONLY = new Set<OwedItem["kind"]>(["task", "supervision"]);
const DUE_DAY_ONLY = new Set<OwedItem["kind"]>(["returned", "decision", "review", "record"]);

/**
 * What is said today (`YYYY-MM-DD`), at most one thing an item. Before the due day: reminders on the pack's days. After
 * it: the ladder's lowest step not yet taken, one a day, so that nothing is public before it was private. A movement of
 * the item begins the count anew. Where a year's calendar is not known nothing is late.
 */
export function planReminders(
  items: OwedItem[],
  today: string,
  programme: Pick<Programme, "reminders" | "ladder">,
  taken: TakenStep[],
): Reminder[] {
  const done = new Set(taken.map(key));
  return items.flatMap((item) => {
    const reminder = item.due === null ? null : planOne({ ...item, due: item.due }, today, programme, done);
    return reminder ? [reminder] : [];
  });
}

function planOne(
  item: OwedItem & { due: string },
  today: string,
  { reminders, ladder }: Pick<Programme, "reminders" | "ladder">,
  done: ReadonlySet<string>,
): Reminder | null {
  const isTaken = (since: string, step: number) => done.has(key({ item: item.id, since, step }));
  if (today <= item.due) {
    const left = workingDaysBetween(today, item.due);
    if (!left.known || !reminderDays(item, reminders.daysBefore).includes(left.days)) return null;
    const step = -left.days;
    return isTaken(item.due, step) ? null : { item, step, since: item.due, to: "owner", days: left.days };
  }
  const since = item.movedOn !== null && item.movedOn > item.due ? item.movedOn : item.due;
  const gone = workingDaysBetween(since, today);
  const overdue = workingDaysBetween(item.due, today);
  if (!gone.known || !overdue.known) return null;
  const step = ladder.find(
    ({ day, to }) => (to === "owner" || !item.confidential) && day <= gone.days && !isTaken(since, day),
  );
  return step ? { item, step: step.day, since, to: step.to, days: overdue.days } : null;
}

function reminderDays({ kind, ahead }: OwedItem, daysBefore: number[]): number[] {
  const soon = ahead || SOONEST_ONLY.has(kind);
  if (DUE_DAY_ONLY.has(kind) && !soon) return daysBefore.filter((days) => days === 0);
  if (!soon) return daysBefore;
  const soonest = Math.max(...daysBefore);
  return daysBefore.filter((days) => days === 0 || days === soonest);
}

function key({ item, since, step }: TakenStep): string {
  return `${item} ${since} ${step}`;
}
