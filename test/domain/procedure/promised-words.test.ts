import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { laterPeriod, type PeriodId } from "../../../src/domain/calendar/period.ts";
import { promiseMark, readPromises } from "../../../src/domain/procedure/promised-words.ts";

const read = (words: string, period: PeriodId = "2026Q3") =>
  readPromises(words, period).map(({ text, quarter, firm }) => `${text} ${quarter} ${firm ? "firm" : "aim"}`);

describe("a promise names a result and one quarter to come", () => {
  test.each([
    ["下季度完成主体", "2026Q4"],
    ["下一季度主体封顶，启动装修", "2026Q4"],
    ["12月底前污水处理厂通水", "2026Q4"],
    ["12月底完成主体", "2026Q4"],
    ["12月15日竣工", "2026Q4"],
    ["最迟12月份竣工", "2026Q4"],
    ["十二月底之前完成验收", "2026Q4"],
    ["不得晚于12月底完成", "2026Q4"],
    ["年底前建成停车场", "2026Q4"],
    ["元旦前通车", "2026Q4"],
    ["春节之前完成搬迁", "2027Q1"],
    ["明年二季度投入使用", "2027Q2"],
    ["明年上半年完工", "2027Q2"],
    ["3月前完成招标", "2027Q1"],
    ["Q4完成主体", "2026Q4"],
    ["下季度铺设管网5公里", "2026Q4"],
    ["接待中心下季度投入使用", "2026Q4"],
    ["如期推进，12月底完成竣工", "2026Q4"],
    ["Complete the main building next quarter", "2026Q4"],
    ["Finish the road by March", "2027Q1"],
  ])("%s", (words, quarter) => {
    expect(read(words)).toEqual([`${words} ${quarter} firm`]);
  });
  test("a number before it is not part of it", () => {
    expect(read("2. 下季度完成主体")).toEqual(["下季度完成主体 2026Q4 firm"]);
  });
  test("a holiday is of the quarter it ends", () => {
    expect(read("国庆前封顶", "2026Q2")).toEqual(["国庆前封顶 2026Q3 firm"]);
    expect(read("国庆前封顶")).toEqual([]);
    expect(read("10月1日前完成")).toEqual([]);
  });
});

describe("an aim, or a time that no day ends, is a promise only if its official says so", () => {
  test.each([
    ["争取年底通水", "2026Q4"],
    ["力争明年开春开工", "2027Q1"],
    ["下季度计划完成主体封顶", "2026Q4"],
    ["入冬前完成路面硬化", "2026Q4"],
    ["We hope to open the road next quarter", "2026Q4"],
  ])("%s", (words, quarter) => {
    expect(read(words)).toEqual([`${words} ${quarter} aim`]);
  });
  test("an aim said first holds for what follows", () => {
    expect(read("力争年底通水，明年一季度验收")).toEqual([
      "力争年底通水 2026Q4 aim",
      "明年一季度验收 2027Q1 aim",
    ]);
  });
});

describe("anything less is none", () => {
  test.each([
    "加快推进主体施工",
    "下季度继续招商",
    "力争引进两家企业",
    "如果资金到位，下季度完成主体",
    "如资金到位，下季度完成主体",
    "下季度完成主体，如资金到位",
    "资金到位后下季度完工",
    "待征地完成后下季度开工",
    "下季度无法完成主体",
    "下季度完不成主体",
    "下季度主体不封顶",
    "The road will not open next quarter",
    "县自然资源局下季度完成批复",
    "县里答应下季度拨付到位",
    "请市住建局下季度完成验收",
    "完成主体后再安排装修",
    "高标准完成下季度各项工作",
    "半年内完成",
    "春节前后完工",
    "9月完成主体",
    "3月完成招标",
    "三季度完成主体",
    "三季度已完成主体",
    "明年四季度投入使用",
    "",
  ])("%s", (words) => {
    expect(read(words)).toEqual([]);
  });
});

test("each clause is read alone, in the order it is written, and each time in it", () => {
  expect(read("下季度完成主体；继续招商。12月底前通车")).toEqual([
    "下季度完成主体 2026Q4 firm",
    "12月底前通车 2026Q4 firm",
  ]);
  expect(read("三季度已完成主体，四季度完成装修，明年一季度投用")).toEqual([
    "四季度完成装修 2026Q4 firm",
    "明年一季度投用 2027Q1 firm",
  ]);
  expect(read("主体已完成80%，下季度封顶，不影响交通")).toEqual(["下季度封顶 2026Q4 firm"]);
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
      for (const { text, quarter, firm } of readPromises(words.join(""), period)) {
        expect(words.join("")).toContain(text);
        expect(firm && text.includes("力争")).toBe(false);
        expect(quarter > period && quarter <= laterPeriod(period, 4)).toBe(true);
      }
    }),
    // An aim between commas was left out, and what followed it was promised outright.
    { examples: [[["下季度", "，", "力争", "，", "通车"], "2026Q1"]] },
  );
});

test("other words are another promise", () => {
  const mark = (text: string) => promiseMark({ text }, 0);
  expect(mark("下季度完成主体")).not.toBe(mark("下季度完成装修"));
});
