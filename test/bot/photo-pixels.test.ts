import { deflateSync } from "node:zlib";
import { encode } from "jpeg-js";
import { expect, test } from "vitest";
import { photoPixels } from "../../src/bot/evidence/photo-pixels.ts";
import { png as pngOf } from "../fixtures/png.ts";

// Every pixel format of PNG decodes to the same pixels.

/** A PNG of unfiltered rows. */
const png = (width: number, depth: number, colour: number, rows: number[][], palette?: number[]) =>
  pngOf(
    { width, height: rows.length, depth, colour },
    deflateSync(Uint8Array.from(rows.flatMap((row) => [0, ...row]))),
    palette,
  );

const BLACK = [0, 0, 0, 255];
const WHITE = [255, 255, 255, 255];
const RED = [255, 0, 0, 255];

test.each<[string, Uint8Array, number[][]]>([
  [
    "one bit a pixel, rows that end within a byte",
    png(3, 1, 0, [[0b101_00000], [0b010_00000]]),
    [WHITE, BLACK, WHITE, BLACK, WHITE, BLACK],
  ],
  ["four bits of grey", png(2, 4, 0, [[0xf0]]), [WHITE, BLACK]],
  ["sixteen bits of grey", png(1, 16, 0, [[255, 255]]), [WHITE]],
  ["grey and opacity", png(1, 8, 4, [[255, 128]]), [[255, 255, 255, 128]]],
  ["two colours of a palette", png(2, 1, 3, [[0b01_000000]], [0, 0, 0, 255, 0, 0]), [BLACK, RED]],
  ["red, green and blue", png(2, 8, 2, [[255, 0, 0, 0, 0, 0]]), [RED, BLACK]],
  ["sixteen bits of each", png(1, 16, 2, [[255, 255, 0, 0, 0, 0]]), [RED]],
  ["with opacity", png(1, 8, 6, [[255, 0, 0, 9]]), [[255, 0, 0, 9]]],
])("%s", (_, bytes, pixels) => {
  expect([...(photoPixels(bytes)?.rgba ?? [])]).toEqual(pixels.flat());
});

test("a broken picture, and one too large to decode, has none", () => {
  const whole = png(2, 8, 2, [[255, 0, 0, 0, 0, 0]]);
  expect(photoPixels(whole.slice(0, 40))).toBeNull();
  const large = Buffer.from(whole);
  large.writeUInt32BE(30_000, 16);
  large.writeUInt32BE(30_000, 20);
  expect(photoPixels(large)).toBeNull();
});

test("a small picture whose rows inflate to far more than its size is not followed", () => {
  const head = { width: 10, height: 10, depth: 8, colour: 2 };
  expect(photoPixels(pngOf(head, deflateSync(new Uint8Array(310))))).not.toBeNull();
  expect(photoPixels(pngOf(head, deflateSync(new Uint8Array(50_000_000))))).toBeNull();
});

test("an interlaced picture is decoded", () => {
  const whole = pngOf(
    { width: 1, height: 1, depth: 8, colour: 2 },
    deflateSync(Uint8Array.from([0, 255, 0, 0])),
  );
  whole[28] = 1;
  expect([...(photoPixels(whole)?.rgba ?? [])]).toEqual(RED);
});

test("a small file whose head claims far more pixels than it can hold has none, and takes no time", () => {
  const jpeg = encode({ width: 24, height: 16, data: Buffer.alloc(24 * 16 * 4, 90) }, 60).data;
  expect(photoPixels(jpeg)).not.toBeNull();
  const frame = jpeg.indexOf(Buffer.from("ffc0", "hex"));
  const tall = Buffer.from(jpeg);
  tall.writeUInt16BE(4_000, frame + 5);
  tall.writeUInt16BE(5_000, frame + 7);
  const striped = Buffer.from(png(2, 8, 2, [[255, 0, 0, 0, 0, 0]]));
  striped.writeUInt32BE(5_000, 16);
  striped.writeUInt32BE(4_000, 20);
  const before = process.cpuUsage();
  expect([photoPixels(tall), photoPixels(striped)]).toEqual([null, null]);
  const { user, system } = process.cpuUsage(before);
  expect((user + system) / 1_000).toBeLessThan(100);
});

test("a picture of one colour, of which a byte stands for many pixels, is decoded", () => {
  const data = Buffer.alloc(640 * 480 * 4, 255);
  expect(photoPixels(encode({ width: 640, height: 480, data }, 10).data)).toMatchObject({ width: 640 });
});
