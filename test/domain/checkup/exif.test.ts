import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { exifOf, withoutPlace } from "../../../src/domain/checkup/exif.ts";
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

  it("goes without the place, and with nothing else, where others can download the photo", () => {
    const jpeg = withExif(bare, { takenOn: "2026:08:15 10:20:30", lat: 37.5, lng: 111.25 });
    const shown = withoutPlace(jpeg);
    expect(exifOf(shown)).toEqual({ dateTimeOriginal: "2026:08:15 10:20:30" });
    expect(shown).toHaveLength(jpeg.length);
    expect(exifOf(jpeg)).toMatchObject({ lat: 37.5 });
    expect(withoutPlace(bare)).toEqual(bare);
  });

  it("a broken file is read as far as it goes, and never throws", () => {
    const jpeg = withExif(bare, { takenOn: "2026:08:15 10:20:30", lat: 37.5, lng: 111.25 });
    fc.assert(
      fc.property(fc.nat(jpeg.length - 1), fc.nat(255), fc.nat(jpeg.length), (at, byte, length) => {
        const broken = jpeg.slice(0, length);
        if (at < broken.length) broken[at] = byte;
        exifOf(broken);
        withoutPlace(broken);
      }),
    );
  });
});
