import { decode as decodeJpeg } from "jpeg-js";
import UPNG from "upng-js";
import type { Pixels } from "../../domain/checkup/photo-hash.ts";
import { fileKind } from "../../domain/file-kind.ts";

// The only place that decodes picture formats. A photo that cannot be decoded is kept but not compared.

/** Megapixels; a larger photo would need more memory than a Worker has. */
const LARGEST = 24;

/** The pixels of a JPEG or PNG; null for other formats (HEIC, WebP), broken files and photos that are too large. */
export function photoPixels(bytes: Uint8Array): Pixels | null {
  try {
    switch (fileKind(bytes, "")?.extension) {
      case "jpg":
        return jpeg(bytes);
      case "png":
        return png(bytes);
      default:
        return null;
    }
  } catch {
    // The decoders throw all kinds of errors on broken files.
    return null;
  }
}

function jpeg(bytes: Uint8Array): Pixels {
  const limits = { maxResolutionInMP: LARGEST, maxMemoryUsageInMB: 256 };
  const { width, height, data } = decodeJpeg(bytes, { useTArray: true, ...limits });
  return { width, height, rgba: data };
}

function png(bytes: Uint8Array): Pixels | null {
  // Width and height are at the start of every PNG.
  const head = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (head.getUint32(16) * head.getUint32(20) > LARGEST * 1e6) return null;
  const picture = UPNG.decode(new Uint8Array(bytes).buffer);
  const [frame] = UPNG.toRGBA8(picture);
  return frame ? { width: picture.width, height: picture.height, rgba: new Uint8Array(frame) } : null;
}
