export type ImageFormat = { mime: string; width?: number; height?: number };

/**
 * Detects the image format of some bytes (JPG PNG WEBP GIF BMP ICO TIFF HEIC, as the platform accepts), with
 * the size in pixels where the header contains it directly; undefined for other data.
 */
export function imageFormat(input: Uint8Array): ImageFormat | undefined {
  const bytes = Buffer.from(input.buffer, input.byteOffset, input.byteLength);
  const starts = (hex: string) => bytes.subarray(0, hex.length / 2).toString("hex") === hex;
  const word = (from: number) => bytes.subarray(from, from + 4).toString("latin1");
  if (starts("89504e470d0a1a0a") && bytes.length >= 24) {
    return { mime: "image/png", width: bytes.readUInt32BE(16), height: bytes.readUInt32BE(20) };
  }
  if (word(0) === "GIF8" && bytes.length >= 10) {
    return { mime: "image/gif", width: bytes.readUInt16LE(6), height: bytes.readUInt16LE(8) };
  }
  if (starts("ffd8ff")) return { mime: "image/jpeg", ...jpegSize(bytes) };
  if (word(0) === "RIFF" && word(8) === "WEBP") return { mime: "image/webp" };
  if (starts("424d")) return { mime: "image/bmp" };
  if (starts("00000100")) return { mime: "image/x-icon" };
  if (starts("49492a00") || starts("4d4d002a")) return { mime: "image/tiff" };
  if (word(4) === "ftyp" && ["heic", "heix", "mif1", "heim"].includes(word(8))) return { mime: "image/heic" };
  return undefined;
}

// Follows the segments to the frame header (SOF0 to SOF15, except the three markers that are tables).
function jpegSize(bytes: Buffer): { width: number; height: number } | undefined {
  let at = 2;
  while (at + 9 < bytes.length && bytes[at] === 0xff) {
    const marker = bytes[at + 1] ?? 0;
    if (marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker)) {
      return { height: bytes.readUInt16BE(at + 5), width: bytes.readUInt16BE(at + 7) };
    }
    at += 2 + bytes.readUInt16BE(at + 2);
  }
  return undefined;
}
