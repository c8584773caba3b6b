import { describe, expect, test } from "vitest";
import type { CardElement } from "../../../cards/card.ts";
import { pictureBlock } from "../../../cards/pictures/picture-block.ts";
import type { ShownPhoto } from "../../../src/domain/evidence/shown-photo.ts";
import type { Locale } from "../../../src/domain/programme/people.ts";
import { tenTowns } from "../office/programmes.ts";
import { keyOf, manyPhotos, photoOf } from "./photos.ts";

const inWords = (locale: Locale) => ({ programme: tenTowns, locale });

function lines(block: CardElement[]): string[] {
  return block.flatMap((part) => (part.tag === "markdown" ? part.content.split("<br>") : []));
}

function keys(block: CardElement[]): string[] {
  return block.flatMap((part) =>
    part.tag === "img_combination" ? part.img_list.map(({ img_key }) => img_key) : [],
  );
}

const without = (why: "preparing" | "too_large" | "refused" | "lost", n = 0): ShownPhoto =>
  photoOf("image", { picture: { none: why } }, n);

describe("the photos of a card", () => {
  test("none make no block", () => {
    expect(pictureBlock([], inWords("zh-CN"))).toEqual([]);
  });

  test("are named in the order of the pictures, neighbours alike together", () => {
    const photos = [
      photoOf("image", {}, 1),
      photoOf("image", {}, 2),
      photoOf("facilities", { sentOn: "2026-10-09", takenOn: "2026-09-28" }, 3),
      photoOf(null, { sentOn: "2026-10-09", takenOn: "2026-10-09" }, 4),
    ];
    const block = pictureBlock(photos, inWords("zh-CN"));
    expect(lines(block)).toEqual([
      "**照片 4 张** 新的在前，点开看大图。",
      "1–2 形象进度 10月12日，3 完善功能配置 10月9日（9月28日拍摄），4 未归类 10月9日。",
    ]);
    expect(keys(block)).toEqual(photos.map(keyOf));
    expect(lines(pictureBlock(photos, inWords("en")))).toEqual([
      "**4 photos** Newest first; tap to enlarge.",
      "1–2 Image progress, 12 Oct; 3 Complete the services, 9 Oct (taken 28 Sep); 4 not filed yet, 9 Oct.",
    ]);
  });

  test("without a picture are named with the reason, and no picture is announced where there is none", () => {
    const photos = [without("preparing"), without("preparing", 1), without("too_large"), without("lost")];
    const block = pictureBlock(photos, inWords("zh-CN"));
    expect(lines(block)).toEqual([
      "**照片 4 张**",
      "未显示：形象进度 10月12日（2张），图片正在准备。",
      "未显示：形象进度 10月12日，图片超过10MB，平台不显示。",
      "未显示：形象进度 10月12日，原图读不到。",
    ]);
    expect(keys(block)).toEqual([]);
  });

  test("beyond the most are counted, and shown from where a page begins", () => {
    const photos = Array.from({ length: 20 }, (_, i) => photoOf("image", {}, i));
    const few = pictureBlock(photos, inWords("zh-CN"), { most: 6 });
    expect(keys(few)).toEqual(photos.slice(0, 6).map(keyOf));
    expect(lines(few).at(-1)).toBe("还有 14 张较早的。");
    const last = pictureBlock(photos, inWords("zh-CN"), { from: 18 });
    expect(keys(last)).toEqual(photos.slice(18).map(keyOf));
    expect(lines(last).join()).not.toContain("还有");
  });

  test("at their longest stay small", () => {
    const bytes = JSON.stringify(pictureBlock(manyPhotos(["image", "roads"]), inWords("en"))).length;
    expect(bytes).toBeLessThan(2_000);
  });
});
