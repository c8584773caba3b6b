import { describe, expect, it } from "vitest";
import { returnedCard } from "../../../cards/report/returned.ts";
import { sectionCard } from "../../../cards/report/section.ts";
import type { Stage } from "../../../src/domain/quarter/timetable.ts";
import { decide } from "../../../src/domain/report/decide.ts";
import { type Report, startReport } from "../../../src/domain/report/report.ts";
import { quarterIn } from "../../domain/quarter/quarters.ts";
import { allCells, NOW, qikou, realPack, situation, viewOf, worst } from "./case.ts";
import { returnedOf } from "./every-card.ts";
import { boxes, buttons, words } from "./look.ts";

const basis = qikou();

function returned(cells: string[]): Report {
  const report = startReport(basis);
  report.content.investment.cumulative = 8820;
  report.content.investment.words = "客栈群主体完工";
  const before = allCells(viewOf(basis, { report })).map((cell) => [cell.key, cell.value]);
  return {
    ...report,
    status: "returned",
    revision: 7,
    saved: { investment: { revision: 2, by: "ou_town", name: "王某", at: NOW } },
    returned: {
      cells,
      reason: "口径与上季度不一致",
      byName: "李某",
      at: NOW,
      revision: 7,
      before: Object.fromEntries(before),
    },
  };
}

describe("the card of what came back", () => {
  const report = returned(["investment/cumulative", "investment/words"]);

  it("holds the returned cells and no other", () => {
    const card = returnedCard(viewOf(basis, { report }));
    expect(boxes(card)).toEqual({
      "investment/cumulative": "8,820.00",
      "investment/words": "客栈群主体完工",
    });
    expect(words(card)).toContain("李某 10月12日 10:32 退回 2 项，其余内容不变");
    expect(words(card)).toContain("退回原因：口径与上季度不一致");
  });

  it("shows the value at return beside the box, also after the box was changed", () => {
    const changed = structuredClone(report);
    changed.content.investment.cumulative = 8900;
    const card = returnedCard(viewOf(basis, { report: changed }));
    expect(words(card)).toContain("退回时：<br>**8,820.00万元**");
    expect(boxes(card)["investment/cumulative"]).toBe("8,900.00");
  });

  it("saves and submits again with one press", () => {
    const settled = structuredClone(report);
    settled.content.investment.sources = { county: 8820 };
    expect(buttons(returnedCard(viewOf(basis, { report: settled })))).toEqual({
      保存并重新提交: "save__2026Q3__qikou__returned__7__submit",
      查看本单位情况: "query__status__qikou__",
    });
  });

  it("can be filled in after the quarter locked, for a return has its own clock, and says when it is no longer ranked", () => {
    const said = (stage: Stage) =>
      returnedCard(
        viewOf(basis, { report: { ...report, firstSubmittedAt: NOW }, quarter: quarterIn(stage) }),
      );
    for (const stage of ["locked", "provisional", "published"] as const)
      expect(Object.keys(boxes(said(stage)))).toHaveLength(2);
    expect(words(said("locked"))).not.toContain("补报");
    expect(words(said("provisional"))).toContain("现在报送的计为**补报**：留存、审核，不参加本季度排名");
  });

  it("is what opening any section of a returned report brings", () => {
    const card = sectionCard({ ...viewOf(basis, { report }), section: "facilities" });
    expect(Object.keys(boxes(card))).toEqual(["investment/cumulative", "investment/words"]);
  });

  it("comes in parts when everything was returned, and every part can be reached", () => {
    const view = worst(realPack, "zh-CN");
    const full = { ...view, report: returnedOf(view.report, allCells(view)) };
    const first = returnedCard(full);
    expect(Object.values(buttons(first))[0]).toMatch(/__returned__123456__next$/);
    const opened = Object.values(buttons(first)).filter((token) => token.startsWith("open__"));
    for (const token of opened) {
      const section = token.split("__")[3] ?? "";
      const part = returnedCard({ ...full, section });
      expect(Object.keys(boxes(part)).every((name) => !(name in boxes(first)))).toBe(true);
      expect(Object.keys(boxes(part))[0]).toMatch(new RegExp(`^${section}/`));
    }
  });

  it("saved untouched changes no figure", () => {
    const card = returnedCard(viewOf(basis, { report }));
    const command = { kind: "save" as const, raw: boxes(card), section: "returned", baseRevision: 7 };
    const done = decide(command, report, situation(basis));
    expect(done.ok && done.report.content).toEqual(report.content);
  });
});
