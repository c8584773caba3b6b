import { windowState } from "./calendar.ts";
import type { Locale } from "./people.ts";
import type { PeriodId } from "./period.ts";
import type { Programme } from "./programme.ts";
import { dueDate, lockDate } from "./quarter/dates.ts";
import type { Window } from "./views.ts";

/** A quarter's window at `now` (UTC ms), with the reason of its date in the reader's language. */
export function windowOf(period: PeriodId, programme: Programme, now: number, locale: Locale): Window {
  const due = dueDate(period, programme);
  const lock = lockDate(period, programme);
  const reason = due.known ? due.reason : null;
  const holidays =
    reason?.kind === "working_days" ? (locale === "en" ? reason.holidaysEn : reason.holidays) : [];
  return {
    state: windowState(period, programme, now),
    due: due.known ? due.due : null,
    lock: lock.known ? lock.day : null,
    holidays,
    reason: reason?.kind === "override" ? reason.text : null,
  };
}
