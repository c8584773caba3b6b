import { expect, test } from "vitest";
import { cny } from "../../../cards/text/cny.ts";
import { formatAmount } from "../../../src/domain/reading/numbers.ts";
import { sourceFiles } from "../../source-files.ts";

test.each([
  [8_820, "CNY 88.2 million"],
  [12_000.5, "CNY 120.005 million"],
  [123_456.78, "CNY 1,234.5678 million"],
  [120.5, "CNY 1.205 million"],
  [99.99, "CNY 999,900"],
  [0.01, "CNY 100"],
  [0, "CNY 0"],
  [-250, "CNY -2.5 million"],
])("%d 万元 is %s in English, to the last yuan", (wan, english) => {
  expect(cny(formatAmount(wan))).toBe(english);
});

test("what is no amount stays as it is", () => {
  expect(cny("–")).toBe("–");
});

test("no English sentence counts money in wan", () => {
  const counted = sourceFiles("cards").filter(({ text }) => /wan yuan|10,000 yuan/.test(text));
  expect(counted.map(({ path }) => path)).toEqual([]);
});
