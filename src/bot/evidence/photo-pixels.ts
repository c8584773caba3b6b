import { inflateSync } from "node:zlib";
import { type DecodedPng, decode as decodePng } from "fast-png";
import { decode as decodeJpeg } from "jpeg-js";
import type { Pixels } from "../../domain/checkup/photo-hash.ts";
import { fileKind } from "../../domain/evidence/file-kind.ts";

// The only place that decodes picture formats. A photo that cannot be decoded is kept but not compared.

/** Megapixels; a larger photo would need more memory than a Worker has. */
const LARGEST = 24;
/** The most pixels a byte of a JPEG stands for: every 8 by 8 of them take a bit at least. */
const PIXELS_A_BYTE = 8 * 64;
/** Bytes the decoder may hold for a pixel of three colours, and MB for a whole picture. */
const MEMORY_A_PIXEL = 24;
const MEMORY = 256;
/** Bytes of the rows of a PNG before they are compressed: 24 megapixels of eight bits, and some more. */
const MOST_ROWS = 128 * 1024 * 1024;
/** The type of a chunk with compressed rows. */
const IDAT = 0x49444154;
/** Samples a pixel has, by the format's colour type. */
const CHANNELS: Record<number, number> = { 0: 1, 2: 3, 3: 1, 4: 2, 6: 4 };

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
  // The decoder makes room for all a file claims before it reads on.
  const claimable = (bytes.length * PIXELS_A_BYTE) / 1e6;
  const limits = {
    maxResolutionInMP: Math.min(LARGEST, claimable),
    maxMemoryUsageInMB: Math.min(MEMORY, 1 + claimable * MEMORY_A_PIXEL),
  };
  const { width, height, data } = decodeJpeg(bytes, { useTArray: true, ...limits });
  return { width, height, rgba: data };
}

function png(bytes: Uint8Array): Pixels | null {
  const head = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const [columns, rows] = [head.getUint32(16), head.getUint32(20)];
  if (columns * rows > LARGEST * 1e6) return null;
  const rowBits = columns * (CHANNELS[head.getUint8(25)] ?? 4) * head.getUint8(24);
  const rowBytes = Math.ceil(rowBits / 8);
  // Each row has a byte of its own; an interlaced picture has up to twice as many, shorter ones.
  const most = rows * (rowBytes + 2) + 1024;
  if (most > MOST_ROWS) return null;
  // A few kilobytes may inflate to gigabytes, which the decoder would follow; this throws at the first byte too many.
  const inflated = inflateSync(compressedRows(head), { maxOutputLength: most });
  // As many claimed without being there would be drawn one by one.
  if (inflated.length < (rows * rowBits) / 8) return null;
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

/** The data of a PNG's IDAT chunks, joined. */
function compressedRows(png: DataView): Uint8Array {
  const parts: Uint8Array[] = [];
  for (let at = 8; at + 12 <= png.byteLength; ) {
    const length = png.getUint32(at);
    if (png.getUint32(at + 4) === IDAT)
      parts.push(
        new Uint8Array(png.buffer, png.byteOffset + at + 8, Math.min(length, png.byteLength - at - 12)),
      );
    at += length + 12;
  }
  return Buffer.concat(parts);
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
