// A difference hash: 64 bits, one for each pair of horizontal neighbours of a 9 by 8 grey picture, set where the right
// one is brighter. It survives resizing, recompression and a change of brightness, but not cropping or rotation.

/** Decoded pixels, four bytes each, row by row. */
export type Pixels = { width: number; height: number; rgba: Uint8Array | Uint8ClampedArray };

const COLUMNS = 9;
const ROWS = 8;
/** Pixels sampled along one side of a cell: enough for its mean in a photo of any size. */
const SAMPLES = 24;
/** The smallest difference in grey levels between cells; a flatter picture has nothing to recognise. */
const FLAT = 12;

/** The hash as 16 hexadecimal digits; null for a picture too small or too uniform (a wall, the sky) to compare. */
export function photoHash({ width, height, rgba }: Pixels): string | null {
  if (width < COLUMNS || height < ROWS || rgba.length < width * height * 4) return null;
  const grey = Array.from({ length: ROWS }, (_, y) =>
    Array.from({ length: COLUMNS }, (_, x) =>
      meanGrey(rgba, width, {
        left: Math.floor((x * width) / COLUMNS),
        right: Math.floor(((x + 1) * width) / COLUMNS),
        top: Math.floor((y * height) / ROWS),
        bottom: Math.floor(((y + 1) * height) / ROWS),
      }),
    ),
  );
  const all = grey.flat();
  if (Math.max(...all) - Math.min(...all) < FLAT) return null;
  return grey.map(hexOfRow).join("");
}

/** The number of differing bits, 0 to 64. Throws when an argument is not a hash. */
export function hashDistance(a: string, b: string): number {
  if (!/^[0-9a-f]{16}$/.test(a) || !/^[0-9a-f]{16}$/.test(b)) throw new Error("not a photo hash");
  let differing = BigInt(`0x${a}`) ^ BigInt(`0x${b}`);
  let bits = 0;
  for (; differing > 0n; differing &= differing - 1n) bits += 1;
  return bits;
}

function hexOfRow(cells: number[]): string {
  let bits = 0;
  for (let x = 0; x + 1 < cells.length; x += 1)
    bits = bits * 2 + ((cells[x + 1] ?? 0) > (cells[x] ?? 0) ? 1 : 0);
  return bits.toString(16).padStart(2, "0");
}

type Cell = { left: number; right: number; top: number; bottom: number };

function meanGrey(rgba: Pixels["rgba"], width: number, { left, right, top, bottom }: Cell): number {
  const stepX = Math.max(1, Math.floor((right - left) / SAMPLES));
  const stepY = Math.max(1, Math.floor((bottom - top) / SAMPLES));
  let sum = 0;
  let count = 0;
  for (let y = top; y < bottom; y += stepY) {
    for (let x = left; x < right; x += stepX) {
      const at = (y * width + x) * 4;
      sum += 0.299 * (rgba[at] ?? 0) + 0.587 * (rgba[at + 1] ?? 0) + 0.114 * (rgba[at + 2] ?? 0);
      count += 1;
    }
  }
  return sum / count;
}
