import type { Place } from "../../src/domain/checkup/photo-facts.ts";
import type { ShownPhoto } from "../../src/domain/evidence/shown-photo.ts";
import type { Locale } from "../../src/domain/programme/people.ts";
import type { Programme } from "../../src/domain/programme/programme.ts";
import { typed } from "../elements.ts";
import { dayName, sectionName } from "../names.ts";
import { picturesText } from "../text/pictures.ts";

/** What the words of a photo depend on besides the photo. */
export type PhotoWords = { programme: Programme; locale: Locale };

/** The section a photo was filed under, by name; of a record's photo what it shows. */
export function photoSection({ section, shows }: ShownPhoto, { programme, locale }: PhotoWords): string {
  if (shows !== undefined) return typed(shows, 40);
  return section === null ? picturesText(locale).unfiled : sectionName(programme, section, locale);
}

/**
 * `10月12日（9月20日拍摄）`: the day a photo was sent, the day it was taken where that is known to be another, and where,
 * for a reader who may know.
 */
export function photoDay({ sentOn, takenOn, place }: ShownPhoto, { locale }: PhotoWords): string {
  const text = picturesText(locale);
  const taken = takenOn === null || takenOn === sentOn ? null : dayName(takenOn, locale);
  const day = text.day(dayName(sentOn, locale), taken);
  return place ? text.at(day, placeWords(place)) : day;
}

/** `37.500°N 111.200°E`, to about a hundred metres. */
function placeWords({ lat, lng }: Place): string {
  const side = (degrees: number, [above, below]: [string, string]) =>
    `${Math.abs(degrees).toFixed(3)}°${degrees < 0 ? below : above}`;
  return `${side(lat, ["N", "S"])} ${side(lng, ["E", "W"])}`;
}

/** `形象进度 10月12日`. */
export function photoWords(photo: ShownPhoto, words: PhotoWords): string {
  return picturesText(words.locale).one(photoSection(photo, words), photoDay(photo, words));
}
