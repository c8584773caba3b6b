import type { Locale } from "../../src/domain/programme/people.ts";
import { type Programme, townBySlug } from "../../src/domain/programme/programme.ts";
import type { StepRefusal } from "../../src/domain/quarter/steps.ts";
import { dayName, momentName } from "../names.ts";
import { stepText } from "../text/quarter-steps.ts";

/** Towns listed by name; the others are counted. */
const NAMED = 6;

/** Why a step of the quarter cannot be taken, and what to do about it; used on cards and in the terminal. */
export function refusalText(refused: StepRefusal, programme: Programme, locale: Locale): string {
  const text = stepText(locale);
  switch (refused.reason) {
    case "before_lock":
      return refused.lock === null
        ? text.lockUnknown(refused.missing)
        : text.beforeLock(refused.missing, dayName(refused.lock, locale));
    case "in_review":
      return text.inReview(...namedFirst(refused.towns, programme, locale));
    case "returned":
      return text.returned(...namedFirst(refused.towns, programme, locale), dayName(refused.until, locale));
    case "calendar_unknown":
      return text.calendarUnknown(refused.year);
    case "override_over":
      return text.overrideOver(dayName(refused.day, locale));
    case "objection_days":
      return text.objectionDays(momentName(refused.until, locale));
    case "objections_open":
      return text.objectionsOpen(refused.open);
    default:
      return text.plain[refused.reason];
  }
}

/** The first towns by name, and the number of others. */
function namedFirst(towns: string[], programme: Programme, locale: Locale): [names: string[], more: number] {
  const names = towns.slice(0, NAMED).map((slug) => {
    const town = townBySlug(programme, slug);
    return (locale === "en" ? town?.nameEn : town?.short) ?? slug;
  });
  return [names, towns.length - names.length];
}
