import { shanghaiDay } from "../calendar/shanghai-time.ts";
import { isWorkingDay } from "../calendar/working-days.ts";
import type { Refusal } from "./definition.ts";

// A day somebody sets for others: never past, and a day off only with a reason.

/** Reasons for refusing such a day; each definition that uses them lists them. */
export const DAY_REASONS = ["date_past", "day_off"] as const;

/** The field in which a day off is explained. */
export const WHY_DAY_OFF = { kind: "words", longest: 100, optional: true } as const;

/** Why a day cannot be set; null if it can. In a year whose holidays are unknown any day to come is accepted. */
export function dayProblem(field: string, day: string, why: string, now: number): Refusal | null {
  if (day < shanghaiDay(now)) return { reason: "date_past", field };
  return isWorkingDay(day) === false && why === "" ? { reason: "day_off", field } : null;
}
