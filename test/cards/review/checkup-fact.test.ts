import { describe, expect, it } from "vitest";
import { photoRemark } from "../../../cards/report/photo-remark.ts";
import { checkupFact } from "../../../cards/review/checkup-fact.ts";
import { LOCALES } from "../../../src/domain/programme/people.ts";
import { tenTowns } from "../office/programmes.ts";
import { flag, noticed } from "./checkup-flags.ts";

describe("what the check-up noticed, in words", () => {
  it.each(LOCALES)("every kind has a whole sentence in %s", (locale) => {
    for (const one of noticed) {
      const said = checkupFact(one, { programme: tenTowns, locale });
      expect(said).not.toMatch(/[{}]|undefined/);
      expect(said).not.toMatch(/造假|作弊|fraud|cheat/i);
    }
  });

  it("names towns, quarters and sums as people do", () => {
    const said = noticed.map((one) => checkupFact(one, { programme: tenTowns, locale: "zh-CN" })).join("\n");
    expect(said).toContain("与普明镇2026年第二季度的一张看起来相同");
    expect(said).toContain("年计划 1,200.00万元，剩余投资按年平均应为 3,000.00万元");
    expect(said).toContain("拍于 2026年3月2日，不在本季度（2026年7月1日 至 2026年9月30日）内");
  });
});

describe("what a town is told about its photo", () => {
  const reused = noticed[6] ?? flag("photo_reused", {});

  it("is the quarter for its own earlier photo, and no name for another town's", () => {
    expect(photoRemark(reused, "2026Q3/puming", "zh-CN")).toContain("与2026年第二季度交过的一张看起来相同");
    expect(photoRemark(reused, "2026Q3/qikou", "zh-CN")).toContain("另一个单位");
    expect(photoRemark(reused, "2026Q3/qikou", "zh-CN")).not.toContain("普明");
  });

  it("is nothing about likeness, distance, or a photo taken while filling in", () => {
    for (const kind of ["photo_reused", "photo_date", "photo_place"] as const)
      expect(photoRemark(flag(kind, {}, "watch"), "2026Q3/qikou", "en")).toBeNull();
  });
});
