import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { readStatement } from "../../../src/domain/report/statement.ts";
import { towns, villages } from "../programmes.ts";
import { decorated } from "../reading/decorate.ts";

/** Figures as `field=value unit`, a leading ~ for an estimate. */
function figures(text: string, programme = towns): string[] {
  return readStatement(text, programme).figures.map(({ field, value, unit, estimate }) => {
    const name =
      typeof field === "string" ? field : "own" in field ? `own:${field.own.id}` : `source:${field.source}`;
    return `${estimate ? "~" : ""}${name}=${value}${unit}`;
  });
}
const asked = (text: string) =>
  readStatement(text, towns).questions.map(({ about, raw, doubt }) =>
    [about, raw, doubt].filter(Boolean).join(" "),
  );
const rest = (text: string) => readStatement(text, towns).rest;

describe("labelled figures", () => {
  test.each([
    ["投资累计8820万，形象72%", ["cumulative=8820万元", "image=72%"]],
    ["累计完成8820万元 形象进度七成二", ["cumulative=8820万元", "image=72%"]],
    ["本季完成4260万", ["quarter=4260万元"]],
    ["年度计划1.2亿", ["plan=12000万元"]],
    ["碛口 投资8820 形象72", ["cumulative=8820万元", "image=72%"]],
    ["县级3000 民间资本1200万", ["source:county=3000万元", "source:private=1200万元"]],
    ["投资8820形象72", ["cumulative=8820万元", "image=72%"]],
    ["2026年三季度投资累计8,820.50万元，形象进度：百分之七十二", ["cumulative=8820.5万元", "image=72%"]],
    [
      "累计完成投资８８２０万元，其中县级配套资金3000万元、PPP 500万",
      ["cumulative=8820万元", "source:county=3000万元", "source:ppp=500万元"],
    ],
    ["累计八千八百二十万，本季四千二百六十万", ["cumulative=8820万元", "quarter=4260万元"]],
    ["累計完成8820萬元，形象進度七十二", ["cumulative=8820万元", "image=72%"]],
    ["累计约8820万左右", ["~cumulative=8820万元"]],
    ["全年计划投资12000万元，1-9月累计完成8820万元", ["plan=12000万元", "cumulative=8820万元"]],
    ["cumulative 8820, image progress 72%", ["cumulative=8820万元", "image=72%"]],
    ["County 3000; Private capital 1200", ["source:county=3000万元", "source:private=1200万元"]],
    ["形象进度已提高到72%", ["image=72%"]],
    ["投资8820万，累计8820万", ["cumulative=8820万元"]],
    ["投资累计88\u200b20万", ["cumulative=8820万元"]],
    ["投资累计 8 8 2 0 万，形象 7 2 %", ["cumulative=8820万元", "image=72%"]],
    ["投资累计8 820万元", ["cumulative=8820万元"]],
    ["1、累计投资8820万\n2、形象进度72%", ["cumulative=8820万元", "image=72%"]],
    ["（1）累计投资8820万；（2）形象进度72%", ["cumulative=8820万元", "image=72%"]],
    ["①累计投资8820万②形象进度72%", ["cumulative=8820万元", "image=72%"]],
    ["1️⃣累计投资8820万\n2️⃣形象进度72%", ["cumulative=8820万元", "image=72%"]],
    ["1.累计投资8820万 2.形象进度72%", ["cumulative=8820万元", "image=72%"]],
    ["投资累计由5000万增加到8820万", ["cumulative=8820万元"]],
    ["形象进度从60%提高到72%", ["image=72%"]],
    ["累计不是5000万是8820万", ["cumulative=8820万元"]],
    ["累计5000万改为8820万", ["cumulative=8820万元"]],
    ["投资累计八千八，不对，八千八百二十万", ["cumulative=8820万元"]],
    ["投资累计八千八不对八千八百二十万", ["cumulative=8820万元"]],
    ["累计8800万，说错了，是8820万", ["cumulative=8820万元"]],
    ["累计上次5000万这次8820万", ["cumulative=8820万元"]],
    ["累计8820万（原5000万）", ["cumulative=8820万元"]],
    ["累计8820万而不是5000万", ["cumulative=8820万元"]],
    ["累计完成88200000元", ["cumulative=8820万元"]],
    ["累计八千八百二十万元形象百分之七十二", ["cumulative=8820万元", "image=72%"]],
    ["县里出了3000万，老板投的1200万", ["source:county=3000万元", "source:private=1200万元"]],
    [
      "县里3000万、镇里500万、省里800万",
      ["source:county=3000万元", "source:township=500万元", "source:superior=800万元"],
    ],
    ["镇里累计完成8820万", ["cumulative=8820万元"]],
  ])("%s", (text, expected) => {
    expect(figures(text)).toEqual(expected);
    expect(asked(text)).toEqual([]);
  });
  test("fund sources are those of the pack", () => {
    expect(figures("村集体30万，社会捐赠12.5万", villages)).toEqual([
      "source:collective=30万元",
      "source:donation=12.5万元",
    ]);
    expect(figures("村集体30万", towns)).toEqual([]);
  });
  test("the raw text of a figure is what was typed", () => {
    expect(readStatement("投资累计８，８２０萬", towns).figures).toMatchObject([
      { raw: "８，８２０萬", value: 8820 },
    ]);
  });
});

describe("what is not clear is asked, not filled in", () => {
  test.each([
    ["已完成80%", ["percent 80%"]],
    ["进度80%", ["percent 80%"]],
    ["投资完成80%", ["percent 80%"]],
    ["形象进度过半", ["unreadable 过半 vague"]],
    ["形象8820万", ["amount 8820万"]],
    ["累计8000多万", ["unreadable 8000多万 vague"]],
    ["三季度完成4260万", ["amount 4260万"]],
    ["9月完成300万", ["amount 300万"]],
    ["增加投资1200万", ["amount 1200万"]],
    ["上季度累计完成4560万", ["amount 4560万"]],
    ["8820万", ["amount 8820万"]],
    ["碛口 8820 72%", ["amount 8820", "percent 72%"]],
    ["累计8820万，累计完成9000万", ["twice 8820万", "twice 9000万"]],
    ["形象进度0.72", ["unreadable 0.72 share"]],
    ["累计5000 8820万", ["twice 5000", "twice 8820万"]],
    ["累计 88 20万", ["twice 88", "twice 20万"]],
    ["累计5000万、8820万", ["twice 5000万", "twice 8820万"]],
    ["累计5000万或8820万", ["twice 5000万", "twice 8820万"]],
    ["累计从5000万到8820万", ["unreadable 5000万到8820万 range"]],
  ])("%s", (text, expected) => {
    expect(figures(text)).toEqual([]);
    expect(asked(text)).toEqual(expected);
  });
  test("one unclear figure does not hold up the others", () => {
    expect(figures("累计8820万，形象过半")).toEqual(["cumulative=8820万元"]);
    expect(asked("累计8820万，形象过半")).toEqual(["unreadable 过半 vague"]);
  });
});

describe("numbers that are no figures stay in the words", () => {
  test.each([
    "本季度开工3个项目，投资建设5号楼",
    "2026年10月15日前完成一期工程",
    "总投资3亿，到位资金8000万",
    "较上季度增加1200万，增长15%",
    "新增绿化12万平方米，惠及3万人",
    "占年度计划73.5%",
    "镇一镇一策，进一步推进十大特色镇创建",
    "施工队电话 0358-8223456",
    "联系人手机 13800138000",
  ])("%s", (text) => {
    expect(readStatement(text, towns)).toEqual({ figures: [], rest: text, questions: [] });
  });
});

describe("the rest of the text", () => {
  test.each([
    ["碛口 投资8820 形象72", "碛口"],
    ["投资累计8820万，形象72%", ""],
    ["累计完成8820万元，下季度完成主体工程。", "下季度完成主体工程。"],
    ["1、累计投资8820万\n2、形象进度72%", ""],
    ["1、累计投资8820万\n2、河道整治已开工", "2、河道整治已开工"],
    ["投资累计由5000万增加到8820万，河道开工", "河道开工"],
    ["累计8820万，河道\u200d整治（一期）", "河道\u200d整治（一期）"],
    ["2026年三季度投资累计8820万，形象72%，河道整治已开工3处", "2026年三季度，河道整治已开工3处"],
  ])("%s", (text, left) => {
    expect(rest(text)).toBe(left);
  });
});

describe("decoration never changes the figures, and never reads others", () => {
  test.each([
    ["投资累计8820万，形象72%", ["cumulative=8820万元", "image=72%"]],
    ["县里3000万，老板投的1200万", ["source:county=3000万元", "source:private=1200万元"]],
    ["投资累计由5000万增加到8820万", ["cumulative=8820万元"]],
    ["1、累计投资8820万\n2、形象进度72%", ["cumulative=8820万元", "image=72%"]],
  ])("%s", (text, expected) => {
    fc.assert(
      fc.property(decorated(text, { remarks: false }), (typed) => {
        expect(figures(typed)).toEqual(expected);
      }),
    );
  });
});

test("no text makes it throw, and every figure is a finite number", () => {
  const piece = fc.constantFrom(
    ..."累计 形象 投资 本季 计划 县级 完成 8820 72% 万 亿 元 七成 , ， 。 \n 约 多 3个 年 ( ) . 一 十 百分之 - 民间资本".split(
      " ",
    ),
  );
  const text = fc.oneof(
    fc.string({ unit: "grapheme" }),
    fc.array(piece, { maxLength: 30 }).map((all) => all.join("")),
  );
  fc.assert(
    fc.property(text, (input) => {
      for (const { value } of readStatement(input, towns).figures) expect(Number.isFinite(value)).toBe(true);
    }),
    { numRuns: 500 },
  );
});
