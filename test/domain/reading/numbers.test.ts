import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  type Doubt,
  formatAmount,
  formatPercent,
  readAmount,
  readPercent,
} from "../../../src/domain/reading/numbers.ts";

const exact = (value: number) => ({ ok: true, value, estimate: false });
const about = (value: number) => ({ ok: true, value, estimate: true });
const doubt = (hint: Doubt) => ({ ok: false, reason: "ambiguous", hint });

describe("amounts are read as people write them, in 万元", () => {
  test.each([
    ["8,820", 8820],
    ["8820", 8820],
    ["８８２０", 8820],
    ["８，８２０．５０", 8820.5],
    ["8 820", 8820],
    ["8820万", 8820],
    ["8820 万元", 8820],
    ["8,820.50万元", 8820.5],
    ["8820.55", 8820.55],
    ["1,234,567.89", 1234567.89],
    ["0.882亿", 8820],
    ["0.88205亿元", 8820.5],
    ["1亿2000万", 12000],
    ["1亿2000万元整", 12000],
    ["1亿2", 12000],
    ["一亿二", 12000],
    ["两个亿", 20000],
    ["88200000元", 8820],
    ["88,200,000 元", 8820],
    ["8820万5千", 8820.5],
    ["1万2000元", 1.2],
    ["8820w", 8820],
    ["88.2 million yuan", 8820],
    ["8,820 (CNY 10k)", 8820],
    ["8820 CNY 10k", 8820],
    ["0.0882 billion", 8820],
    ["八千八百二十万", 8820],
    ["八千八百二", 8820],
    ["八千八百二十", 8820],
    ["八千八百零二", 8802],
    ["八千零二十", 8020],
    ["八千零二", 8002],
    ["八八二〇", 8820],
    ["一点二亿", 12000],
    ["八千八百二十点五五", 8820.55],
    ["8.82千万", 8820],
    ["两千万", 2000],
    ["十万", 10],
    ["十五", 15],
    ["一百一", 110],
    ["一万二", 1.2],
    ["一万零二元", 1],
    ["捌仟捌佰贰拾萬圓整", 8820],
    ["壹億貳仟萬", 12000],
    ["1.2万亿", 120000000],
    ["累计 8820", 8820],
    ["累计完成投资：8820 万元。", 8820],
    ["¥8820万", 8820],
    ["人民币8820万元", 8820],
    ["-50", -50],
    ["－50万", -50],
    ["负五十", -50],
    ["+50", 50],
    [".5", 0.5],
    ["0", 0],
    ["零", 0],
    ["-0", 0],
    ["1000000000000", 1e12],
    ["8820.505", 8820.51],
  ])("%s", (text, value) => {
    expect(readAmount(text)).toEqual(exact(value));
  });
  test.each(["约8820万", "8820万左右", "大约 8,820", "近8820", "将近八千八百二十万", "~8820", "8820（估）"])(
    "%s is an estimate",
    (text) => {
      expect(readAmount(text)).toEqual(about(8820));
    },
  );
  test.each([
    ["8000多万", "vague"],
    ["8000余", "vague"],
    ["几千万", "vague"],
    ["千万", "vague"],
    ["上千万", "vague"],
    ["不到8820万", "vague"],
    ["8820万以上", "vague"],
    ["8820+", "vague"],
    ["一个半亿", "vague"],
    ["七八百万", "range"],
    ["七八", "range"],
    ["8000-9000万", "range"],
    ["七千至八千", "range"],
    ["88,20", "grouping"],
    ["1,0000", "grouping"],
    ["0,882", "grouping"],
    ["8.820,50", "grouping"],
    ["1亿2000", "unit"],
    ["1万200", "unit"],
    ["12元", "unit"],
    ["1.2亿3000万", "unit"],
    ["¥8820", "currency"],
    ["72%", "kind"],
    ["七成", "kind"],
    ["8820 4260", "several"],
  ] as const)("%s is asked back: %s", (text, hint) => {
    expect(readAmount(text)).toMatchObject(doubt(hint));
  });
  test.each([
    "abc",
    "8820abc",
    "1e5",
    "0x10",
    "NaN",
    "Infinity",
    "万",
    "8.8.2",
    "①8820",
    "8820²",
    "½",
    "--5",
    "元",
    "无",
  ])("%s is not a number", (text) => {
    expect(readAmount(text)).toEqual({ ok: false, reason: "not_a_number" });
  });
  test.each(["", "  ", "\u3000", "累计", "。"])("%j is empty", (text) => {
    expect(readAmount(text)).toEqual({ ok: false, reason: "empty" });
  });
  test("a figure too long to keep its two decimals is refused", () => {
    expect(readAmount("9".repeat(400))).toEqual({ ok: false, reason: "too_large" });
    expect(readAmount("9".repeat(14))).toEqual({ ok: false, reason: "too_large" });
  });
  test("¥8820 offers both readings", () => {
    expect(readAmount("¥8820")).toMatchObject({ options: [8820, 0.88] });
  });
});

describe("percentages", () => {
  test.each([
    ["72%", 72],
    ["７２％", 72],
    ["72 %", 72],
    ["72", 72],
    ["72.5%", 72.5],
    ["66.55", 66.55],
    ["0.72%", 0.72],
    ["百分之七十二", 72],
    ["百分之七十二点五", 72.5],
    ["百分之72", 72],
    ["百分之百", 100],
    ["百分百", 100],
    ["千分之五", 0.5],
    ["五分之三", 60],
    ["七成二", 72],
    ["7成2", 72],
    ["八成五", 85],
    ["七成", 70],
    ["七成半", 75],
    ["7.2成", 72],
    ["十成", 100],
    ["七十二", 72],
    ["已完成80%", 80],
    ["形象进度 72%", 72],
    ["72 percent", 72],
    ["110%", 110],
    ["-5%", -5],
    ["0", 0],
    ["1", 1],
  ])("%s", (text, value) => {
    expect(readPercent(text)).toEqual(exact(value));
  });
  test.each([
    ["约72%", 72],
    ["七成左右", 70],
    ["三分之二", 66.67],
  ])("%s is an estimate", (text, value) => {
    expect(readPercent(text)).toEqual(about(value));
  });
  test.each([
    ["过半", "vague"],
    ["一半", "vague"],
    ["完成过半", "vague"],
    ["大半", "vague"],
    ["八成多", "vague"],
    ["72%以上", "vague"],
    ["七八成", "range"],
    ["70%-80%", "range"],
    ["5个百分点", "points"],
    ["8820万", "kind"],
    ["72 80", "several"],
  ] as const)("%s is asked back: %s", (text, hint) => {
    expect(readPercent(text)).toMatchObject(doubt(hint));
  });
  test("0.72 could be 0.72% or 72%, so both are offered", () => {
    expect(readPercent("0.72")).toEqual({ ...doubt("share"), options: [0.72, 72] });
  });
  test.each(["进行中", "3/4", "七成二十", "百分之", "分之", "完工"])("%s is not a number", (text) => {
    expect(readPercent(text)).toEqual({ ok: false, reason: "not_a_number" });
  });
});

describe("printing", () => {
  test("amounts have thousands and two decimals", () => {
    expect([8820, 1234567.5, 0, -50, -0.001, 0.1 + 0.2].map(formatAmount)).toEqual([
      "8,820.00",
      "1,234,567.50",
      "0.00",
      "-50.00",
      "0.00",
      "0.30",
    ]);
  });
  test("percentages have the decimals they need", () => {
    expect([72, 66.5, 34.25, 0, 100, 1 / 3].map(formatPercent)).toEqual([
      "72%",
      "66.5%",
      "34.25%",
      "0%",
      "100%",
      "0.33%",
    ]);
  });
  test("what is no number is never printed", () => {
    expect(() => formatAmount(Number.NaN)).toThrow();
    expect(() => formatPercent(Number.POSITIVE_INFINITY)).toThrow();
  });
});

const cents = fc.integer({ min: -1e14, max: 1e14 }).map((n) => (n === 0 ? 0 : n / 100));

describe("round trips", () => {
  test("an amount printed reads back to the cent", () => {
    fc.assert(
      fc.property(cents, (value) => {
        expect(readAmount(formatAmount(value))).toEqual(exact(value));
      }),
    );
  });
  test("a percentage printed reads back", () => {
    const percent = fc.integer({ min: -100_000, max: 100_000 }).map((n) => (n === 0 ? 0 : n / 100));
    fc.assert(
      fc.property(percent, (value) => {
        expect(readPercent(formatPercent(value))).toEqual(exact(value));
      }),
    );
  });
  test("a whole number spelt in Chinese reads back", () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 9999 }), fc.integer({ min: 1, max: 9999 }), (n, wan) => {
        expect(readAmount(spell(n))).toEqual(exact(n));
        expect(readAmount(`${spell(wan)}万元`)).toEqual(exact(wan));
        expect(readAmount(`${spell(wan)}亿${wan < 1000 ? "零" : ""}${spell(wan)}万元`)).toEqual(
          exact(wan * 10_000 + wan),
        );
      }),
    );
  });
  test("no text makes a reader throw or answer with something that is no number", () => {
    const piece = fc.constantFrom(..."0123456789.,，- ％%万亿元千百十零一二两九半成分之点约多个~以上¥（）e");
    const text = fc.oneof(
      fc.string({ unit: "grapheme" }),
      fc.array(piece).map((all) => all.join("")),
    );
    fc.assert(
      fc.property(text, (input) => {
        for (const answer of [readAmount(input), readPercent(input)])
          if (answer.ok) expect(Number.isFinite(answer.value)).toBe(true);
      }),
      { numRuns: 2000 },
    );
  });
});

/** 8820 as 八千八百二十. */
function spell(n: number): string {
  if (n === 0) return "零";
  const text = [...String(n)]
    .map((digit, i, all) => {
      const unit = ["", "十", "百", "千"][all.length - 1 - i] ?? "";
      return digit === "0" ? "零" : `${"零一二三四五六七八九"[Number(digit)]}${unit}`;
    })
    .join("");
  return text.replace(/零+/g, "零").replace(/零$/, "");
}
