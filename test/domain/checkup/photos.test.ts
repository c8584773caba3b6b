import { describe, expect, it } from "vitest";
import { distanceKm, photoFlags, type ReportPhoto } from "../../../src/domain/checkup/photo-checks.ts";
import { cameraDay, photoFacts } from "../../../src/domain/checkup/photo-facts.ts";
import { hashDistance, type Pixels, photoHash } from "../../../src/domain/checkup/photo-hash.ts";
import { mulberry32 } from "../../../src/domain/scoring/mulberry32.ts";

/** An invented picture: broad patches of brightness, the same for the same seed, at any size. */
function view(seed: number, width: number, height: number, change = (grey: number) => grey): Pixels {
  const next = mulberry32(seed);
  const waves = Array.from({ length: 6 }, () => [next() * 9, next() * 9, next() * 7] as const);
  const rgba = new Uint8ClampedArray(width * height * 4);
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) {
      const light = waves.reduce(
        (sum, [a, b, c]) => sum + Math.sin((a * x) / width + (b * y) / height + c),
        0,
      );
      rgba.fill(change(128 + light * 20), (y * width + x) * 4, (y * width + x) * 4 + 3);
    }
  }
  return { width, height, rgba };
}

function hashOf(pixels: Pixels): string {
  const hash = photoHash(pixels);
  if (hash === null) throw new Error("nothing to recognise");
  return hash;
}

describe("the hash of a photo", () => {
  const original = hashOf(view(1, 640, 480));

  it("is 16 hexadecimal digits, the same every time", () => {
    expect(original).toMatch(/^[0-9a-f]{16}$/);
    expect(hashOf(view(1, 640, 480))).toBe(original);
  });

  it("survives another size, brightness, contrast and noise", () => {
    const noise = mulberry32(5);
    expect(hashDistance(original, hashOf(view(1, 320, 240)))).toBeLessThanOrEqual(2);
    expect(hashDistance(original, hashOf(view(1, 900, 675)))).toBeLessThanOrEqual(2);
    expect(hashDistance(original, hashOf(view(1, 640, 480, (grey) => grey * 0.8 + 30)))).toBeLessThanOrEqual(
      2,
    );
    expect(
      hashDistance(original, hashOf(view(1, 640, 480, (grey) => grey + noise() * 16 - 8))),
    ).toBeLessThanOrEqual(2);
  });

  it("other views are far away", () => {
    for (let seed = 2; seed < 40; seed += 1)
      expect(hashDistance(original, hashOf(view(seed, 160, 120))), `view ${seed}`).toBeGreaterThan(5);
  });

  it("an even picture and a speck have nothing to recognise", () => {
    expect(photoHash(view(1, 640, 480, () => 90))).toBeNull();
    expect(photoHash(view(1, 8, 8))).toBeNull();
    expect(photoHash({ width: 100, height: 100, rgba: new Uint8Array(7) })).toBeNull();
  });

  it("counts differing bits, and refuses what is no hash", () => {
    expect(hashDistance("0000000000000000", "ffffffffffffffff")).toBe(64);
    expect(hashDistance("0000000000000001", "0000000000000003")).toBe(1);
    expect(() => hashDistance("", "0000000000000000")).toThrow("not a photo hash");
  });
});

describe("what a photo says about itself", () => {
  it("a camera's date, if it can be one", () => {
    expect(cameraDay("2026:08:15 10:20:30")).toBe("2026-08-15");
    expect(cameraDay("2026-08-15T10:20:30")).toBe("2026-08-15");
    for (const none of ["", "0000:00:00 00:00:00", "2026:02:30 10:00:00", "1970:01:01 00:00:00", "昨天"])
      expect(cameraDay(none)).toBeNull();
  });

  it("readers that can read nothing leave nothing known", () => {
    const facts = photoFacts(new Uint8Array(3), { decode: () => null, metadata: () => null });
    expect(facts).toEqual({ hash: null, takenOn: null, place: null });
  });

  it("a receiver without a fix is nowhere", () => {
    const read = (lat?: number, lng?: number) =>
      photoFacts(new Uint8Array(3), {
        decode: () => view(1, 64, 48),
        metadata: () => ({
          dateTimeOriginal: "2026:08:15 10:20:30",
          ...(lat === undefined ? {} : { lat }),
          ...(lng === undefined ? {} : { lng }),
        }),
      });
    expect(read(37.641, 110.792)).toMatchObject({
      takenOn: "2026-08-15",
      place: { lat: 37.641, lng: 110.792 },
    });
    expect(read(37.641, 110.792).hash).not.toBeNull();
    expect(read(0, 0).place).toBeNull();
    expect(read(91, 110).place).toBeNull();
    expect(read(Number.NaN, 110).place).toBeNull();
    expect(read(37.641).place).toBeNull();
  });
});

describe("the checks of a photo", () => {
  const qikou = { lat: 37.641, lng: 110.792, confidence: "high" as const };
  const hash = "0f0f0f0f0f0f0f0f";
  const photo: ReportPhoto = {
    id: "p1",
    town: "qikou",
    period: "2026Q3",
    section: "image",
    hash,
    takenOn: "2026-08-15",
    place: { lat: 37.65, lng: 110.79 },
  };
  const stored = (over: object) => ({ id: "old", town: "qikou", period: "2026Q2" as const, hash, ...over });

  it("a photo of this quarter, taken in the town and never seen before, raises nothing", () => {
    expect(photoFlags(photo, [stored({ hash: "f0f0f0f0f0f0f0f0" })], qikou)).toEqual([]);
  });

  it("one of an earlier quarter or of another town is flagged, naming where it was", () => {
    expect(photoFlags(photo, [stored({})], qikou)).toEqual([
      {
        key: "photo_reused:p1",
        kind: "photo_reused",
        section: "image",
        severity: "flag",
        values: { photo: "old", town: "qikou", period: "2026Q2", distance: 0 },
      },
    ]);
    expect(photoFlags(photo, [stored({ town: "puming", period: "2026Q3" })], qikou)).toHaveLength(1);
  });

  it("two bits apart is the same, five very like it, six another photo", () => {
    const severity = (other: string) => photoFlags(photo, [stored({ hash: other })], qikou)[0]?.severity;
    expect(severity("0f0f0f0f0f0f0f0c")).toBe("flag");
    expect(severity("0f0f0f0f0f0f0f08")).toBe("watch");
    expect(severity("0f0f0f0f0f0f0f10")).toBe("watch");
    expect(severity("0f0f0f0f0f0f0f30")).toBeUndefined();
  });

  it("names the nearest of several", () => {
    const near = [stored({ id: "near", hash: "0f0f0f0f0f0f0f0e" }), stored({ id: "same" })];
    expect(photoFlags(photo, near, qikou)[0]?.values.photo).toBe("same");
  });

  it("the same photo twice in one report is harmless", () => {
    expect(photoFlags(photo, [stored({ period: "2026Q3" })], qikou)).toEqual([]);
  });

  it("a date before the quarter is flagged, one after it watched, its ends are in it", () => {
    const dated = (takenOn: string) => photoFlags({ ...photo, takenOn }, [], qikou)[0];
    expect(dated("2026-06-30")).toMatchObject({
      kind: "photo_date",
      severity: "flag",
      values: { takenOn: "2026-06-30", first: "2026-07-01", last: "2026-09-30" },
    });
    expect(dated("2026-10-01")).toMatchObject({ severity: "watch" });
    expect(dated("2026-07-01")).toBeUndefined();
    expect(dated("2026-09-30")).toBeUndefined();
  });

  it("more than five kilometres off is a hint, never more; an uncertain town is given its error", () => {
    const away = { ...photo, place: { lat: 37.69, lng: 110.792 } };
    expect(photoFlags(away, [], qikou)).toMatchObject([
      { kind: "photo_place", severity: "watch", values: { km: 5.4 } },
    ]);
    expect(photoFlags(away, [], { ...qikou, confidence: "medium" })).toEqual([]);
    const far = { ...photo, place: { lat: 37.75, lng: 110.792 } };
    expect(photoFlags(far, [], { ...qikou, confidence: "medium" })).toHaveLength(1);
    expect(photoFlags(far, [], { ...qikou, confidence: "low" })).toEqual([]);
    expect(photoFlags(far, [], undefined)).toEqual([]);
  });

  it("a photo that says nothing raises nothing", () => {
    expect(photoFlags({ ...photo, hash: null, takenOn: null, place: null }, [stored({})], qikou)).toEqual([]);
  });

  it("a degree of latitude is 111 km", () => {
    expect(distanceKm({ lat: 37, lng: 111 }, { lat: 38, lng: 111 })).toBeCloseTo(111.19, 1);
    expect(distanceKm(qikou, qikou)).toBe(0);
  });
});
