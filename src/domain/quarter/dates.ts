import { type PeriodId, periodDays } from "../period.ts";
import type { Programme } from "../programme.ts";
import { addDays, shanghaiDay } from "../shanghai-time.ts";
import {
  addWorkingDays,
  type Calendar,
  type CountAnswer,
  type DayAnswer,
  holidayOn,
  workingDaysBetween,
} from "../working-days.ts";

// The days a quarter is due and locked on, from the pack and the calendar of working days (domain.md 11).

export type Deadlines = Pick<Programme, "deadline">;

/** Why a quarter is due on its day: so many working days, with the holidays that pushed it, or the pack's own date. */
export type DueReason =
  | { kind: "working_days"; n: number; holidays: string[]; holidaysEn: string[] }
  | { kind: "override"; text: string };
export type DueDate = { known: true; due: string; reason: DueReason } | { known: false; year: number };

/**
 * The last day a quarter's report is on time: the n-th working day after its last day, or the pack's override. Unknown,
 * naming the year, when that year's holiday arrangement is not loaded. `calendar`: years that are only proposed.
 */
export function dueDate(period: PeriodId, programme: Deadlines, calendar?: Calendar): DueDate {
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

/** The last day a late report is still ranked: the pack's number of working days after the due date. */
export function lockDate(period: PeriodId, programme: Deadlines): DayAnswer {
  const due = dueDate(period, programme);
  return due.known ? addWorkingDays(due.due, programme.deadline.lockAfterWorkingDays) : due;
}

/** Working days late of a report sent at `submittedAt` (UTC ms): working days in (due, day sent], 0 when on time. */
export function daysLate(period: PeriodId, programme: Deadlines, submittedAt: number): CountAnswer {
  const due = dueDate(period, programme);
  return due.known ? workingDaysBetween(due.due, shanghaiDay(submittedAt)) : due;
}

/** The last day a report sent back at `returnedAt` (UTC ms) is waited for: a return has its own clock. */
export function returnDate(programme: Deadlines, returnedAt: number): DayAnswer {
  return addWorkingDays(shanghaiDay(returnedAt), programme.deadline.returnWorkingDays);
}

/** Names of the holidays that fell in (afterDay, throughDay], each once, in order. */
function holidaysWithin(afterDay: string, throughDay: string): { holidays: string[]; holidaysEn: string[] } {
  const found = new Map<string, string>();
  for (let at = afterDay; at < throughDay; ) {
    at = addDays(at, 1);
    const holiday = holidayOn(at);
    if (holiday) found.set(holiday.name, holiday.nameEn);
  }
  return { holidays: [...found.keys()], holidaysEn: [...found.values()] };
}
