import { expect, test } from "vitest";
import { answersAll, answersByNumber, numbered } from "../../../src/domain/town-plan/comments.ts";
import { sentenceDifference } from "../../../src/domain/town-plan/difference.ts";
import { changedSections, heldAgainst, inForce, versionsOf } from "../../../src/domain/town-plan/versions.ts";

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

test("a change is held against the version in force, also after it came back", () => {
  const returned = [...log, entry("submit", 9), entry("return", 10), entry("submit", 11)];
  const versions = versionsOf({ log: returned });
  const against = (n?: number) => heldAgainst(versions, versions[(n ?? 0) - 1]).map((one) => one.n);
  expect(against(1)).toEqual([]);
  expect(against(2)).toEqual([]);
  expect(against(3)).toEqual([2]);
  expect(against(4)).toEqual([2, 3]);
  expect(against()).toEqual([2, 4]);
  const approved = versionsOf({ log: [...returned, entry("approve", 12, { paper: "2号" })] });
  expect(heldAgainst(approved, approved.at(-1)).map(({ n }) => n)).toEqual([2]);
  expect(approved.map(({ paper }) => paper)).toEqual(["", "1号", "", "2号"]);
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

const TWO = "1. 补充给排水管网\n2. 明确起步区面积";
test.each([
  ["1. 已补充。2. 起步区1平方公里。", ["已补充。", "起步区1平方公里。"]],
  ["（1）已补充 （2）起步区 1.2平方公里", ["已补充", "起步区 1.2平方公里"]],
  ["第2条：已明确；第1条：已补充", ["已补充", "已明确"]],
  ["已补充\n起步区1平方公里", ["已补充", "起步区1平方公里"]],
  ["2、已明确", ["", "已明确"]],
  ["均已采纳", null],
  ["已采纳", null],
])("an answer belongs to the comment of its number: %j", (answers, each) => {
  expect(answersByNumber(2, answers)).toEqual(each);
  const all = each ? each.every((one) => one !== "") : answers.includes("均");
  expect(answersAll(TWO, answers)).toBe(all);
});

test("one comment is answered by whatever is said", () => {
  expect(answersByNumber(1, "已补充。\n见附图")).toEqual(["已补充。 见附图"]);
  expect(answersAll("1. 补充管网", "")).toBe(false);
});
