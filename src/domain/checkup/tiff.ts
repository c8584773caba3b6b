// The directories of TIFF, the format of what cameras write into photos (EXIF, CIPA DC-008).

/** A TIFF inside a file; offsets count from its start. */
export type Tiff = { view: DataView; little: boolean };
/** A field of a directory: its type, the number of values, and their offset. */
export type Field = { type: number; count: number; at: number };

export const GPS_DIRECTORY = 0x8825;
/** The type of a field that names a directory's offset. */
const LONG = 4;
/** Bytes of one value by the field's type: byte, text, short, long, rational. */
const SIZES: Record<number, number> = { 1: 1, 2: 1, 3: 2, 4: 4, 5: 8 };
/** More entries than any camera writes; a larger number means a broken file. */
const MOST_FIELDS = 512;
/** Where a photo has more (one for each picture inside it), the rest is not looked at. */
const MOST_TIFFS = 64;
/** A segment of a JPEG; what other formats write is shorter, but for its thumbnail. */
const LONGEST = 65_535;
const STAR = 0x2a;

/**
 * The TIFFs of a photo, by their heads: JPEG, HEIC, WebP and PNG each wrap them differently, and photos are put inside
 * photos.
 */
export function tiffsIn(bytes: Uint8Array): Tiff[] {
  const found: Tiff[] = [];
  for (
    let at = bytes.indexOf(STAR);
    at !== -1 && found.length < MOST_TIFFS;
    at = bytes.indexOf(STAR, at + 1)
  ) {
    const little = isHead(bytes, at - 2, [0x49, 0x49, STAR, 0]);
    if (!little && !isHead(bytes, at - 3, [0x4d, 0x4d, 0, STAR])) continue;
    const start = little ? at - 2 : at - 3;
    const length = Math.min(LONGEST, bytes.length - start);
    found.push({ view: new DataView(bytes.buffer, bytes.byteOffset + start, length), little });
  }
  return found;
}

function isHead(bytes: Uint8Array, start: number, head: number[]): boolean {
  return start >= 0 && head.every((byte, i) => bytes[start + i] === byte);
}

/** The first directory. Throws a `RangeError`, as all here do, when an offset points outside the TIFF. */
export function firstDirectory(tiff: Tiff): Map<number, Field> {
  return directory(tiff, tiff.view.getUint32(4, tiff.little));
}

/** Where the directory begins that a field names; null when it names none. */
export function innerAt({ view, little }: Tiff, field: Field | undefined): number | null {
  return field?.type === LONG && field.count === 1 ? view.getUint32(field.at, little) : null;
}

export function directory({ view, little }: Tiff, at: number): Map<number, Field> {
  const count = view.getUint16(at, little);
  const fields = new Map<number, Field>();
  for (let i = 0; i < Math.min(count, MOST_FIELDS); i += 1) {
    const entry = at + 2 + i * 12;
    const field = {
      type: view.getUint16(entry + 2, little),
      count: view.getUint32(entry + 4, little),
      at: entry + 8,
    };
    if (bytesOf(field) > 4) field.at = view.getUint32(entry + 8, little);
    fields.set(view.getUint16(entry, little), field);
  }
  return fields;
}

/** How many bytes a field's values take. */
export function bytesOf({ type, count }: Pick<Field, "count" | "type">): number {
  return count * (SIZES[type] ?? 8);
}
