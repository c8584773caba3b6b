import { createHash } from "node:crypto";
import { encode } from "fast-png";

const [WIDTH, HEIGHT] = [320, 240];

type Colour = readonly [red: number, green: number, blue: number];
const SKY: Colour = [168, 205, 235];
const HAZE: Colour = [236, 240, 238];
const GROUND: Colour = [186, 158, 112];
const HILLS: readonly Colour[] = [
  [132, 148, 120],
  [104, 124, 92],
];
const WALLS: readonly Colour[] = [
  [214, 198, 172],
  [176, 132, 104],
  [198, 186, 178],
  [150, 112, 88],
];
const WINDOW: Colour = [92, 104, 120];
const ROOF: Colour = [86, 78, 76];

/** A drawn building site under hills, a PNG: the same for the same name, different for others. */
export function drawPhoto(name: string): Uint8Array {
  const seed = createHash("sha256").update(name).digest();
  const pick = (at: number, below: number) => (seed[at % seed.length] ?? 0) % below;
  const data = new Uint8Array(WIDTH * HEIGHT * 3);
  const fill = (x: number, y: number, width: number, height: number, [red, green, blue]: Colour) => {
    for (let row = Math.max(0, y); row < Math.min(HEIGHT, y + height); row += 1)
      for (let column = Math.max(0, x); column < Math.min(WIDTH, x + width); column += 1) {
        const at = (row * WIDTH + column) * 3;
        data[at] = red;
        data[at + 1] = green;
        data[at + 2] = blue;
      }
  };
  const horizon = 132 + pick(0, 24);
  for (let y = 0; y < horizon; y += 1) fill(0, y, WIDTH, 1, blend(SKY, HAZE, y / horizon));
  HILLS.forEach((colour, i) => {
    for (let x = 0; x < WIDTH; x += 1) {
      const top = Math.round(horizon - 30 + i * 18 - hill(x, pick(1 + i, 90), 34 - i * 10));
      fill(x, top, 1, horizon - top, colour);
    }
  });
  fill(0, horizon, WIDTH, HEIGHT - horizon, GROUND);
  for (let i = 0; i < 3; i += 1) {
    const [x, width] = [12 + i * 104 + pick(4 + i, 22), 56 + pick(7 + i, 28)];
    const floors = 1 + pick(10 + i, 4);
    const top = horizon + 40 - floors * 28;
    fill(x, top, width, floors * 28, WALLS[pick(13 + i, WALLS.length)] ?? GROUND);
    fill(x - 4, top - 8, width + 8, 8, ROOF);
    for (let floor = 0; floor < floors; floor += 1)
      for (let at = 8; at + 10 < width; at += 18) fill(x + at, top + 8 + floor * 28, 10, 13, WINDOW);
  }
  return encode({ width: WIDTH, height: HEIGHT, data, channels: 3, depth: 8 });
}

/** The height of a ridge at `x`, px. */
function hill(x: number, shift: number, height: number): number {
  return height * (Math.sin((x + shift) / 47) * 0.6 + Math.sin((x + shift * 3) / 19) * 0.25);
}

function blend(from: Colour, to: Colour, share: number): Colour {
  const mix = (a: number, b: number) => Math.round(a + (b - a) * share);
  return [mix(from[0], to[0]), mix(from[1], to[1]), mix(from[2], to[2])];
}
