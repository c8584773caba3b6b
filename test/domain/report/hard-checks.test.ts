import { describe, expect, test } from "vitest";
import type { ReportContent } from "../../../src/domain/report/content.ts";
import { checkFigures, LARGEST_AMOUNT } from "../../../src/domain/report/hard-checks.ts";
import { applyInputs } from "../../../src/domain/report/inputs.ts";
import { openingContent } from "../../../src/domain/report/plan.ts";
import { basis, firstBasis } from "./given.ts";

// scoring.md 5: impossible figures are refused, with the figures needed for the sentence.

function checked(change: (content: ReportContent) => void) {
  const content = openingContent(basis);
  change(content);
  return checkFigures(content, basis);
}

test("the figures of the quarter before can all be right", () => {
  expect(checked(() => {})).toEqual([]);
});

describe("refused", () => {
  test.each<[string, (content: ReportContent) => void, object]>([
    [
      "a negative amount",
      (c) => {
        c.investment.sources.donation = -5;
      },
      { key: "investment/source.donation", problem: "negative", values: { value: -5 } },
    ],
    [
      "10^12 万元",
      (c) => {
        c.investment.plan = 1e12;
      },
      { key: "investment/plan", problem: "too_large", values: { value: 1e12 } },
    ],
    [
      "progress over 100%",
      (c) => {
        for (const p of c.image.projects) p.actual = 100.01;
      },
      { key: "image/project.lane.actual", problem: "over_100", values: { value: 100.01 } },
    ],
    [
      "an item below nothing",
      (c) => {
        if (c.areas.water) c.areas.water.items["water.1"] = -1;
      },
      { key: "water/item.water.1", problem: "negative", values: { value: -1 } },
    ],
    [
      "a cumulative sum smaller than last quarter's",
      (c) => {
        c.investment.cumulative = 179.99;
      },
      { key: "investment/cumulative", problem: "decreases", values: { value: 179.99, before: 180 } },
    ],
    [
      "more than all projects together cost",
      (c) => {
        c.investment.cumulative = 500.01;
      },
      { key: "investment/cumulative", problem: "over_total", values: { value: 500.01, total: 500 } },
    ],
  ])("%s", (_, change, problem) => {
    expect(checked(change)).toEqual([problem]);
  });
});

test("the total is not judged while a project's own is unknown, and the limit itself is allowed", () => {
  expect(
    checked((c) => {
      c.investment.cumulative = LARGEST_AMOUNT;
      c.image.projects = [{ id: "lane", name: "村道", total: null, planned: 1, actual: 1 }];
    }),
  ).toEqual([]);
});

test("a first quarter starts from nothing, so its sum cannot be a decrease", () => {
  const content = openingContent(firstBasis);
  content.investment.cumulative = 0;
  expect(checkFigures(content, firstBasis)).toEqual([]);
});

test("typed as people type it: 10^12 and a negative amount are refused at their own box", () => {
  const content = openingContent(basis);
  const problem = (text: string) => {
    const answer = applyInputs({ "investment/source.donation": text }, content, basis);
    return answer.ok ? [] : answer.problems;
  };
  expect(problem("1000000000000")).toContainEqual({
    key: "investment/source.donation",
    problem: "too_large",
    values: { value: 1e12 },
  });
  expect(problem("-200")).toContainEqual({
    key: "investment/source.donation",
    problem: "negative",
    values: { value: -200 },
  });
});
