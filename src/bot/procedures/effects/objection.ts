import { findPeriod } from "../../../../db/periods.ts";
import { parsePeriod } from "../../../domain/period.ts";
import type { Given } from "./effect.ts";

/** Until when towns may object to the quarter's provisional scores. */
export const objectionWindowOf: Given = async (deps, { period }) => {
  const quarter = parsePeriod(period);
  const row = quarter && (await findPeriod(deps.db, quarter));
  return { until: row?.objectionsUntil ?? null };
};
