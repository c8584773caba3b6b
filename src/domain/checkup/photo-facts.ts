import * as z from "zod";
import { checkupFlagSchema } from "./checkup-flag.ts";
import { type Pixels, photoHash } from "./photo-hash.ts";

const placeSchema = z.object({ lat: z.number(), lng: z.number() });
export type Place = z.infer<typeof placeSchema>;

/** What a photo says about itself. Most of it is often missing: chat programs strip what a camera wrote. */
const photoFactsSchema = z.object({
  hash: z.string().nullable(),
  /** The day by the camera's own clock, `YYYY-MM-DD`. */
  takenOn: z.string().nullable(),
  place: placeSchema.nullable(),
});
export type PhotoFacts = z.infer<typeof photoFactsSchema>;

/** A photo as it was looked at once, on its arrival. `decoded` false: a format or file that could not be compared. */
export const checkedPhotoSchema = photoFactsSchema.extend({
  decoded: z.boolean(),
  flags: z.array(checkupFlagSchema),
});
export type CheckedPhoto = z.infer<typeof checkedPhotoSchema>;

/** Decoders are handed in, so that this folder knows no image format. Each answers null for what it cannot read. */
export type PhotoReaders = {
  decode: (bytes: Uint8Array) => Pixels | null;
  /** EXIF DateTimeOriginal as written (`2026:08:15 10:20:30`), and degrees, south and west below zero. */
  metadata: (bytes: Uint8Array) => { dateTimeOriginal?: string; lat?: number; lng?: number } | null;
};

export function photoFacts(bytes: Uint8Array, { decode, metadata }: PhotoReaders): PhotoFacts {
  const pixels = decode(bytes);
  const written = metadata(bytes);
  return {
    hash: pixels && photoHash(pixels),
    takenOn: cameraDay(written?.dateTimeOriginal ?? ""),
    place: placeOf(written?.lat, written?.lng),
  };
}

/** Null for no date, an impossible one, and the years of a clock that was never set. */
export function cameraDay(dateTimeOriginal: string): string | null {
  const match = /^(\d{4})[:-](\d\d)[:-](\d\d)/.exec(dateTimeOriginal);
  const day = match ? `${match[1]}-${match[2]}-${match[3]}` : "";
  const ms = Date.parse(`${day}T00:00:00Z`);
  if (Number.isNaN(ms) || new Date(ms).toISOString().slice(0, 10) !== day) return null;
  return day >= "2010-01-01" ? day : null;
}

/** Null Island is where a receiver without a fix thinks it is. */
function placeOf(lat: number | undefined, lng: number | undefined): Place | null {
  if (lat === undefined || lng === undefined) return null;
  if (!(Math.abs(lat) <= 90) || !(Math.abs(lng) <= 180) || (lat === 0 && lng === 0)) return null;
  return { lat, lng };
}
