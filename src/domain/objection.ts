import type { Person } from "./people.ts";
import type { PeriodId } from "./period.ts";
import type { Programme } from "./programme.ts";
import { shanghaiDay, shanghaiTime } from "./shanghai-time.ts";
import { addWorkingDays } from "./working-days.ts";

// Between the provisional scores and publication a town may object; every objection is answered, and all towns see
// the answers.

/** The window closes at the end of the working day. */
const DAY_ENDS = "18:00";
export const LONGEST_OBJECTION = 500;

export type Objection = {
  id: string;
  period: PeriodId;
  town: string;
  /** The indicator it is about: a scheme leaf's id, or `other`. */
  indicator: string;
  text: string;
  by: string;
  at: number;
  answer: string | null;
  accepted: boolean | null;
  answeredBy: string | null;
  answeredAt: number | null;
};

export type ObjectionRefusal =
  | "not_yours"
  | "not_provisional"
  | "window_closed"
  | "empty"
  | "too_long"
  | "answered"
  | "already";

/** `until`: UTC ms. Unknown in a year without a calendar, and where the pack's own day is over already. */
export type ObjectionWindow = { known: true; until: number } | { known: false; why: NoWindow };
export type NoWindow =
  | { reason: "calendar_unknown"; year: number }
  | { reason: "override_over"; day: string };

/**
 * The last moment for objections to scores announced at `at`: 18:00 of the n-th working day after, or of the day the
 * pack names for the quarter.
 */
export function objectionWindow(
  period: PeriodId,
  { workingDays, overrides }: NonNullable<Programme["objection"]>,
  at: number,
): ObjectionWindow {
  const named = overrides.find((override) => override.period === period);
  if (named) {
    const until = shanghaiTime(named.until, DAY_ENDS);
    if (until > at) return { known: true, until };
    return { known: false, why: { reason: "override_over", day: named.until } };
  }
  const last = addWorkingDays(shanghaiDay(at), workingDays);
  return last.known
    ? { known: true, until: shanghaiTime(last.day, DAY_ENDS) }
    : { known: false, why: { reason: "calendar_unknown", year: last.year } };
}

/** May this person object for this town now? One objection per town and indicator. */
export function checkObjection(
  about: { town: string; indicator: string; text: string },
  person: Person,
  until: number | null,
  earlier: Objection[],
  now: number,
): ObjectionRefusal | null {
  if (person.role !== "town_official" || person.area !== about.town) return "not_yours";
  if (until === null) return "not_provisional";
  if (now > until) return "window_closed";
  const text = about.text.trim();
  if (text === "") return "empty";
  if ([...text].length > LONGEST_OBJECTION) return "too_long";
  return earlier.some((o) => o.town === about.town && o.indicator === about.indicator) ? "already" : null;
}

/** May this person answer? The city office does, once, with a reason. */
export function checkAnswer(objection: Objection, person: Person, answer: string): ObjectionRefusal | null {
  if (person.role !== "city_office") return "not_yours";
  if (objection.answer !== null) return "answered";
  if (answer.trim() === "") return "empty";
  return [...answer.trim()].length > LONGEST_OBJECTION ? "too_long" : null;
}
