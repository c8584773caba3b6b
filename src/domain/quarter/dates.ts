import { type PeriodId, periodDays } from "../calendar/period.ts";
import { addDays, shanghaiDay } from "../calendar/shanghai-time.ts";
import {
  addWorkingDays,
  type Calendar,
  type CountAnswer,
  calendarInForce,
  type DayAnswer,
  holidayOn,
  workingDaysBetween,
} from "../calendar/working-days.ts";
import type { Programme } from "../programme/programme.ts";

// A quarter's due and lock days, from the pack and the calendar of working days (domain.md 11).

export type Deadlines = Pick<Programme, "deadline">;

/** Why a quarter is due on its day: working days with the holidays in between, or a date set in the pack. */
export type DueReason =
  | { kind: "working_days"; n: number; holidays: string[]; holidaysEn: string[] }
  | { kind: "override"; text: string };
export type DueDate = { known: true; due: string; reason: DueReason } | { known: false; year: number };

/**
 * The last day a quarter's report is on time: the n-th working day after the quarter, or the pack's override. Unknown,
 * with the year, when that year's holidays are not loaded. `calendar`: years that are only proposed.
 */
export function dueDate(period: PeriodId, programme: Deadlines, calendar?: Calendar): DueDate {
  if (calendar) return dueDateBy(period, programme, calendar);
  const known = knownDates(programme);
  const due = known.get(period) ?? dueDateBy(period, programme);
  known.set(period, due);
  return due;
}

/** Every card asks for the same few due days: they are remembered for each pack and calendar. */
const remembered = new WeakMap<Calendar, WeakMap<Deadlines["deadline"], Map<PeriodId, DueDate>>>();

function knownDates({ deadline }: Deadlines): Map<PeriodId, DueDate> {
  const calendar = calendarInForce();
  const packs = remembered.get(calendar) ?? new WeakMap();
  remembered.set(calendar, packs);
  const dates = packs.get(deadline) ?? new Map<PeriodId, DueDate>();
  packs.set(deadline, dates);
  return dates;
}

function dueDateBy(period: PeriodId, programme: Deadlines, calendar?: Calendar): DueDate {
  const override = programme.deadline.overrides.find((o) => o.period === period);
  if (override)
    return { known: true, due: override.due, reason: { kind: "override", text: override.reason } };
  const { last } = periodDays(period);
  const n = programme.deadline.workingDays;
  const answer = addWorkingDays(last, n, calendar);
  if (!answer.known) return answer;
  return {
    known: true,
    due: answer.day,
    reason: { kind: "working_days", n, ...holidaysWithin(last, answer.day) },
  };
}

/** The last day a late report is still ranked: the pack's number of working days after the due day. */
export function lockDate(period: PeriodId, programme: Deadlines): DayAnswer {
  const due = dueDate(period, programme);
  return due.known ? addWorkingDays(due.due, programme.deadline.lockAfterWorkingDays) : due;
}

/** Working days late of a report submitted at `submittedAt` (UTC ms): those in (due, day submitted]; 0 when on time. */
export function daysLate(period: PeriodId, programme: Deadlines, submittedAt: number): CountAnswer {
  const due = dueDate(period, programme);
  return due.known ? workingDaysBetween(due.due, shanghaiDay(submittedAt)) : due;
}

/** The last day for resubmitting a report returned at `returnedAt` (UTC ms). */
export function returnDate(programme: Deadlines, returnedAt: number): DayAnswer {
  return addWorkingDays(shanghaiDay(returnedAt), programme.deadline.returnWorkingDays);
}

/** Names of the holidays in (afterDay, throughDay], without repetition, in order. */
function holidaysWithin(afterDay: string, throughDay: string): { holidays: string[]; holidaysEn: string[] } {
  const found = new Map<string, string>();
  for (let at = afterDay; at < throughDay; ) {
    at = addDays(at, 1);
    const holiday = holidayOn(at);
    if (holiday) found.set(holiday.name, holiday.nameEn);
  }
  return { holidays: [...found.keys()], holidaysEn: [...found.values()] };
}
