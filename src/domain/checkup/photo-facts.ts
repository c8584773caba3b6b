import * as z from "zod";
import { checkupFlagSchema } from "./checkup-flag.ts";
import { type Pixels, photoHash } from "./photo-hash.ts";

const placeSchema = z.object({ lat: z.number(), lng: z.number() });
export type Place = z.infer<typeof placeSchema>;

/** What a photo's own data says. Most is often missing, because chat programs strip metadata. */
const photoFactsSchema = z.object({
  hash: z.string().nullable(),
  /** The day by the camera's own clock, `YYYY-MM-DD`. */
  takenOn: z.string().nullable(),
  place: placeSchema.nullable(),
});
export type PhotoFacts = z.infer<typeof photoFactsSchema>;

/**
 * A photo as examined once, on arrival. `decoded` false: its format or file could not be read for comparison. Its place
 * is kept apart (db/photo-places.ts).
 */
export const checkedPhotoSchema = photoFactsSchema.omit({ place: true }).extend({
  decoded: z.boolean(),
  flags: z.array(checkupFlagSchema),
});
export type CheckedPhoto = z.infer<typeof checkedPhotoSchema>;

/** What a photo's bytes say by themselves. `decoded` false: its format or file could not be read for comparison. */
export const lookedAtSchema = photoFactsSchema.extend({ decoded: z.boolean() });
export type LookedAt = z.infer<typeof lookedAtSchema>;

/** The image readers, passed in so that this folder knows no image format; each answers null for unreadable bytes. */
export type PhotoReaders = {
  decode: (bytes: Uint8Array) => Pixels | null;
  /** EXIF DateTimeOriginal as written (`2026:08:15 10:20:30`), and degrees, south and west below zero. */
  metadata: (bytes: Uint8Array) => { dateTimeOriginal?: string; lat?: number; lng?: number } | null;
};

/** The facts of a photo; null fields where the readers found nothing usable. */
export function photoFacts(bytes: Uint8Array, { decode, metadata }: PhotoReaders): PhotoFacts {
  const pixels = decode(bytes);
  const written = metadata(bytes);
  return {
    hash: pixels && photoHash(pixels),
    takenOn: cameraDay(written?.dateTimeOriginal ?? ""),
    place: placeOf(written?.lat, written?.lng),
  };
}

/** The day `YYYY-MM-DD` of an EXIF date; null when absent, impossible, or from a clock that was never set. */
export function cameraDay(dateTimeOriginal: string): string | null {
  const match = /^(\d{4})[:-](\d\d)[:-](\d\d)/.exec(dateTimeOriginal);
  const day = match ? `${match[1]}-${match[2]}-${match[3]}` : "";
  const ms = Date.parse(`${day}T00:00:00Z`);
  if (Number.isNaN(ms) || new Date(ms).toISOString().slice(0, 10) !== day) return null;
  return day >= "2010-01-01" ? day : null;
}

/** Null for 0°, 0° too: receivers write it when they have no fix. */
function placeOf(lat: number | undefined, lng: number | undefined): Place | null {
  if (lat === undefined || lng === undefined) return null;
  if (!(Math.abs(lat) <= 90) || !(Math.abs(lng) <= 180) || (lat === 0 && lng === 0)) return null;
  return { lat, lng };
}
