import type { Place } from "../checkup/photo-facts.ts";
import type { SectionId } from "../report/content.ts";

/** Why the platform does not show a photo: above its limit, a format it refuses, or a stored file that is lost. */
export const UNSHOWN = ["too_large", "refused", "lost"] as const;
export type Unshown = (typeof UNSHOWN)[number];

/** A photo of a town's report or of a record, as cards show it. */
export type ShownPhoto = {
  /** Names the photo on a button. */
  ref: string;
  /** Null until the town has chosen one, and for a record's. */
  section: SectionId | null;
  /** What a record's photo shows. */
  shows?: string;
  /** The day it was sent, and the day by its camera's clock if known, `YYYY-MM-DD`. */
  sentOn: string;
  takenOn: string | null;
  /** Where it was taken, only for a reader who may know (`mayKnowPlaces`). */
  place?: Place;
  /** Its key on the platform, or why it has none; `preparing`: not there yet. */
  picture: { key: string } | { none: Unshown | "preparing" };
};

/** Two photos to be seen side by side, by their refs, each with the day written under it (`YYYY-MM-DD`). */
export type PhotoPair = [before: { ref: string; day: string }, after: { ref: string; day: string }];
/** The one picture of a pair, as far as there is one. */
export type PairShown = { refs: [before: string, after: string]; picture: ShownPhoto["picture"] };

/** The photos filed under a section, which the town's readers see; the others are the town's alone. */
export function filedPhotos(photos: readonly ShownPhoto[]): ShownPhoto[] {
  return photos.filter(({ section }) => section !== null);
}

/** The number of photos by section. */
export function countBySection(photos: readonly ShownPhoto[]): Record<SectionId, number> {
  const counts: Record<SectionId, number> = {};
  for (const { section } of photos) if (section !== null) counts[section] = (counts[section] ?? 0) + 1;
  return counts;
}
