import { deflateSync } from "node:zlib";
import { decode } from "jpeg-js";
import { expect, test } from "vitest";
import { joinPhotos } from "../../src/bot/evidence/join-photos.ts";
import { png } from "../fixtures/png.ts";

// Two photos of one spot on one picture.

/** A photo of one colour. */
function plain(width: number, height: number, rgb: readonly [number, number, number]): Uint8Array {
  const row = [0, ...Array.from({ length: width }, () => rgb).flat()];
  const rows = Uint8Array.from(Array.from({ length: height }, () => row).flat());
  return png({ width, height, depth: 8, colour: 2 }, deflateSync(rows));
}

const RED = [200, 30, 30] as const;
const GREEN = [30, 160, 60] as const;

test("the earlier photo is left, each in its proportions, with its own day below", () => {
  const before = { bytes: plain(64, 48, RED), day: "2026-06-11" };
  const joined = joinPhotos([before, { bytes: plain(48, 64, GREEN), day: "2026-09-28" }]);
  if (!joined) throw new Error("no picture");
  const { width, height, data } = decode(joined, { useTArray: true });
  expect([width, height]).toEqual([1288, 524]);
  const at = (x: number, y: number) => [0, 1, 2].map((i) => data[(y * width + x) * 4 + i] ?? 0);
  const near = (colour: readonly number[], [r = 0, g = 0, b = 0]: number[]) =>
    Math.max(...[r, g, b].map((part, i) => Math.abs(part - (colour[i] ?? 0)))) < 12;
  expect(near(RED, at(320, 240))).toBe(true);
  expect(near(RED, at(4, 4))).toBe(true);
  expect(near(GREEN, at(648 + 320, 240))).toBe(true);
  // A tall photo leaves its sides white.
  expect(near([255, 255, 255], at(660, 240))).toBe(true);
  const ink = (from: number) =>
    Array.from({ length: 640 * 44 }, (_, i) => at(from + (i % 640), 480 + Math.floor(i / 640))).filter(
      ([r = 255]) => r < 128,
    ).length;
  expect(ink(0)).toBeGreaterThan(500);
  expect(ink(648)).not.toBe(ink(0));
});

test("a photo that cannot be decoded is joined with nothing", () => {
  const good = { bytes: plain(8, 8, RED), day: "2026-06-11" };
  expect(joinPhotos([good, { bytes: new Uint8Array([1, 2, 3]), day: "2026-09-28" }])).toBeNull();
});
