import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { laterPeriod } from "../../../src/domain/calendar/period.ts";
import { promiseMark, readPromises } from "../../../src/domain/procedure/promised-words.ts";

describe("a promise names a result and one quarter to come", () => {
  test.each([
    ["下季度完成主体", "2026Q4"],
    ["2. 下一季度主体封顶，启动装修", "2026Q4"],
    ["12月底前污水处理厂通水", "2026Q4"],
    ["十二月底之前完成验收", "2026Q4"],
    ["年底前建成停车场", "2026Q4"],
    ["明年二季度投入使用", "2027Q2"],
    ["3月前完成招标", "2027Q1"],
    ["Complete the main building next quarter", "2026Q4"],
  ])("%s", (words, quarter) => {
    expect(readPromises(words, "2026Q3")).toEqual([{ text: words.replace(/^2\. /, ""), quarter }]);
  });
});

describe("anything less is none", () => {
  test.each([
    "加快推进主体施工",
    "下季度继续招商",
    "力争下季度完成主体",
    "如果资金到位，下季度完成主体",
    "下季度无法完成主体",
    "完成主体后再安排装修",
    "三季度已完成主体，四季度完成装修，明年一季度投用",
    "9月完成主体",
    "三季度完成主体",
    "三季度已完成主体",
    "明年四季度投入使用",
    "",
  ])("%s", (words) => {
    expect(readPromises(words, "2026Q3")).toEqual([]);
  });
});

test("each clause is read alone, in the order it is written", () => {
  const read = readPromises("下季度完成主体；继续招商。12月底前通车", "2026Q3");
  expect(read.map(({ text }) => text)).toEqual(["下季度完成主体", "12月底前通车"]);
});

test("whatever is written: every promise is for a quarter to come, in words that are there", () => {
  const bits = fc.constantFrom(
    "下季度",
    "完成",
    "四季度",
    "12月底前",
    "力争",
    "主体",
    "；",
    "。",
    "年底前",
    "通车",
    "，",
  );
  fc.assert(
    fc.property(fc.array(bits, { maxLength: 12 }), fc.constantFrom("2026Q1", "2026Q4"), (words, period) => {
      for (const { text, quarter } of readPromises(words.join(""), period)) {
        expect(words.join("")).toContain(text);
        expect(text).not.toContain("力争");
        expect(quarter > period && quarter <= laterPeriod(period, 4)).toBe(true);
      }
    }),
  );
});

test("other words are another promise", () => {
  const mark = (text: string) => promiseMark({ text, quarter: "2026Q4" }, 0);
  expect(mark("下季度完成主体")).not.toBe(mark("下季度完成装修"));
});
