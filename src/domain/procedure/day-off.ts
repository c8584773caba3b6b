import { readable } from "../reading/readable.ts";

/** The field of a form that says why a day has to be one off, under the name `day_off`. */
export const WHY_DAY_OFF = { kind: "words", longest: 100, optional: true } as const;

/** Whether a form says why its day has to be one off. */
export function saysWhyDayOff({ day_off }: Record<string, unknown>): boolean {
  return typeof day_off === "string" && readable(day_off).trim() !== "";
}
