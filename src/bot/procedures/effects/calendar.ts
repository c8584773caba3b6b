import { listRecords } from "../../../../db/records.ts";
import type { Deps } from "../../../deps.ts";
import { type HolidayYear, holidayYearSchema } from "../../../domain/holiday-notice/holiday-year.ts";
import { learnYears } from "../../../domain/working-days.ts";

/** The arrangements in force by a notice, one a year: the one put in force last. */
export async function adoptedYears({ db }: Pick<Deps, "db">): Promise<HolidayYear[]> {
  const records = await listRecords(db, { procedure: "calendar", states: ["adopted"] });
  const inOrder = records.toSorted((a, b) => (a.log.at(-1)?.at ?? 0) - (b.log.at(-1)?.at ?? 0));
  const years = inOrder.map(({ data }) => holidayYearSchema.parse(data.year));
  return [...new Map(years.map((one) => [one.year, one])).values()];
}

/** Counts by the notices in force from now on: at every start and every beat, so that all instances agree. */
export async function learnCalendar(deps: Pick<Deps, "db">): Promise<void> {
  learnYears(await adoptedYears(deps));
}
