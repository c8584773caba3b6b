import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  type Doubt,
  readAmount,
  readCount,
  readNumber,
  readPercent,
} from "../../../src/domain/reading/numbers.ts";
import { readList } from "../../../src/domain/reading/read-list.ts";
import { readable, readableFrom, withoutGaps } from "../../../src/domain/reading/readable.ts";
import { decorated } from "./decorate.ts";

const said = (read: ReturnType<typeof readAmount>) => (read.ok ? read.value : (read.hint ?? read.reason));

describe("a text as it is seen", () => {
  test.each([
    ["88\u200b20", "8820"],
    ["\ufeffou_abc123\u200b", "ou_abc123"],
    ["８８２０\u3000万", "8820 万"],
    ["8\u00a0820\u202f万", "8 820 万"],
    ["﹣5﹒5﹪", "-5.5%"],
    ["−5‐6–7—8", "-5-6-7-8"],
    ["碛\u00ad口\ufe0f镇", "碛口镇"],
    ["⾦额", "金额"],
    ["1️⃣累计", "1、累计"],
    ["一行\u2028二行\r三行", "一行\n二行\n三行"],
    ["ＯｕＡ", "OuA"],
    ["½ ② m²", "½ ② m²"],
  ])("%j is %j", (text, seen) => {
    expect(readable(text)).toBe(seen);
  });

  test("keeps the place of every character in the original", () => {
    const text = "投\u200b资８\ufeff8";
    const { text: seen, at } = readableFrom(text);
    expect(seen).toBe("投资88");
    expect(at.map((i) => text.charAt(i))).toEqual(["投", "资", "８", "8"]);
  });

  test.each([
    ["8 8 2 0", "8820"],
    ["8 820", "8820"],
    ["1 234 567.8", "1234567.8"],
    ["8 0 %", "80 %"],
    ["5000 8820", "5000 8820"],
    ["88 20", "88 20"],
    ["0 820", "0 820"],
    ["2026 100", "2026 100"],
  ])("digits parted by blanks: %s is %s", (text, joined) => {
    expect(withoutGaps(readableFrom(text)).text).toBe(joined);
  });
});

describe("units and remarks beside a number", () => {
  test.each<[string, number | Doubt]>([
    ["8820（万元）", 8820],
    ["8820(万)", 8820],
    ["8820万（元）", 8820],
    ["8820万元（万元）", 8820],
    ["0.882（亿元）", 8820],
    ["88200000（元）", 8820],
    ["8820【含税】", 8820],
    ["8820万（其中县级3000万）", 8820],
    ["8820（原5000）", 8820],
    ["8820（截至9月30日）", 8820],
    ["8820（预估）", 8820],
    ["8 8 2 0 万", 8820],
    ["8820\u200b", 8820],
    ["8820（千元）", "several"],
    ["8820（8920）", "several"],
    ["8820（百万）", "several"],
    ["8820万（亿元）", "several"],
    ["（8820）", "several"],
    ["88 20", "several"],
  ])("%s: %s", (text, expected) => {
    expect(said(readAmount(text))).toBe(expected);
  });

  test.each<[string, number | string]>([
    ["72（%）", 72],
    ["72﹪", 72],
    ["8 0 %", 80],
    ["７２％（形象）", 72],
    ["72（万元）", "not_a_number"],
    ["0x10", "not_a_number"],
    ["1e3", "not_a_number"],
  ])("as a percentage %s: %s", (text, expected) => {
    expect(said(readPercent(text))).toBe(expected);
  });

  test("counts and weights have their units", () => {
    expect(said(readCount("120（人）", ["人"]))).toBe(120);
    expect(said(readNumber("10%", ["%"]))).toBe(10);
    expect(said(readNumber("88 20", []))).toBe("several");
    expect(["0x10", "1e3", "1_000"].map((text) => said(readNumber(text, [])))).toEqual(
      Array(3).fill("not_a_number"),
    );
  });
});

test("a list of a setting is parted by any sign, or JSON", () => {
  const lists = [
    "ou_a,ou_b",
    "ou_a，ou_b",
    "ou_a; ou_b",
    "ou_a；ou_b",
    "ou_a、ou_b",
    "ou_a ou_b",
    "ou_a\nou_b",
    '["ou_a","ou_b"]',
    "'ou_a', 'ou_b',",
  ];
  for (const list of lists) expect(readList(list)).toEqual(["ou_a", "ou_b"]);
  expect(readList(" \u200b ")).toEqual([]);
});

describe("decoration never changes what is read, and never reads something else", () => {
  const amounts: [string, number][] = [
    ["8820", 8820],
    ["8,820.50万元", 8820.5],
    ["1亿2000万", 12000],
    ["八千八百二十万", 8820],
    ["88200000元", 8820],
    ["-50", -50],
  ];
  test.each(amounts)("amount %s", (text, value) => {
    fc.assert(
      fc.property(decorated(text), (typed) => {
        expect(readAmount(typed)).toMatchObject({ ok: true, value });
      }),
    );
  });
  test.each<[string, number]>([
    ["72%", 72],
    ["百分之七十二", 72],
    ["七成二", 72],
    ["66.5", 66.5],
  ])("percentage %s", (text, value) => {
    fc.assert(
      fc.property(decorated(text), (typed) => {
        expect(readPercent(typed)).toMatchObject({ ok: true, value });
      }),
    );
  });
  test("two numbers stay two, whatever stands between and around them", () => {
    fc.assert(
      fc.property(decorated("5000 8820万", { remarks: false }), (typed) => {
        expect(said(readAmount(typed))).toBe("several");
      }),
    );
  });
});
