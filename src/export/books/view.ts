import { countyName, distinctTownName, longDayName, nameOf } from "../../../cards/names.ts";
import { shanghaiDay } from "../../domain/calendar/shanghai-time.ts";
import type { Locale } from "../../domain/programme/people.ts";
import type { Programme, Town } from "../../domain/programme/programme.ts";
import { BOOKS_TEXT, type BooksText } from "./text.ts";

/** What every book is made from. `now`: when it is made, UTC ms. */
export type BookView = { programme: Programme; now: number; locale: Locale };

export function textOf({ locale }: BookView): BooksText {
  return BOOKS_TEXT[locale];
}

export function dayOf({ now, locale }: BookView): string {
  return longDayName(shanghaiDay(now), locale);
}

export function programmeOf({ programme, locale }: BookView): string {
  return nameOf(programme, locale);
}

/** The line at the foot of every page. */
export function footOf(view: BookView, title: string): string {
  return textOf(view).foot(nameOf(view.programme.office, view.locale), title, dayOf(view));
}

/** A town's name and its county's. */
export function placeOf(
  { programme, locale }: BookView,
  town: Town | undefined,
): [town: string, county: string] {
  return town ? [distinctTownName(programme, town, locale), countyName(programme, town, locale)] : ["", ""];
}
