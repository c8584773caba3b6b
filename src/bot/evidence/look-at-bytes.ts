import { exifOf } from "../../domain/checkup/exif.ts";
import { type LookedAt, photoFacts } from "../../domain/checkup/photo-facts.ts";
import type { Pixels } from "../../domain/checkup/photo-hash.ts";
import { photoPixels } from "./photo-pixels.ts";

/** Looks at a photo; takes up to a second or so for a large one. `decode` false: only at what the camera wrote. */
export function lookAtBytes(bytes: Uint8Array, decode = true): LookedAt {
  let pixels: Pixels | null = null;
  const facts = photoFacts(bytes, {
    decode: () => {
      pixels = decode ? photoPixels(bytes) : null;
      return pixels;
    },
    metadata: exifOf,
  });
  return { ...facts, decoded: pixels !== null };
}
