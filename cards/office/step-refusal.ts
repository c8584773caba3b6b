import type { Locale } from "../../src/domain/people.ts";
import { type Programme, townBySlug } from "../../src/domain/programme.ts";
import type { StepRefusal } from "../../src/domain/quarter-steps.ts";
import { dayName, momentName } from "../names.ts";
import { noticeText } from "../text/notices.ts";

/** Towns named one by one before the rest is only counted. */
const NAMED = 6;

/** Why a step of the quarter cannot be taken, and what to do: the same sentence on a card and in a terminal. */
export function refusalText(refused: StepRefusal, programme: Programme, locale: Locale): string {
  const text = noticeText[locale];
  switch (refused.reason) {
    case "in_review": {
      const named = refused.towns.slice(0, NAMED).map((slug) => shortName(programme, slug, locale));
      return text.publishInReview(named, refused.towns.length - named.length);
    }
    case "calendar_unknown":
      return text.calendarUnknown(refused.year);
    case "override_over":
      return text.overrideOver(dayName(refused.day, locale));
    case "provisional_first":
      return text.provisionalFirst;
    case "objection_window":
      return text.objectionWindow(momentName(refused.until, locale));
    case "objections_open":
      return text.objectionsOpen(refused.open);
    case "already":
      return text.provisionalAlready;
    case "published":
      return text.alreadyPublished;
    case "not_open":
      return text.notOpen;
    case "nothing_approved":
      return text.nothingApproved;
    case "no_step":
      return text.noObjectionStep;
  }
}

function shortName(programme: Programme, slug: string, locale: Locale): string {
  const town = townBySlug(programme, slug);
  return (locale === "en" ? town?.nameEn : town?.short) ?? slug;
}
