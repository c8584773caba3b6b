import { encode } from "jpeg-js";
import type { Pixels } from "../../domain/checkup/photo-hash.ts";
import { photoPixels } from "./photo-pixels.ts";

// Two photos on one picture, side by side, with a day under each. Only for processes that have the time to encode one.

/** The room of each photo, the gap between them and the line for the day below, px. */
const [WIDTH, HEIGHT, GAP, LINE] = [640, 480, 8, 44];
const QUALITY = 80;
const [PAPER, INK] = [0xff, 0x33];

/** Rows of five dots, the highest bit left. */
const GLYPHS: Record<string, readonly number[]> = {
  "0": [14, 17, 19, 21, 25, 17, 14],
  "1": [4, 12, 4, 4, 4, 4, 14],
  "2": [14, 17, 1, 2, 4, 8, 31],
  "3": [31, 2, 4, 2, 1, 17, 14],
  "4": [2, 6, 10, 18, 31, 2, 2],
  "5": [31, 16, 30, 1, 1, 17, 14],
  "6": [6, 8, 16, 30, 17, 17, 14],
  "7": [31, 1, 2, 4, 8, 8, 8],
  "8": [14, 17, 17, 14, 17, 17, 14],
  "9": [14, 17, 17, 15, 1, 2, 12],
  "-": [0, 0, 0, 31, 0, 0, 0],
};
const DOT = 4;

/** A photo and the day (`YYYY-MM-DD`) to write under it. */
export type Labelled = { bytes: Uint8Array; day: string };

/** A JPEG of both photos, the first one left, each in its proportions; null when one of them cannot be decoded. */
export function joinPhotos(pair: readonly [Labelled, Labelled]): Uint8Array | null {
  const width = WIDTH * 2 + GAP;
  const height = HEIGHT + LINE;
  const data = Buffer.alloc(width * height * 4, PAPER);
  for (const [i, { bytes, day }] of pair.entries()) {
    const photo = photoPixels(bytes);
    if (!photo) return null;
    place(photo, data, width, i * (WIDTH + GAP));
    write(day, data, width, i * (WIDTH + GAP));
  }
  return encode({ data, width, height }, QUALITY).data;
}

/** As large as fits, centred in its room. */
function place({ width, height, rgba }: Pixels, data: Buffer, row: number, left: number): void {
  const scale = Math.min(WIDTH / width, HEIGHT / height);
  const [across, down] = [Math.round(width * scale), Math.round(height * scale)];
  const [x0, y0] = [left + ((WIDTH - across) >> 1), (HEIGHT - down) >> 1];
  for (let y = 0; y < down; y += 1)
    for (let x = 0; x < across; x += 1) {
      const from = (Math.floor(y / scale) * width + Math.floor(x / scale)) * 4;
      const to = ((y0 + y) * row + x0 + x) * 4;
      for (let channel = 0; channel < 3; channel += 1) data[to + channel] = rgba[from + channel] ?? PAPER;
    }
}

/** Digits and hyphens, in the middle of the line under the photo. */
function write(text: string, data: Buffer, row: number, left: number): void {
  const x0 = left + ((WIDTH - text.length * 6 * DOT) >> 1);
  const y0 = HEIGHT + ((LINE - 7 * DOT) >> 1);
  for (const [n, sign] of [...text].entries())
    for (const [y, dots] of (GLYPHS[sign] ?? []).entries())
      for (let x = 0; x < 5; x += 1)
        if (dots & (16 >> x)) dot(data, row, x0 + (n * 6 + x) * DOT, y0 + y * DOT);
}

function dot(data: Buffer, row: number, x: number, y: number): void {
  for (let dy = 0; dy < DOT; dy += 1)
    for (let dx = 0; dx < DOT; dx += 1)
      data.fill(INK, ((y + dy) * row + x + dx) * 4, ((y + dy) * row + x + dx) * 4 + 3);
}
