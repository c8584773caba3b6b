import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { masked, unmasked } from "../../../src/domain/question/mask.ts";
import { towns } from "../programmes.ts";

const mask = (text: string, names: string[] = []) => masked(text, names, towns);

describe("what is kept of a text that was not understood", () => {
  test.each([
    ["碛口镇花销8820万", "〔镇〕花销〔数〕"],
    ["临县的王芳 13812345678 在不在", "〔镇〕的〔人〕 〔数〕 在不在"],
    ["请把 ou_00112233445566 和 http://a.cn/x?y=1 给我", "请把 〔人〕 和 〔人〕 给我"],
    ["投了三千五百万", "投了〔数〕"],
    ["@王芳 你好吗", "〔人〕 你好吗"],
    ["Qikou spending 12,000", "〔镇〕 spending 〔数〕"],
    ["a@b.cn", "〔人〕"],
    ["看\u202e一\u0007下", "看一下"],
  ])("%s", (text, kept) => {
    expect(mask(text, ["王芳"])).toBe(kept);
  });

  test("is at most sixty characters, without digits, names or control characters", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme", maxLength: 200 }), fc.nat(), (text, n) => {
        const kept = mask(`${text}王芳${n}`, ["王芳"]);
        expect([...kept].length).toBeLessThanOrEqual(60);
        expect(kept).not.toMatch(/[\d\p{Cc}\p{Cf}]|王芳/u);
      }),
    );
  });

  test("its own words are what a meaning is proposed for", () => {
    expect(unmasked("〔镇〕花销〔数〕")).toBe("花销");
  });
});
