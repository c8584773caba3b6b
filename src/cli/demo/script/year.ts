import { countyOf } from "../../../domain/programme/programme.ts";
import { type Cast, nameOf } from "./quarter.ts";

/** The data of the year's steps, as {{assessment}}; null for a demo without a script. */
export function assessmentData({ demo, programme }: Cast): Record<string, unknown> | null {
  const year = demo.script?.year;
  if (!year) return null;
  const { assessed, appraisal, self } = year;
  return {
    ...year,
    self: String(self),
    appraisal: Object.fromEntries(
      Object.entries(appraisal).map(([town, score]) => [`appraisal.${town}`, String(score)]),
    ),
    towns: programme.towns.map((town, n) => ({
      town: town.name,
      reviewer: nameOf(demo, "county_reviewer", countyOf(programme, town).slug),
      at: minutesAfter(assessed, 20 * n),
    })),
  };
}

/** So many minutes later on the same day. */
function minutesAfter(minute: string, minutes: number): string {
  return new Date(Date.parse(`${minute}Z`) + 60_000 * minutes).toISOString().slice(0, 16);
}
