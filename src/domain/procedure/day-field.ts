import { shanghaiDay } from "../calendar/shanghai-time.ts";
import { isWorkingDay } from "../calendar/working-days.ts";
import { readDay } from "../reading/read-day.ts";
import { saysWhyDayOff } from "./day-off.ts";
import type { ProcedureRecord } from "./record.ts";

// The days a form asks for: read as everywhere, and held to what the day is for.

export type DayRules = {
  /** One off only with words in `day_off`. */
  workingDay?: true;
  /** The field of an earlier day. */
  after?: string;
  /** The day a month stands for: its last, its first, or none where something happens on that day. */
  edge?: "start" | "none";
};
export type DayRefusal = "empty" | "not_a_day" | "which_day" | "far_off" | "not_later" | "not_working_day";

/** Years a day may lie ahead and back: further off, its year is a slip. */
const [MOST_AHEAD, MOST_AGO] = [5, 30];

/** `all`: the other values of the form. */
export function readDayBy(
  { workingDay, after, edge }: DayRules,
  text: string,
  { all, record, now }: { all: Record<string, unknown>; record: ProcedureRecord | null; now: number },
): { ok: true; value: string } | { ok: false; reason: DayRefusal } {
  if (text === "") return no("empty");
  const today = shanghaiDay(now);
  const year = Number(today.slice(0, 4));
  const first = readDay(text, { year, today, edge: "start" });
  const day = edge === "start" ? first : readDay(text, { year, today });
  if (day === null) return no("not_a_day");
  if (edge === "none" && first !== day) return no("which_day");
  const ahead = Number(day.slice(0, 4)) - year;
  if (ahead > MOST_AHEAD || -ahead > MOST_AGO) return no("far_off");
  const before = after === undefined ? undefined : record?.data[after];
  if (typeof before === "string" && day <= before) return no("not_later");
  // In a year whose holidays are unknown any day is accepted.
  const off = workingDay && isWorkingDay(day) === false;
  return off && !saysWhyDayOff(all) ? no("not_working_day") : { ok: true, value: day };
}

function no(reason: DayRefusal): { ok: false; reason: DayRefusal } {
  return { ok: false, reason };
}
