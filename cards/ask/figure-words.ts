import { type PeriodId, previousInYear, yearOf } from "../../src/domain/calendar/period.ts";
import type { Locale } from "../../src/domain/programme/people.ts";
import type { Programme, Town } from "../../src/domain/programme/programme.ts";
import type { Whom } from "../../src/domain/question/asked-figure.ts";
import { distinctTownName, nameOf, periodName } from "../names.ts";
import { figureText } from "../text/figures.ts";

// Whose a figure is, and of when.

/** Whose figure it is: towns, a group, a phase, all. */
export function whoseText(whom: Whom, programme: Programme, locale: Locale): string {
  const text = figureText(locale);
  if (whom === "all") return text.all;
  if ("towns" in whom)
    return whom.towns.map((town: Town) => distinctTownName(programme, town, locale)).join(text.and);
  if ("phase" in whom) return text.phase(whom.phase);
  const group = programme.groups.find(({ id }) => id === whom.group);
  return group ? nameOf(group, locale) : "";
}

/** The quarter, or the part of its year that came after another. */
export function spanName(period: PeriodId, after: PeriodId | null, locale: Locale): string {
  const name = periodName(period, locale);
  if (after === null) return name;
  if (after === previousInYear(period)) return figureText(locale).alone(name);
  if (after.endsWith("Q2") && period.endsWith("Q4")) return figureText(locale).secondHalf(yearOf(period));
  return figureText(locale).span(name, periodName(after, locale));
}
