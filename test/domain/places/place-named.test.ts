import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { readCounty, readTown } from "../../../src/domain/places/place-named.ts";
import { towns } from "../programmes.ts";
import { decorated } from "../reading/decorate.ts";

const town = (text: string) => {
  const read = readTown(towns, text);
  return read.ok ? read.place.slug : read.near.map(({ slug }) => `?${slug}`);
};
const county = (text: string) => {
  const read = readCounty(towns, text);
  return read.ok ? read.place.slug : read.near.map(({ slug }) => `?${slug}`);
};

describe("a place that stands alone", () => {
  test.each([
    "碛口镇",
    "碛口",
    "磧口鎮",
    "qikou",
    "QIKOU",
    "Qi Kou",
    "141124109",
    "临县碛口镇",
    "临县 碛口镇",
    "临县/碛口镇",
    "临县-碛口",
    "碛口镇（临县）",
    "吕梁市临县碛口镇",
    "碛口镇人民政府",
    "碛口镇\u200b",
    "\ufeff碛 口 镇",
  ])("%s is the town", (text) => {
    expect(town(text)).toBe("qikou");
  });

  test.each(["临县", "", "平遥镇", "碛口镇、信义镇", "lx", "碛口村", "某某镇", "碛口镇停车场"])(
    "%s is no town for certain",
    (text) => {
      expect(typeof town(text)).toBe("object");
    },
  );

  test("a name that is nearly one is proposed", () => {
    expect(town("积口镇")).toEqual(["?qikou"]);
  });

  test.each(["临县", "linxian", "141124", "吕梁市临县", "临县人民政府", "臨縣", "临县\u200b"])(
    "%s is the county",
    (text) => {
      expect(county(text)).toBe("linxian");
    },
  );

  test.each(["碛口镇", "临县碛口镇", "平遥县", ""])("%s is no county", (text) => {
    expect(typeof county(text)).toBe("object");
  });

  test("decorated it is the same place", () => {
    fc.assert(
      fc.property(
        decorated("临县碛口镇", { remarks: false }),
        decorated("qikou", { remarks: false }),
        (a, b) => {
          expect([town(a), town(b)]).toEqual(["qikou", "qikou"]);
        },
      ),
    );
  });
});
