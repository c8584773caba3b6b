import { describe, expect, test } from "vitest";
import { correctReport } from "../../../src/domain/report/correct.ts";
import {
  approve,
  approved,
  basis,
  done,
  NOW,
  official,
  opened,
  reviewer,
  save,
  situation,
  submit,
} from "./given.ts";

const change = { cell: "investment/source.collective", value: "170", reason: "票据核对后更正" };

describe("the office's correction", () => {
  test("keeps what stood before, and leaves a sum the town gave as it is", () => {
    const corrected = correctReport(approved(), change, "ou_office", basis, NOW);
    if (!corrected.ok) throw new Error(corrected.reason);
    expect(corrected.report.corrections).toEqual([
      expect.objectContaining({ cell: change.cell, before: 160, after: 170, reason: change.reason }),
    ]);
    expect(corrected.report.content.investment.cumulative).toBe(300);
  });
  test("lists the sum that follows its sources beside the source, for nobody typed it", () => {
    const raw = {
      "investment/source.collective": "160",
      "investment/source.pairing": "140",
      "image/project.lane.actual": "72%",
      "roads/item.roads.2": "70",
    };
    const filled = done(save(raw, "investment"), opened(), situation(official));
    const sent = done(submit, filled, situation(official));
    const report = done(approve(sent), sent, situation(reviewer));
    expect(report.content.investment.cumulative).toBe(300);
    const corrected = correctReport(report, change, "ou_office", basis, NOW);
    if (!corrected.ok) throw new Error(corrected.reason);
    expect(corrected.report.corrections.map(({ cell, before, after }) => [cell, before, after])).toEqual([
      ["investment/source.collective", 160, 170],
      ["investment/cumulative", 300, 310],
    ]);
  });
  test("needs an approved report, a cell, a reason and another value", () => {
    const why = (over: Partial<typeof change>, report = approved()) => {
      const corrected = correctReport(report, { ...change, ...over }, "ou_office", basis, NOW);
      return corrected.ok ? "done" : corrected.reason;
    };
    expect(why({}, opened())).toBe("not_approved");
    // A 补报 is not part of a published result.
    expect(why({}, { ...approved(), supplement: true })).toBe("supplement");
    expect(why({ cell: "investment/nothing" })).toBe("no_such_cell");
    expect(why({ reason: " " })).toBe("no_reason");
    expect(why({ value: "160" })).toBe("unchanged");
    expect(why({ value: "很多" })).toBe("problems");
  });
});
