import { parsePeriod } from "../../src/domain/calendar/period.ts";
import type { CheckupFlag } from "../../src/domain/checkup/checkup-flag.ts";
import type { Locale } from "../../src/domain/programme/people.ts";
import { type Programme, townBySlug } from "../../src/domain/programme/programme.ts";
import { formatAmount } from "../../src/domain/reading/numbers.ts";
import { longDayName, periodName, townName } from "../names.ts";
import { CELL_TEXT } from "../text/cells.ts";
import { fill } from "../text/checks.ts";
import { CHECKUP_TEXT } from "../text/checkup.ts";

type Names = { programme: Programme; locale: Locale };

/** Values in 万元. */
const AMOUNTS = ["plan", "even", "paid", "inPlace"];
const DAYS = ["takenOn", "first", "last"];

/** A check-up flag as a plain statement, for the reviewer and the office. */
export function checkupFact(flag: CheckupFlag, { programme, locale }: Names): string {
  const text = CHECKUP_TEXT[locale];
  const shown = Object.entries(flag.values).map(
    ([name, value]) => [name, read(name, value, locale)] as const,
  );
  const slug = flag.values.other ?? flag.values.town;
  const town = typeof slug === "string" ? townBySlug(programme, slug) : undefined;
  const figures = {
    ...Object.fromEntries(shown),
    alike: flag.severity === "flag" ? text.same : text.similar,
    ...(slug === undefined ? {} : { town: town ? townName(town, locale) : String(slug) }),
  };
  return fill(text.facts[flag.kind], figures);
}

function read(name: string, value: number | string, locale: Locale): string {
  if (typeof value === "number")
    return AMOUNTS.includes(name) ? CELL_TEXT[locale].wan(formatAmount(value)) : String(value);
  if (DAYS.includes(name)) return longDayName(value, locale);
  const period = name === "period" ? parsePeriod(value) : null;
  return period ? periodName(period, locale) : value;
}
