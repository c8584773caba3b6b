import { expect, test } from "vitest";
import { sentenceDifference } from "../../../src/domain/town-plan/difference.ts";
import { numbered } from "../../../src/domain/town-plan/town-plan.ts";
import { changedSections, inForce, versionsOf } from "../../../src/domain/town-plan/versions.ts";

// Versions of a 方案 from its log, and what differs between two of them.

const entry = (step: string, at: number, values = {}) => ({
  ...{ step, from: "drafting", to: "drafting", by: "ou_1", name: "", post: "", at },
  values,
});
const log = [
  entry("begin", 1, { site: "古镇" }),
  entry("demands", 2, { demands: "修街。" }),
  entry("submit", 3),
  entry("send_back", 4, { why: "补充" }),
  entry("demands", 5, { demands: "修街。修路。" }),
  entry("submit", 6),
  entry("approve", 7, { paper: "1号" }),
  entry("funds", 8, { funds: { county: 9 } }),
];

test("a version is what was written when it was submitted; the last one approved is in force", () => {
  const versions = versionsOf({ log });
  expect(versions.map(({ n, at, approvedAt }) => [n, at, approvedAt])).toEqual([
    [1, 3, null],
    [2, 6, 7],
  ]);
  expect(versions[0]?.values).toEqual({ site: "古镇", demands: "修街。" });
  expect(inForce({ log })?.values).toEqual({ site: "古镇", demands: "修街。修路。" });
  expect(inForce({ log: log.slice(0, 6) })).toBeNull();
});

test("two versions differ in the sections that were written anew", () => {
  const [first, second] = versionsOf({ log });
  expect(changedSections(first?.values ?? {}, second?.values ?? {})).toEqual(["demands"]);
});

test("a difference is drawn by sentence", () => {
  expect(sentenceDifference("修街。治河。", "修街。修路；亮化")).toEqual({
    gone: ["治河。"],
    come: ["修路；", "亮化"],
  });
  expect(sentenceDifference("修街。", "修街。")).toEqual({ gone: [], come: [] });
});

test.each([
  ["补管网\n定边界", "1. 补管网\n2. 定边界"],
  ["1、补管网\n\n （2）定边界", "1. 补管网\n2. 定边界"],
  ["一、补管网", "1. 补管网"],
  ["3公里管网不足", "1. 3公里管网不足"],
  ["  \n ", ""],
])("comments are numbered from 1, whatever they came with: %j", (typed, kept) => {
  expect(numbered(typed)).toBe(kept);
});
