import * as z from "zod";
import type { FestivalDays, Notice } from "./read-notice.ts";
import { addDays } from "./shanghai-time.ts";

/** A year's arrangement: days off by festival (weekends included where the notice names them), and working weekends. */
export const holidayYearSchema = z.object({
  year: z.number().int(),
  holidays: z.array(z.object({ day: z.string(), name: z.string() })),
  workdays: z.array(z.string()),
});
export type HolidayYear = z.infer<typeof holidayYearSchema>;

/** Whether two arrangements have the same days off and the same working weekends, however the festivals are named. */
export function sameDays(one: HolidayYear, other: HolidayYear): boolean {
  const days = ({ holidays, workdays }: HolidayYear) =>
    JSON.stringify([holidays.map(({ day }) => day).sort(), workdays.toSorted()]);
  return one.year === other.year && days(one) === days(other);
}

/**
 * The year's arrangement with a later notice applied: a festival named again is replaced; a prolonged one keeps its
 * first day and runs to the new last day, and working weekends within it are dropped.
 */
export function withNotice(before: HolidayYear | null, notice: Notice & { year: number }): HolidayYear {
  const { year } = notice;
  const start = notice.kind === "year" || !before ? { year, holidays: [], workdays: [] } : before;
  return notice.festivals.reduce((known, festival) => withFestival(known, festival, notice.kind), start);
}

function withFestival(
  known: HolidayYear,
  { name, off, workdays }: FestivalDays,
  kind: Notice["kind"],
): HolidayYear {
  const own = known.holidays.filter((one) => one.name === name).map(({ day }) => day);
  const [first] = off;
  const last = own.at(-1);
  const prolongs =
    kind === "change" && off.length === 1 && first !== undefined && last !== undefined && last < first;
  const days = prolongs && last && first ? [...own, ...daysBetween(addDays(last, 1), first)] : off;
  const others = known.holidays.filter((one) => one.name !== name && !days.includes(one.day));
  const near = (day: string) =>
    own.length > 0 && day >= addDays(own[0] ?? day, -14) && day <= addDays(last ?? day, 14);
  const kept = known.workdays.filter((day) => !days.includes(day) && (prolongs || !near(day)));
  return {
    year: known.year,
    holidays: [...others, ...days.map((day) => ({ day, name }))].sort((a, b) => (a.day < b.day ? -1 : 1)),
    workdays: [...new Set([...kept, ...workdays])].sort(),
  };
}

function daysBetween(first: string, last: string): string[] {
  return first > last ? [] : [first, ...daysBetween(addDays(first, 1), last)];
}
