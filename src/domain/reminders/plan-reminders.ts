import { workingDaysBetween } from "../calendar/working-days.ts";
import type { Programme } from "../programme/programme.ts";
import type { OwedItem } from "./owed-item.ts";

/** Who is told. All before `county_group` are private. */
export type Audience = Programme["ladder"][number]["to"];

/**
 * One message about one item. `step`: a day of the escalation ladder, or 0 and less for a reminder before the due day;
 * `since`: the day the count began; `days`: working days left (reminder) or passed (ladder).
 */
export type Reminder = { item: OwedItem; step: number; since: string; to: Audience; days: number };

export type TakenStep = { item: string; since: string; step: number };

/** Working days after an item was asked for in which nobody is reminded of it: whoever has to do it has just heard. */
const JUST_ASKED = 3;
/** Kinds reminded of on the due day alone; a report is on all of the pack's days, what a day was named for on the earliest too. */
const DUE_DAY_ONLY = new Set<OwedItem["kind"]>(["returned", "review", "record", "visits"]);

/**
 * The messages of a day (`YYYY-MM-DD`), at most one for each item. Before the due day: reminders on the pack's days, but
 * none in the first three working days.
 * After it: the lowest ladder step not yet taken, one step a day, so that private messages come before public ones.
 * Progress on the item restarts the count. Where the year's calendar is unknown nothing is late.
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
    const asked = workingDaysBetween(item.openedOn, today);
    if (!left.known || !asked.known || asked.days <= JUST_ASKED) return null;
    if (!reminderDays(item, reminders.daysBefore).includes(left.days)) return null;
    const step = -left.days;
    return isTaken(item.due, step) ? null : { item, step, since: item.due, to: "owner", days: left.days };
  }
  const since = item.movedOn !== null && item.movedOn > item.due ? item.movedOn : item.due;
  const gone = workingDaysBetween(since, today);
  const overdue = workingDaysBetween(item.due, today);
  if (!gone.known || !overdue.known) return null;
  const step = ladder.find(({ day, to }) => mayHear(item, to) && day <= gone.days && !isTaken(since, day));
  return step ? { item, step: step.day, since, to: step.to, days: overdue.days } : null;
}

/** Whether these may be told that an item is late: of what is confidential its debtor alone, of what is quiet no group. */
export function mayHear({ confidential, quietly }: OwedItem, to: Audience): boolean {
  if (to === "owner") return true;
  return !confidential && (to === "principal" || !quietly);
}

function reminderDays({ kind, ahead }: OwedItem, daysBefore: number[]): number[] {
  if (DUE_DAY_ONLY.has(kind) && !ahead) return daysBefore.filter((days) => days === 0);
  if (!ahead) return daysBefore;
  const earliest = Math.max(...daysBefore);
  return daysBefore.filter((days) => days === 0 || days === earliest);
}

function key({ item, since, step }: TakenStep): string {
  return `${item} ${since} ${step}`;
}
