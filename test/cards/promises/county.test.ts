import { expect, test } from "vitest";
import { returnFormCard } from "../../../cards/review/return-form.ts";
import { REVIEW_TEXT } from "../../../cards/text/review.ts";
import { STAGES, type Stage } from "../../../src/domain/quarter/timetable.ts";
import { rankQuarter } from "../../../src/domain/ranking/ranking.ts";
import type { Command } from "../../../src/domain/report/command.ts";
import { correctReport } from "../../../src/domain/report/correct.ts";
import { askedCells, decide } from "../../../src/domain/report/decide.ts";
import { type Report, startReport } from "../../../src/domain/report/report.ts";
import { quarterIn } from "../../domain/quarter/quarters.ts";
import {
  approve,
  approved,
  basis,
  done,
  filled,
  NOW,
  office,
  official,
  outcome,
  quarter,
  returnCells,
  returned,
  reviewer,
  save,
  situation,
  submit,
  submitted,
} from "../../domain/report/given.ts";
import { qikou, viewOf } from "../report/case.ts";
import { submittedOf } from "../report/every-card.ts";
import { promise } from "./promise.ts";

const text = REVIEW_TEXT["zh-CN"];
const as = (who: typeof office, stage: Stage) => situation(who, { quarter: quarterIn(stage) });
const OPENED = STAGES.filter((stage) => stage !== "opening");
const CELLS = ["investment/source.collective", "roads/item.roads.2"];
const townTries = (report: Report): Command[] => [
  save({ ...quarter, "investment/words": "改一下" }, "investment", report.revision),
  submit,
  { kind: "answer", answers: {} },
];
/** A 补报: first submitted after the lock, and approved. */
const supplement = (): Report => {
  const sent = done(submit, filled(), as(official, "locked"));
  return done(approve(sent), sent, as(reviewer, "locked"));
};

promise("approve", text.approveText, () => {
  test("its figures count in the ranking", () => {
    const { result } = rankQuarter(basis.programme, "2026Q3", [{ report: approved(), basis }], null);
    expect(result.rows.find(({ town }) => town === basis.town)).toMatchObject({
      standing: "ranked",
      rank: 1,
    });
  });
  test.each(OPENED)("its town changes nothing any more while %s", (stage) => {
    for (const command of townTries(approved()))
      expect(outcome(decide(command, approved(), as(official, stage))), command.kind).toBe("approved");
  });
  test.each(OPENED)(
    "a mistake is the city's to return until publication, or to correct after it: %s",
    (stage) => {
      const report = approved();
      const back = outcome(decide(returnCells(report, CELLS), report, as(office, stage)));
      expect(back).toBe(stage === "published" ? "approved" : "done");
      expect(outcome(decide(returnCells(report, CELLS), report, as(reviewer, stage)))).toBe("approved");
      const change = { cell: CELLS[0] ?? "", value: "150", reason: "核减" };
      expect(correctReport(report, change, office.openId, basis, NOW).ok).toBe(true);
    },
  );
});

promise("approve_supplement", text.approveSupplement, () => {
  test.each(OPENED)(
    "its town changes nothing any more while %s, and the city returns it at any time",
    (stage) => {
      const report = supplement();
      expect(report).toMatchObject({ status: "approved", supplement: true, content: filled().content });
      for (const command of townTries(report))
        expect(outcome(decide(command, report, as(official, stage))), command.kind).toBe("approved");
      expect(outcome(decide(returnCells(report, CELLS), report, as(reviewer, stage)))).toBe("approved");
      expect(outcome(decide(returnCells(report, CELLS), report, as(office, stage)))).toBe("done");
    },
  );
  test("mended, it is still one, and never becomes a ranked report", () => {
    const report = supplement();
    const back = done(returnCells(report, CELLS), report, as(office, "published"));
    const saved = done(save(quarter, "returned", back.revision), back, as(official, "published"));
    expect(done(submit, saved, as(official, "published")).supplement).toBe(true);
  });
});

promise("return", text.sendText, () => {
  test("the town is asked for these entries alone, and everything else stays", () => {
    const report = submitted();
    const back = done(returnCells(report, CELLS), report, situation(reviewer));
    expect(askedCells(back, "investment", basis).map(({ key }) => key)).toEqual(CELLS);
    expect(back.content).toEqual(report.content);
  });
  test("a form from before it cannot slip another entry in", () => {
    const other = { ...quarter, "investment/source.pairing": "999" };
    const before = done(save(other, "investment"), filledAgain(), situation(official));
    expect(before.content.investment.sources.pairing).toBe(999);
    const report = returned();
    const at = situation(official);
    const decision = decide(save(other, "returned", report.revision), report, at);
    const after = decision.ok ? decision.report : (decision.keep ?? report);
    expect(after.content.investment.sources.pairing).toBe(140);
  });
});

function filledAgain(): Report {
  return { ...filled(), revision: 1, saved: {} };
}

promise("return", text.costs("约少1分"), () => {
  const sent = submittedOf(startReport(qikou()));
  const said = (report: Report, more: { reopen?: boolean } = {}) =>
    JSON.stringify(returnFormCard({ ...viewOf(qikou()), report, ...more }));
  test("is said where a return costs, and the second time that it costs no more", () => {
    expect(said(sent)).toMatch(/对方本季约少[\d.]+分（报送质量，一季只计一次）/);
    expect(said({ ...sent, returns: 1 })).toContain(text.costsNoMore);
  });
  test("is not said of a 补报, which loses no points", () => {
    expect(said({ ...sent, supplement: true })).toContain(text.costsNothing);
    expect(said({ ...sent, supplement: true })).not.toContain("对方本季");
  });
  test("is not said where the city opens a report again, and is not counted there", () => {
    expect(said({ ...sent, status: "approved" }, { reopen: true })).toContain(text.costsNothing);
    const reopened = done(returnCells(approved(), CELLS), approved(), as(office, "provisional"));
    expect(reopened.returns).toBe(approved().returns);
  });
});
