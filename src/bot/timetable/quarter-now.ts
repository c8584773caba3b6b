import { findPeriod } from "../../../db/periods.ts";
import type { Deps } from "../../deps.ts";
import type { PeriodId } from "../../domain/calendar/period.ts";
import { type Timetable, timetable, UNOPENED } from "../../domain/quarter/timetable.ts";

/** The stage and days of a quarter now, opened or not. */
export async function quarterNow(deps: Deps, period: PeriodId): Promise<Timetable> {
  const row = await findPeriod(deps.db, period);
  return timetable(period, deps.programme, row ?? UNOPENED, deps.clock.now());
}
