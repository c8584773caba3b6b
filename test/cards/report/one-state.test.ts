import { describe, expect, it } from "vitest";
import { statusCard } from "../../../cards/ask/status.ts";
import { reviewerCard, townCard } from "../../../src/bot/report/card-for-status.ts";
import { STAGES, type Stage } from "../../../src/domain/quarter/timetable.ts";
import type { Report, ReportStatus } from "../../../src/domain/report/report.ts";
import { wordsOf } from "../../bot/card-reading.ts";
import { quarterIn } from "../../domain/quarter/quarters.ts";
import { qikou as statusOf } from "../ask/statuses.ts";
import { tenTowns } from "../office/programmes.ts";
import { NOW, qikou, viewOf } from "./case.ts";

// A card makes only one statement about a report's state. Each pair below was once observed on one card.

const view = viewOf(qikou());
const handedIn = {
  firstSubmittedAt: NOW,
  submittedAt: NOW,
  submittedRevision: view.report.revision,
  submittedByName: "武凤英",
} as const;
const IN: Record<ReportStatus, Report> = {
  draft: view.report,
  submitted: { ...view.report, ...handedIn, status: "submitted" },
  returned: {
    ...view.report,
    ...handedIn,
    status: "returned",
    returns: 1,
    returned: {
      cells: ["investment/cumulative"],
      reason: "请核对",
      byName: "田文斌",
      at: NOW,
      revision: view.report.revision,
      before: { "investment/cumulative": null },
    },
  },
  approved: { ...view.report, ...handedIn, status: "approved", approvedAt: NOW, approvedByName: "田文斌" },
};

/** Texts that contradict each state of a report. */
const UNTRUE: Record<ReportStatus, RegExp> = {
  draft: /审核中|已退回|已通过/,
  submitted: /已退回|已通过|现在可?报送?/,
  returned: /审核中|已通过|不需要再做什么/,
  approved: /审核中|已退回|现在可报|现在报送|待审核/,
};

const cases = STAGES.filter((stage) => stage !== "opening").flatMap((stage) =>
  (["draft", "submitted", "returned", "approved"] as const).map((status) => [stage, status] as const),
);

describe("one card, one state", () => {
  it.each(cases)("in stage %s a report that is %s", (stage: Stage, status) => {
    const at = { ...view, quarter: quarterIn(stage), report: IN[status] };
    expect(wordsOf(townCard(at))).not.toMatch(UNTRUE[status]);
    if (status !== "draft") expect(wordsOf(reviewerCard(at))).not.toMatch(UNTRUE[status]);
  });
  it("a town whose report was approved and that has no rank is said to have reported after the result", () => {
    const result = statusOf().published;
    if (!result) throw new Error("no result");
    const row = { ...result.row, standing: "not_reported" as const, score: null, rank: null };
    const status = statusOf({
      quarter: quarterIn("published"),
      state: "approved",
      supplement: true,
      published: { ...result, period: "2026Q3", row },
    });
    const words = wordsOf(statusCard({ programme: tenTowns, status, viewer: "leader", locale: "zh-CN" }));
    expect(words).toContain("补报");
    expect(words).not.toMatch(/现在可报|现在报送/);
  });
});
