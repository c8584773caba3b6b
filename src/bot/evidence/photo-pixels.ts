import { decode as decodeJpeg } from "jpeg-js";
import UPNG from "upng-js";
import type { Pixels } from "../../domain/checkup/photo-hash.ts";
import { fileKind } from "../../domain/file-kind.ts";

// The only place that knows picture formats. What it cannot decode is kept all the same and just not compared.

/** Megapixels; a larger photo would take more memory than a Worker has. */
const LARGEST = 24;

/** A JPEG's or PNG's pixels; null for any other format (HEIC, WebP), for a broken file and for one too large. */
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
    // The decoders throw whatever a broken picture makes them stumble over.
    return null;
  }
}

function jpeg(bytes: Uint8Array): Pixels {
  const limits = { maxResolutionInMP: LARGEST, maxMemoryUsageInMB: 256 };
  const { width, height, data } = decodeJpeg(bytes, { useTArray: true, ...limits });
  return { width, height, rgba: data };
}

function png(bytes: Uint8Array): Pixels | null {
  // Width and height stand at the start of every PNG.
  const head = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (head.getUint32(16) * head.getUint32(20) > LARGEST * 1e6) return null;
  const picture = UPNG.decode(new Uint8Array(bytes).buffer);
  const [frame] = UPNG.toRGBA8(picture);
  return frame ? { width: picture.width, height: picture.height, rgba: new Uint8Array(frame) } : null;
}
