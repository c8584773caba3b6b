import fc from "fast-check";
import { expect, test } from "vitest";
import { textSimilarity } from "../../../src/domain/reading/similarity.ts";

test("the same words with other punctuation are the same", () => {
  expect(textSimilarity("河道整治已完成，正在推进绿化。", "河道整治已完成 正在推进绿化")).toBe(1);
});
test("one changed figure in a long sentence stays above 0.9", () => {
  const text = (n: number) =>
    `本季度完成主街道沿街建筑立面改造${n}处，河道清淤已全部完成，正在推进停车场和公厕建设`;
  expect(textSimilarity(text(8), text(9))).toBeGreaterThan(0.9);
});
test("different work is far apart", () => {
  expect(textSimilarity("河道整治已全部完成", "正在推进污水处理厂建设")).toBeLessThan(0.2);
});
test("worked by hand: abcd and abce share ab, bc of three pairs each", () => {
  expect(textSimilarity("abcd", "abce")).toBeCloseTo(4 / 6, 10);
});
test("nothing to compare is not alike", () => {
  expect([textSimilarity("", ""), textSimilarity("无", ""), textSimilarity("。", "。")]).toEqual([0, 0, 0]);
  expect([textSimilarity("无", "无"), textSimilarity("无", "有")]).toEqual([1, 0]);
});
test("it is between 0 and 1, the same both ways, and 1 with itself", () => {
  fc.assert(
    fc.property(fc.string({ unit: "grapheme" }), fc.string({ unit: "grapheme" }), (a, b) => {
      const alike = textSimilarity(a, b);
      expect(alike >= 0 && alike <= 1).toBe(true);
      expect(textSimilarity(b, a)).toBe(alike);
      expect([0, 1]).toContain(textSimilarity(a, a));
    }),
  );
});
