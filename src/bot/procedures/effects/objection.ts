import { parsePeriod } from "../../../domain/calendar/period.ts";
import { refuse } from "../../../domain/quarter/may.ts";
import { quarterNow } from "../../timetable/quarter-now.ts";
import type { Given } from "./effect.ts";

/** Whether towns may object to the quarter's scores now, by its timetable. */
export const objectionStage: Given = async (deps, { about: { period } }) => {
  const quarter = parsePeriod(period);
  const stage = quarter && (await quarterNow(deps, quarter));
  return { barred: stage ? refuse("object", "town_official", stage) : "not_provisional" };
};
