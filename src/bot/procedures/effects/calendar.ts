import { listRecords } from "../../../../db/records.ts";
import type { Deps } from "../../../deps.ts";
import { type HolidayYear, holidayYearSchema } from "../../../domain/calendar/holiday-year.ts";
import { setNoticeYears } from "../../../domain/calendar/working-days.ts";

/** The adopted holiday arrangements: the last one for each year. */
export async function adoptedYears({ db }: Pick<Deps, "db">): Promise<HolidayYear[]> {
  const records = await listRecords(db, { procedure: "calendar", states: ["adopted"] });
  const inOrder = records.toSorted((a, b) => (a.log.at(-1)?.at ?? 0) - (b.log.at(-1)?.at ?? 0));
  const years = inOrder.map(({ data }) => holidayYearSchema.parse(data.year));
  return [...new Map(years.map((one) => [one.year, one])).values()];
}

/** Loads the adopted arrangements, at every start and heartbeat, so that all instances agree. */
export async function loadCalendar(deps: Pick<Deps, "db">): Promise<void> {
  setNoticeYears(await adoptedYears(deps));
}
