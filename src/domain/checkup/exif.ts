import { directory, type Field, firstDirectory, GPS_DIRECTORY, innerAt, type Tiff, tiffsIn } from "./tiff.ts";

// Reads the day and place a camera wrote into a photo (EXIF, CIPA DC-008).

type Written = { dateTimeOriginal?: string; lat?: number; lng?: number };

const EXIF_DIRECTORY = 0x8769;
const DATE_TIME_ORIGINAL = 0x9003;

/** Day and place as written (degrees, south and west negative); null for a photo without EXIF and a broken file. */
export function exifOf(bytes: Uint8Array): Written | null {
  const all = tiffsIn(bytes).map(read);
  // A photo may hold others, such as its own preview.
  return all.find((one) => one !== null && Object.keys(one).length > 0) ?? all.find((one) => one) ?? null;
}

/** Null when an offset points outside. */
function read(tiff: Tiff): Written | null {
  try {
    const first = firstDirectory(tiff);
    const exif = inner(tiff, first.get(EXIF_DIRECTORY));
    const gps = inner(tiff, first.get(GPS_DIRECTORY));
    const taken = textOf(tiff, exif.get(DATE_TIME_ORIGINAL));
    const lat = degrees(tiff, gps.get(2), textOf(tiff, gps.get(1)));
    const lng = degrees(tiff, gps.get(4), textOf(tiff, gps.get(3)));
    return {
      ...(taken ? { dateTimeOriginal: taken } : {}),
      ...(lat === null || lng === null ? {} : { lat, lng }),
    };
  } catch (error) {
    if (error instanceof RangeError) return null;
    throw error;
  }
}

function inner(tiff: Tiff, field: Field | undefined): Map<number, Field> {
  const at = innerAt(tiff, field);
  return at === null ? new Map() : directory(tiff, at);
}

function textOf({ view }: Tiff, field: Field | undefined): string {
  if (field?.type !== 2) return "";
  const codes = Array.from({ length: Math.min(field.count, 64) }, (_, i) => view.getUint8(field.at + i));
  return String.fromCharCode(...codes.filter((code) => code !== 0));
}

/** Degrees, minutes and seconds, each a fraction. */
function degrees({ view, little }: Tiff, field: Field | undefined, side: string): number | null {
  if (field?.type !== 5 || field.count !== 3) return null;
  const [whole = 0, minutes = 0, seconds = 0] = [0, 8, 16].map(
    (i) => view.getUint32(field.at + i, little) / view.getUint32(field.at + i + 4, little),
  );
  const size = whole + minutes / 60 + seconds / 3600;
  if (!Number.isFinite(size)) return null;
  return side === "S" || side === "W" ? -size : size;
}
