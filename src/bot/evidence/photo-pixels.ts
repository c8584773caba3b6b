import { type DecodedPng, decode as decodePng } from "fast-png";
import { decode as decodeJpeg } from "jpeg-js";
import type { Pixels } from "../../domain/checkup/photo-hash.ts";
import { fileKind } from "../../domain/evidence/file-kind.ts";

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
  const decoded = decodePng(bytes);
  const { width, height, data, depth, channels, palette } = decoded;
  const rgba = new Uint8Array(width * height * 4);
  // What screens and cameras write is copied; the other layouts are read pixel by pixel.
  if (depth === 8 && channels >= 3 && !palette)
    for (let i = 0; i < width * height; i += 1) {
      for (let channel = 0; channel < 3; channel += 1)
        rgba[i * 4 + channel] = data[i * channels + channel] ?? 0;
      rgba[i * 4 + 3] = channels === 4 ? (data[i * 4 + 3] ?? 0) : 255;
    }
  else
    for (let i = 0; i < width * height; i += 1)
      rgba.set(pixelAt(decoded, i % width, Math.floor(i / width)), i * 4);
  return { width, height, rgba };
}

/** One pixel as red, green, blue and opacity, 0 to 255, of a picture in any of the format's layouts. */
function pixelAt({ width, data, depth, channels, palette }: DecodedPng, x: number, y: number): number[] {
  const rowBytes = Math.ceil((width * channels * depth) / 8);
  const sample = (channel: number): number => {
    if (depth === 16) return (data[(y * width + x) * channels + channel] ?? 0) >> 8;
    if (depth === 8) return data[(y * width + x) * channels + channel] ?? 0;
    // Several samples share a byte, the first in its highest bits.
    const bit = (x * channels + channel) * depth;
    const byte = data[y * rowBytes + (bit >> 3)] ?? 0;
    return (byte >> (8 - depth - (bit & 7))) & (2 ** depth - 1);
  };
  if (palette) {
    const [red = 0, green = 0, blue = 0, opacity = 255] = palette[sample(0)] ?? [];
    return [red, green, blue, opacity];
  }
  const full = depth < 8 ? 255 / (2 ** depth - 1) : 1;
  if (channels < 3) {
    const grey = sample(0) * full;
    return [grey, grey, grey, channels === 2 ? sample(1) : 255];
  }
  return [sample(0), sample(1), sample(2), channels === 4 ? sample(3) : 255];
}
