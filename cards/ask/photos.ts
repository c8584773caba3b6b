import type { PeriodId } from "../../src/domain/calendar/period.ts";
import { countBySection, type ShownPhoto } from "../../src/domain/evidence/shown-photo.ts";
import type { Locale } from "../../src/domain/programme/people.ts";
import type { Programme, Town } from "../../src/domain/programme/programme.ts";
import { sectionsOf } from "../../src/domain/report/content.ts";
import type { Action } from "../action.ts";
import type { Card } from "../card.ts";
import { periodName, sectionName, townName } from "../names.ts";
import { MOST_PICTURES, pictureBlock } from "../pictures/picture-block.ts";
import { query } from "../query.ts";
import { askText } from "../text/ask.ts";
import { picturesText } from "../text/pictures.ts";
import { type WholeText, wholeText } from "../text/whole.ts";
import { shortAnswer } from "./short-answer.ts";

/** A quarter's filed photos, the newest first; or why they are not shown: still a draft, in private only, or not theirs. */
export type QuarterPhotos = {
  period: PeriodId;
  photos: readonly ShownPhoto[] | "draft" | "private" | "hidden";
};

/** `earlier`: shown instead, where no quarter was named and the present one has nothing to show. */
export type PhotosView = {
  programme: Programme;
  town: Town;
  asked: QuarterPhotos;
  earlier: QuarterPhotos | null;
  page: number;
  locale: Locale;
};

/** A town's photos of a quarter: how many by section, and the pictures, a page at a time. */
export function photosCard(view: PhotosView): Card {
  const { programme, town, asked, earlier, locale } = view;
  const text = wholeText(locale);
  const { period, photos } = earlier ?? asked;
  const shown = typeof photos === "string" ? [] : photos;
  const pages = Math.max(1, Math.ceil(shown.length / MOST_PICTURES));
  const page = Math.min(Math.max(1, Math.trunc(view.page) || 1), pages);
  return shortAnswer({
    programme,
    title: text.photos(townName(town, locale), periodName(period, locale)),
    lines: [
      ...(shown === asked.photos && shown.length > 0 ? [] : [nothing(asked, text, locale)]),
      ...(earlier ? [text.photosEarlier(periodName(earlier.period, locale))] : []),
      ...(shown.length > 0 ? [text.photoCount(shown.length, bySection(shown, view, text))] : []),
    ],
    below: pictureBlock(shown, view, { from: (page - 1) * MOST_PICTURES, counted: true }),
    offers: [
      ...(page < pages
        ? [
            [picturesText(locale).seeOlder, query.photos(town.slug, period, page + 1)] satisfies [
              string,
              Action,
            ],
          ]
        : []),
      [text.buttons.status, query.status(town.slug)],
      ...(shown.some(isPreparing)
        ? [
            [askText(locale).buttons.refresh, query.photos(town.slug, period, page)] satisfies [
              string,
              Action,
            ],
          ]
        : []),
    ],
    locale,
  });
}

function isPreparing({ picture }: ShownPhoto): boolean {
  return "none" in picture && picture.none === "preparing";
}

/** Why the quarter asked about shows no photo. */
function nothing({ period, photos }: QuarterPhotos, text: WholeText, locale: Locale): string {
  if (photos === "hidden") return text.photosHidden;
  if (photos === "private") return text.photosPrivate(periodName(period, locale));
  return photos === "draft"
    ? text.photosDraft(periodName(period, locale))
    : text.noPhotos(periodName(period, locale));
}

function bySection(photos: readonly ShownPhoto[], view: PhotosView, text: WholeText): string[] {
  const counts = countBySection(photos);
  return sectionsOf(view.programme).flatMap((section) => {
    const n = counts[section] ?? 0;
    return n > 0 ? [text.photosOf(sectionName(view.programme, section, view.locale), n)] : [];
  });
}
