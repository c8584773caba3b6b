import { deflateSync } from "node:zlib";
import { describe, expect, it } from "vitest";
import { photoPixels } from "../../../src/bot/evidence/photo-pixels.ts";
import { exifOf } from "../../../src/domain/checkup/exif.ts";
import { withoutPlace } from "../../../src/domain/checkup/without-place.ts";
import { withExif } from "../../bot/with-exif.ts";
import { chunk, png } from "../../fixtures/png.ts";

// What cards show can be downloaded by whoever sees them: it does not say where its photographer stood.

const bare = Uint8Array.from([0xff, 0xd8, 0xff, 0xda, 0, 2, 1, 2, 3]);
const SHOT = { takenOn: "2026:08:15 10:20:30", lat: 37.5, lng: 111.25 };
const jpeg = Buffer.from(withExif(bare, SHOT));
/** The EXIF of a photo as other formats hold it. */
const exif = jpeg.subarray(12, 12 + 256);
const XMP = Buffer.from(
  `<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF exif:GPSLatitude="37,30N"/></x:xmpmeta>`,
);
const saysWhere = (bytes: Uint8Array) =>
  exifOf(bytes)?.lat !== undefined || Buffer.from(bytes).includes("GPSLatitude");

describe("a photo as cards show it", () => {
  it("is a JPEG whose EXIF has lost the place, and nothing else", () => {
    const shown = withoutPlace(jpeg);
    expect(exifOf(shown)).toEqual({ dateTimeOriginal: "2026:08:15 10:20:30" });
    expect(shown).toHaveLength(jpeg.length);
    expect(exifOf(jpeg)).toMatchObject({ lat: 37.5 });
    expect(withoutPlace(bare)).toEqual(bare);
  });

  it("is one whose second picture, behind the first, has lost it too", () => {
    const twice = Buffer.concat([jpeg, withExif(bare, { ...SHOT, lat: 12.75 })]);
    expect(twice.includes(exif.subarray(160, 184))).toBe(true);
    const shown = Buffer.from(withoutPlace(twice));
    expect(exifOf(shown.subarray(jpeg.length))).toEqual({ dateTimeOriginal: "2026:08:15 10:20:30" });
  });

  it.each([
    ["JPEG", Buffer.concat([Buffer.from("ffd8ffe1", "hex"), XMP, bare])],
    ["HEIC", Buffer.concat([Buffer.from("....ftypheic....Exif\0\0"), exif, XMP, Buffer.alloc(70_000)])],
    ["WebP", Buffer.concat([Buffer.from("RIFF....WEBPVP8X....EXIF"), exif, Buffer.from("XMP "), XMP])],
  ])("is a %s whose EXIF and XMP have lost it, at the same length", (_, bytes) => {
    expect(saysWhere(bytes)).toBe(true);
    const shown = withoutPlace(bytes);
    expect(saysWhere(shown)).toBe(false);
    expect(shown).toHaveLength(bytes.length);
    expect([...shown.subarray(0, 4)]).toEqual([...bytes.subarray(0, 4)]);
  });

  it("is a JPEG whose XMP goes on in further segments, and has lost it there too", () => {
    const text = Buffer.concat([
      Buffer.from("http://ns.adobe.com/xmp/extension/\0"),
      Buffer.alloc(40, "A"),
      XMP.subarray(12, 70),
    ]);
    const segment = Buffer.concat([Buffer.from([0xff, 0xe1, 0, text.length + 2]), text]);
    const long = Buffer.concat([bare.subarray(0, 2), segment, segment, bare.subarray(2)]);
    expect(saysWhere(long)).toBe(true);
    const shown = withoutPlace(long);
    expect(saysWhere(shown)).toBe(false);
    expect(shown).toHaveLength(long.length);
    expect(Buffer.from(shown.subarray(-bare.length + 2))).toEqual(Buffer.from(bare.subarray(2)));
  });

  it("comes without the video of the moment, which says where by itself", () => {
    const place = Buffer.from("\u00a9xyz+37.5+111.25/", "latin1");
    const box = (type: string, inside: Buffer) => {
      const size = Buffer.alloc(4);
      size.writeUInt32BE(inside.length + 8);
      return Buffer.concat([size, Buffer.from(type), inside]);
    };
    const video = Buffer.concat([box("ftyp", Buffer.from("mp42mp42")), box("moov", place)]);
    expect(Buffer.from(withoutPlace(Buffer.concat([jpeg, video])))).toEqual(Buffer.from(withoutPlace(jpeg)));
    const picture = Buffer.concat([box("ftyp", Buffer.from("heicmif1")), box("mdat", Buffer.alloc(20, 1))]);
    const heic = Buffer.concat([picture, box("mpvd", video)]);
    const shown = Buffer.from(withoutPlace(heic));
    expect(shown).toHaveLength(heic.length);
    expect(shown.subarray(0, picture.length)).toEqual(picture);
    expect(shown.includes(place)).toBe(false);
  });

  it("is a PNG without what is said about it, and with the same picture", () => {
    const rows = deflateSync(Uint8Array.from([0, 255, 0, 0]));
    const plain = png({ width: 1, height: 1, depth: 8, colour: 2 }, rows);
    const told = Buffer.concat([
      plain.subarray(0, 33),
      chunk("eXIf", exif),
      chunk("iTXt", Buffer.concat([Buffer.from("XML:com.adobe.xmp\0\0\0\0\0"), XMP])),
      plain.subarray(33),
    ]);
    expect(saysWhere(told)).toBe(true);
    expect(Buffer.from(withoutPlace(told))).toEqual(plain);
    expect(photoPixels(withoutPlace(told))).toEqual(photoPixels(plain));
    expect(withoutPlace(plain.subarray(0, 40))).toHaveLength(40);
  });

  it("takes no longer where a file is made of heads and beginnings alone", () => {
    const made = Buffer.alloc(4_000_000, "MM\0*\0\0\0\x08<x:xmpmeta");
    const before = process.cpuUsage();
    withoutPlace(made);
    const { user, system } = process.cpuUsage(before);
    expect((user + system) / 1_000).toBeLessThan(500);
  });
});
