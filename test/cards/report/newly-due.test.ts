import { describe, expect, it } from "vitest";
import { nextSection } from "../../../cards/report/next-section.ts";
import { overviewCard } from "../../../cards/report/overview.ts";
import { sectionCard } from "../../../cards/report/section.ts";
import { decide } from "../../../src/domain/report/decide.ts";
import { type Report, startReport } from "../../../src/domain/report/report.ts";
import { qikouFifthDue, realPack, situation, viewOf } from "./case.ts";
import { buttons, label, words } from "./look.ts";

// Observed: 碛口 followed its card and left the six areas unchanged; a fifth item in each area had become due,
// so 3/4 became 3/5, and of the 6.33 points it lost 6.13 came from this.

const basis = qikouFifthDue();

function saved(section: string, raw: Record<string, string>, report: Report = startReport(basis)): Report {
  const command = { kind: "save", raw, section, baseRevision: report.revision } as const;
  const done = decide(command, report, situation(basis));
  if (!done.ok) throw new Error(JSON.stringify(done.refusal));
  return done.report;
}

describe("an area with newly due items", () => {
  it("is never said to need no change, and names the items with what leaving them costs", () => {
    const said = words(overviewCard(viewOf(basis)));
    expect(said).not.toContain("无需改动");
    for (const [, fifth] of realPack.areas.map(({ items }) => [items[3], items[4]] as const))
      expect(said).toContain(`本季新到期：${fifth?.name.replace(/：/, "：")}`);
    expect(said).toContain("本季新到期：垃圾处理，未填按0计，约少1.6分");
    expect(said).toContain("3/5 项完成");
  });

  it("leads the card: the sum of all, then area by area, the first one's button standing out", () => {
    const elements = overviewCard(viewOf(basis)).body.elements;
    expect(JSON.stringify(elements[0])).toContain("本季新到期 6 项，未填按0计，合计约少8分");
    expect(JSON.stringify(elements[1])).toMatch(/明确产业定位.*open__2026Q3__qikou__positioning.*/);
    expect(JSON.stringify(elements[1])).toContain('"type":"primary"');
    expect(JSON.stringify(elements[7])).toContain("项目投资");
  });

  it("is one of those a saved form leads on to", () => {
    const report = saved("investment", { "investment/source.county": "8820" });
    expect(nextSection(report, basis, "investment")).toBe("image");
    expect(nextSection(saved("image", {}, report), basis, "image")).toBe("positioning");
  });

  it("is as any other once somebody has looked at it and saved", () => {
    const said = words(overviewCard(viewOf(basis, { report: saved("facilities", {}) })));
    expect(said).not.toContain("垃圾处理");
    expect(said).toContain("本季新到期 5 项");
  });

  it("is asked about once more before the report goes without it", () => {
    const complete = saved(
      "image",
      { "image/project.p1.actual": "72", "image/project.p2.actual": "72" },
      saved("investment", { "investment/source.county": "8820" }),
    );
    const card = overviewCard(viewOf(basis, { report: complete }));
    expect(words(card)).toContain("可以提交审核；新到期的 6 项还没有填，提交后按0计，约少8分。");
    expect(JSON.stringify(card)).toContain("仍要提交？");
    expect(buttons(card)).toMatchObject({ 提交审核: "submit__2026Q3__qikou__3" });
  });

  it("says at the box of each newly due item that it is one, saved or not", () => {
    for (const report of [startReport(basis), saved("facilities", {})]) {
      const form = sectionCard({ ...viewOf(basis, { report }), section: "facilities" });
      expect(label(form, "facilities/item.facilities.5")).toContain("本季新到期");
      expect(label(form, "facilities/item.facilities.4")).not.toContain("本季新到期");
    }
  });

  it("costs nothing, and is said to cost nothing, where a department has accepted what blocks it", () => {
    const stakes = { scheme: realPack.scheme, excused: ["facilities.5"] };
    const said = words(overviewCard(viewOf(basis, { stakes })));
    expect(said).toContain("本季新到期：垃圾处理</font>\n3/5 项完成");
  });

  it("reads in English as completely", () => {
    const said = words(overviewCard(viewOf(basis, { locale: "en" })));
    expect(said).toContain("newly due this quarter:");
    expect(said).toContain("left empty it counts 0, about 1.6 points off");
    expect(said).not.toContain("…");
  });
});
