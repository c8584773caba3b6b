import { dayName, momentName } from "../../cards/names.ts";
import { noticeText } from "../../cards/text/notices.ts";
import type { Locale } from "../domain/people.ts";
import { type Programme, townBySlug } from "../domain/programme.ts";
import type { ProvisionalOutcome } from "./provisional.ts";
import type { PublishOutcome } from "./publish.ts";

/** A step of the quarter that cannot be taken now: announcing provisional scores, or publishing. */
export type StepRefused = Extract<ProvisionalOutcome | PublishOutcome, { ok: false }>;

/** Why not, and what to do about it: the same sentence on a card and in a terminal. */
export function refusalText(refused: StepRefused, programme: Programme, locale: Locale): string {
  const text = noticeText[locale];
  switch (refused.reason) {
    case "in_review":
      return text.publishInReview(refused.towns.map((slug) => shortName(programme, slug, locale)));
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
