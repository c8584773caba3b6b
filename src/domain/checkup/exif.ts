// Reads the day and place a camera wrote into a JPEG: EXIF (CIPA DC-008), a TIFF inside the APP1 segment.

type Written = { dateTimeOriginal?: string; lat?: number; lng?: number };
type Tiff = { view: DataView; little: boolean };
/** A field of a directory: its type, the number of values, and their offset from the start of the TIFF. */
type Field = { type: number; count: number; at: number };

const EXIF_DIRECTORY = 0x8769;
const GPS_DIRECTORY = 0x8825;
const DATE_TIME_ORIGINAL = 0x9003;
/** Bytes of one value by the field's type: byte, text, short, long, rational. */
const SIZES: Record<number, number> = { 1: 1, 2: 1, 3: 2, 4: 4, 5: 8 };
/** More entries than any camera writes; a larger number means a broken file. */
const MOST_FIELDS = 512;

/** Day and place as written (degrees, south and west negative); null for no JPEG, no EXIF or a broken file. */
export function exifOf(bytes: Uint8Array): Written | null {
  try {
    const tiff = tiffOf(bytes);
    return tiff && read(tiff);
  } catch (error) {
    // An offset points outside the file.
    if (error instanceof RangeError) return null;
    throw error;
  }
}

/**
 * The same photo without the place its camera wrote: the fields of the GPS directory are emptied, nothing else changes.
 * Whatever is no JPEG with EXIF is returned as it is.
 */
export function withoutPlace(bytes: Uint8Array): Uint8Array {
  // A Buffer's own slice would be a view of the same bytes.
  const copy = new Uint8Array(bytes);
  try {
    const tiff = tiffOf(copy);
    const gps = tiff && directory(tiff, tiff.view.getUint32(4, tiff.little)).get(GPS_DIRECTORY);
    if (!tiff || !gps) return bytes;
    const at = tiff.view.getUint32(gps.at, tiff.little);
    for (const { type, count, at: value } of directory(tiff, at).values()) {
      const size = Math.min(count * (SIZES[type] ?? 8), tiff.view.byteLength - value);
      for (let i = 0; i < size; i += 1) tiff.view.setUint8(value + i, 0);
    }
    tiff.view.setUint16(at, 0, tiff.little);
    return copy;
  } catch (error) {
    if (error instanceof RangeError) return copy;
    throw error;
  }
}

function read(tiff: Tiff): Written {
  const first = directory(tiff, tiff.view.getUint32(4, tiff.little));
  const exif = inner(tiff, first.get(EXIF_DIRECTORY));
  const gps = inner(tiff, first.get(GPS_DIRECTORY));
  const taken = textOf(tiff, exif.get(DATE_TIME_ORIGINAL));
  const lat = degrees(tiff, gps.get(2), textOf(tiff, gps.get(1)));
  const lng = degrees(tiff, gps.get(4), textOf(tiff, gps.get(3)));
  return {
    ...(taken ? { dateTimeOriginal: taken } : {}),
    ...(lat === null || lng === null ? {} : { lat, lng }),
  };
}

/** The TIFF inside the APP1 segment that begins with `Exif`. */
function tiffOf(bytes: Uint8Array): Tiff | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (bytes.length < 4 || view.getUint16(0) !== 0xffd8) return null;
  for (let at = 2; at + 4 <= bytes.length; ) {
    const marker = view.getUint16(at);
    const length = view.getUint16(at + 2);
    // The image data begins: no metadata segment follows.
    if (marker === 0xffda || (marker & 0xff00) !== 0xff00 || length < 2) return null;
    const isExif = marker === 0xffe1 && view.getUint32(at + 4) === 0x45786966;
    if (isExif) {
      const tiff = new DataView(bytes.buffer, bytes.byteOffset + at + 10, length - 8);
      return { view: tiff, little: tiff.getUint16(0) === 0x4949 };
    }
    at += 2 + length;
  }
  return null;
}

function directory({ view, little }: Tiff, at: number): Map<number, Field> {
  const count = view.getUint16(at, little);
  const fields = new Map<number, Field>();
  for (let i = 0; i < Math.min(count, MOST_FIELDS); i += 1) {
    const entry = at + 2 + i * 12;
    const type = view.getUint16(entry + 2, little);
    const values = view.getUint32(entry + 4, little);
    const bytes = values * (SIZES[type] ?? 8);
    const where = bytes <= 4 ? entry + 8 : view.getUint32(entry + 8, little);
    fields.set(view.getUint16(entry, little), { type, count: values, at: where });
  }
  return fields;
}

function inner(tiff: Tiff, field: Field | undefined): Map<number, Field> {
  return field ? directory(tiff, tiff.view.getUint32(field.at, tiff.little)) : new Map();
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
