import { calendarText } from "../../../cards/text/calendar.ts";
import type { Deps } from "../../deps.ts";
import { type HolidayYear, sameDays, withNotice } from "../../domain/calendar/holiday-year.ts";
import { readNotice } from "../../domain/calendar/read-notice.ts";
import { packageYear } from "../../domain/calendar/working-days.ts";
import type { Locale } from "../../domain/programme/people.ts";
import { adoptedYears } from "../procedures/effects/calendar.ts";

/**
 * The arrangement a notice would give its year and whether deadlines use the same days already, or `problems`:
 * why it cannot be used, one sentence each.
 */
export type Proposal =
  | { ok: true; year: HolidayYear; encouraged: string[]; inForce: boolean }
  | { ok: false; problems: string[] };

/** Reads a notice and merges it with what is known of its year: a change of one festival keeps the others. */
export async function readProposal(deps: Pick<Deps, "db">, text: string, locale: Locale): Promise<Proposal> {
  const notice = readNotice(text);
  const { year, doubts, encouraged } = notice;
  const words = calendarText(locale).doubts;
  if (year === null || doubts.length > 0)
    return { ok: false, problems: doubts.map((doubt) => words[doubt.why](doubt.text)) };
  const adopted = (await adoptedYears(deps)).find((one) => one.year === year);
  const known = adopted ?? packageYear(year);
  const next = withNotice(known, { ...notice, year });
  return { ok: true, year: next, encouraged, inForce: known !== null && sameDays(known, next) };
}
