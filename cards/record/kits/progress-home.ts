import type { Person } from "../../../src/domain/people.ts";
import { parsePeriod } from "../../../src/domain/period.ts";
import type { Action } from "../../action.ts";

/** The office came from its card of the quarter, and goes back there. */
export function progressHome({ period }: { period: string }, { role }: Person): Action | null {
  return role === "city_office" && parsePeriod(period) ? { kind: "progress", period } : null;
}
