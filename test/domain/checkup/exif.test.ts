import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { exifOf } from "../../../src/domain/checkup/exif.ts";
import { withoutPlace } from "../../../src/domain/checkup/without-place.ts";
import { withExif } from "../../bot/with-exif.ts";

const bare = Uint8Array.from([0xff, 0xd8, 0xff, 0xda, 0, 2, 1, 2, 3]);

describe("what a camera wrote", () => {
  it("is its day and, in degrees, the place", () => {
    const jpeg = withExif(bare, { takenOn: "2026:08:15 10:20:30", lat: 37.5, lng: 111.25 });
    expect(exifOf(jpeg)).toEqual({ dateTimeOriginal: "2026:08:15 10:20:30", lat: 37.5, lng: 111.25 });
  });

  it("south and west are below zero", () => {
    const jpeg = withExif(bare, { takenOn: "2026:08:15 10:20:30", lat: -37.5, lng: -111.25 });
    expect(exifOf(jpeg)).toMatchObject({ lat: -37.5, lng: -111.25 });
  });

  it("is nothing in a picture without it, and in no picture at all", () => {
    expect(exifOf(bare)).toBeNull();
    expect(exifOf(new Uint8Array())).toBeNull();
    expect(exifOf(Uint8Array.from([0x89, 0x50, 0x4e, 0x47]))).toBeNull();
  });

  it.each(["....ftypheic", "RIFF....WEBPEXIF", "\x89PNG....eXIf"])("is read behind %j as well", (head) => {
    const tiff = withExif(bare, { takenOn: "2026:08:15 10:20:30", lat: 37.5, lng: 111.25 }).subarray(12);
    const wrapped = Buffer.concat([Buffer.from(`${head} * II*`, "latin1"), tiff]);
    expect(exifOf(wrapped)).toEqual({ dateTimeOriginal: "2026:08:15 10:20:30", lat: 37.5, lng: 111.25 });
  });

  it("a broken file is read as far as it goes, and never throws", () => {
    const jpeg = withExif(bare, { takenOn: "2026:08:15 10:20:30", lat: 37.5, lng: 111.25 });
    fc.assert(
      fc.property(fc.nat(jpeg.length - 1), fc.nat(255), fc.nat(jpeg.length), (at, byte, length) => {
        const broken = jpeg.slice(0, length);
        if (at < broken.length) broken[at] = byte;
        exifOf(broken);
        expect(exifOf(withoutPlace(broken))?.lat).toBeUndefined();
      }),
    );
  });
});
