import { parsePeriod } from "../../src/domain/calendar/period.ts";
import type { CheckupFlag } from "../../src/domain/checkup/checkup-flag.ts";
import type { Locale } from "../../src/domain/programme/people.ts";
import { longDayName, periodName } from "../names.ts";
import { fill } from "../text/checks.ts";
import { CHECKUP_TEXT } from "../text/checkup.ts";

/**
 * A remark to the town about a photo it sent. Null for findings that are only hints to the reviewer (similarity, a day
 * after the quarter, distance). Other towns are not named.
 */
export function photoRemark(flag: CheckupFlag, report: string, locale: Locale): string | null {
  if (flag.severity !== "flag") return null;
  const { toTown } = CHECKUP_TEXT[locale];
  const { town, period, takenOn } = flag.values;
  if (flag.kind === "photo_date") return fill(toTown.date, { takenOn: longDayName(String(takenOn), locale) });
  if (flag.kind !== "photo_reused") return null;
  const earlier = parsePeriod(String(period));
  const own = report.endsWith(`/${town}`);
  return own && earlier
    ? fill(toTown.reusedOwn, { period: periodName(earlier, locale) })
    : toTown.reusedOther;
}
