import { parsePeriod } from "../../../src/domain/calendar/period.ts";
import type { Person } from "../../../src/domain/programme/people.ts";
import type { Action } from "../../action.ts";

/** Leads a member of the office back to the quarter card. */
export function progressHome({ period }: { period: string }, { role }: Person): Action | null {
  return role === "city_office" && parsePeriod(period) ? { kind: "progress", period } : null;
}
