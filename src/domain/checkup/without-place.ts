import { emptyVideo, withoutVideo } from "./behind-photo.ts";
import { bytesOf, directory, firstDirectory, GPS_DIRECTORY, innerAt, type Tiff, tiffsIn } from "./tiff.ts";

// Takes out of a photo where it was taken: cameras write it as EXIF, programs also as XMP, a text (ISO 16684-1).

const PNG = [0x89, 0x50, 0x4e, 0x47];
const JPEG = [0xff, 0xd8];
/** Chunks of a PNG that are about the picture and not part of it. */
const ABOUT = ["eXIf", "iTXt", "tEXt", "zTXt"];
const XMP = { begins: codes("<x:xmpmeta"), ends: codes("</x:xmpmeta>") };
/** A JPEG's XMP is in one segment; a longer one goes on in further ones, each with a head and the text's own place. */
const LONGEST_IN_JPEG = 65_535;
const FURTHER = codes("http://ns.adobe.com/xmp/extension/\0");
const HEAD_OF_FURTHER = FURTHER.length + 40;

/**
 * The same photo without the place: the fields of EXIF's GPS directory are emptied and XMP is blanked, nothing moves. A
 * PNG goes without the chunks that hold either, a photo without the video behind it.
 */
export function withoutPlace(bytes: Uint8Array): Uint8Array {
  if (startsWith(bytes, PNG)) return withoutChunks(bytes);
  // A Buffer's own slice would be a view of the same bytes.
  const isJpeg = startsWith(bytes, JPEG);
  const copy = new Uint8Array(isJpeg ? withoutVideo(bytes) : bytes);
  for (const tiff of tiffsIn(copy)) emptyGps(tiff);
  blankXmp(copy, isJpeg ? LONGEST_IN_JPEG : copy.length);
  if (isJpeg) blankFurther(copy);
  else emptyVideo(copy);
  return copy;
}

function emptyGps(tiff: Tiff): void {
  const { view, little } = tiff;
  try {
    const at = innerAt(tiff, firstDirectory(tiff).get(GPS_DIRECTORY));
    if (at === null) return;
    for (const field of directory(tiff, at).values()) {
      const length = Math.min(bytesOf(field), view.byteLength - field.at);
      if (length > 0) new Uint8Array(view.buffer, view.byteOffset + field.at, length).fill(0);
    }
    view.setUint16(at, 0, little);
  } catch (error) {
    // An offset points outside: nobody can read a place there.
    if (!(error instanceof RangeError)) throw error;
  }
}

function blankXmp(bytes: Uint8Array, longest: number): void {
  let end = 0;
  for (let at = indexOf(bytes, XMP.begins, 0); at !== -1; at = indexOf(bytes, XMP.begins, at + 1)) {
    if (end < at) end = indexOf(bytes, XMP.ends, at);
    if (end === -1) return;
    if (end - at <= longest) bytes.fill(0x20, at, end + XMP.ends.length);
  }
}

/** Segments say in the two bytes before how long they are, those two included. */
function blankFurther(jpeg: Uint8Array): void {
  for (let at = indexOf(jpeg, FURTHER, 2); at !== -1; at = indexOf(jpeg, FURTHER, at + 1)) {
    const length = (jpeg[at - 2] ?? 0) * 256 + (jpeg[at - 1] ?? 0);
    jpeg.fill(0x20, at + HEAD_OF_FURTHER, Math.max(at + HEAD_OF_FURTHER, at - 2 + length));
  }
}

function withoutChunks(png: Uint8Array): Uint8Array {
  const view = new DataView(png.buffer, png.byteOffset, png.byteLength);
  const kept = new Uint8Array(png.length);
  let [at, size] = [8, 8];
  kept.set(png.subarray(0, 8));
  while (at < png.length) {
    // What is left of a file that was cut off stays as it is.
    const length = at + 12 <= png.length ? view.getUint32(at) + 12 : png.length - at;
    const chunk = png.subarray(at, at + length);
    const type = String.fromCharCode(...chunk.subarray(4, 8));
    if (!ABOUT.includes(type)) {
      kept.set(chunk, size);
      size += chunk.length;
    }
    at += length;
  }
  return kept.slice(0, size);
}

function indexOf(bytes: Uint8Array, words: number[], from: number): number {
  const [first = 0] = words;
  for (let at = bytes.indexOf(first, from); at !== -1; at = bytes.indexOf(first, at + 1))
    if (words.every((code, i) => bytes[at + i] === code)) return at;
  return -1;
}

function startsWith(bytes: Uint8Array, head: number[]): boolean {
  return head.every((byte, i) => bytes[i] === byte);
}

function codes(text: string): number[] {
  return [...text].map((char) => char.charCodeAt(0));
}
