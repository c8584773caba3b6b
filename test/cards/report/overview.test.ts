import { describe, expect, it } from "vitest";
import { overviewCard } from "../../../cards/report/overview.ts";
import { sectionCard } from "../../../cards/report/section.ts";
import { reviewCard } from "../../../cards/review/review.ts";
import type { Stage } from "../../../src/domain/quarter/timetable.ts";
import { decide } from "../../../src/domain/report/decide.ts";
import { type Report, startReport } from "../../../src/domain/report/report.ts";
import { quarterIn, undated } from "../../domain/quarter/quarters.ts";
import { NOW, official, qikou, realPack, situation, viewOf } from "./case.ts";
import { buttons, words } from "./look.ts";

const basis = qikou();

function saved(section: string, raw: Record<string, string>, report: Report = startReport(basis)): Report {
  const done = decide(
    { kind: "save", raw, section, baseRevision: report.revision },
    report,
    situation(basis),
  );
  if (!done.ok) throw new Error(JSON.stringify(done.refusal));
  return done.report;
}

const complete = saved(
  "image",
  { "image/project.p1.actual": "72", "image/project.p2.actual": "72" },
  saved("investment", { "investment/source.county": "8820" }),
);

describe("the overview of a quarter", () => {
  it("says of an area without changes that last quarter stands and nothing need be done", () => {
    expect(words(overviewCard(viewOf(basis)))).toContain("沿用上季度，无需改动");
  });

  it("says which quarter is meant by the last one, on every card that speaks of it, where a quarter was left out", () => {
    const skipped = { ...basis, earlier: basis.earlier.slice(0, 1) };
    const view = viewOf(skipped);
    const review = { ...view, report: { ...view.report, status: "submitted" as const }, flags: [] };
    for (const card of [
      overviewCard(view),
      sectionCard({ ...view, section: "investment" }),
      reviewCard(review),
    ])
      expect(words(card)).toContain("“上季度”指2026年第一季度");
    expect(words(overviewCard({ ...view, locale: "en" }))).toContain("“last quarter” means Q1 2026 here");
    expect(words(overviewCard(viewOf(basis)))).not.toContain("“上季度”指");
  });

  it("folds the areas without change into one line below what is to be done", () => {
    const elements = overviewCard(viewOf(basis)).body.elements;
    const panels = elements.filter((one) => one.tag === "collapsible_panel");
    expect(panels).toMatchObject([
      { expanded: false, header: { title: { content: "6 个部分沿用上季度，无需改动" } } },
    ]);
    expect(words(overviewCard(viewOf(basis, { report: saved("facilities", {}) })))).toContain(
      "5 个部分沿用上季度，无需改动",
    );
  });

  it("shows the first thing to do first, its button the only one that stands out", () => {
    const firstOf = (view: ReturnType<typeof viewOf>) => JSON.stringify(overviewCard(view).body.elements[0]);
    expect(firstOf(viewOf(basis))).toContain("项目投资");
    expect(firstOf(viewOf(basis))).toContain("open__2026Q3__qikou__investment");
    const onlyImage = saved("investment", { "investment/source.county": "8820" });
    const card = overviewCard(viewOf(basis, { report: onlyImage }));
    const primary = JSON.stringify(card).match(/"text":\{[^}]*\},"type":"primary"[^\]]*/g) ?? [];
    expect(primary).toHaveLength(1);
    expect(primary[0]).toContain("open__2026Q3__qikou__image");
  });

  it("calls last quarter's sum last quarter's until this quarter's is saved", () => {
    expect(words(overviewCard(viewOf(basis)))).toContain("上季度 4,560.00万元 · 年计划的38%");
    const after = words(overviewCard(viewOf(basis, { report: complete, photos: { image: 2 } })));
    expect(after).toContain("8,820.00万元（按资金来源合计） · 年计划的73.5% · 王某 10月12日 10:32 保存");
    expect(after).toContain("实际72% / 计划75%");
    expect(after).toContain("照片 2 张");
  });

  it("names what is missing above a submit button that can be pressed all the same", () => {
    const card = overviewCard(viewOf(basis));
    expect(words(card)).toContain("提交前还差：\n- 项目投资：本季度尚未填写\n- 形象进度：本季度尚未填写");
    expect(buttons(card)).toMatchObject({ 提交审核: "submit__2026Q3__qikou__1" });
  });

  it("says what a half-filled section lacks", () => {
    const half = saved("investment", { "investment/cumulative": "8820" });
    const said = words(overviewCard(viewOf(basis, { report: half })));
    expect(said).toContain("待补：资金来源合计比累计投资少 4,260.00万元");
  });

  it("says of a saved figure that became impossible what is wrong, there and on its form", () => {
    const report = structuredClone(complete);
    report.content.investment.cumulative = 4000;
    report.content.investment.sources = { county: 4000 };
    const said = "累计 4,000.00万元 小于上季度累计 4,560.00万元";
    expect(words(overviewCard(viewOf(basis, { report })))).toContain(`- 项目投资·今年累计投资：${said}`);
    expect(words(sectionCard({ ...viewOf(basis, { report }), section: "investment" }))).toContain(said);
  });

  it("opens every section with one tap", () => {
    const presses = Object.values(buttons(overviewCard(viewOf(basis, { report: complete }))));
    expect(presses).toContain("submit__2026Q3__qikou__3");
    const text = JSON.stringify(overviewCard(viewOf(basis)));
    for (const area of realPack.areas) expect(text).toContain(`open__2026Q3__qikou__${area.id}__1`);
  });

  it("says where the quarter stands, why the date is what it is, and what a report sent now counts as", () => {
    const said = (stage: Stage) => words(overviewCard(viewOf(basis, { quarter: quarterIn(stage) })));
    expect(said("open")).toContain("现在**可报**，截止10月15日（国庆节放假，已顺延）。");
    expect(said("late")).toContain("现在报送**计迟报**，10月29日后锁定。");
    const unranked = "现在报送的计为**补报**：留存、审核，不参加本季度排名。";
    expect(said("locked")).toContain(`**已锁定**，截止日期为10月15日（国庆节放假，已顺延）。${unranked}`);
    expect(said("provisional")).toContain(`**暂定得分已公布**，异议期到11月4日 18:00。${unranked}`);
    expect(said("objections")).toContain(`**异议期已满**，排名待发布。${unranked}`);
    expect(said("published")).toContain(`**排名已发布**。${unranked}`);
  });

  it("says plainly when the calendar of the year is not known", () => {
    const said = words(overviewCard(viewOf(basis, { quarter: undated })));
    expect(said).toContain("截止日期待定");
    expect(said).toContain("节假日安排尚未载入");
  });

  it("is a form in every stage but before the opening; what it would send is called by its name", () => {
    const labels = (stage: Stage) =>
      Object.keys(buttons(overviewCard(viewOf(basis, { report: complete, quarter: quarterIn(stage) }))));
    expect(labels("opening")).toEqual([]);
    expect(labels("open")).toContain("提交审核");
    for (const stage of ["locked", "provisional", "objections", "published"] as const)
      expect(labels(stage)).toContain("提交补报");
  });

  it("mentions unsaved input to the person who typed it and to nobody else", () => {
    const raw = { "investment/cumulative": "过半" };
    const report = {
      ...startReport(basis),
      pending: [{ by: official.openId, section: "investment", raw, at: NOW }],
    };
    const said = "项目投资有未保存的填写，打开即可继续。";
    expect(words(overviewCard(viewOf(basis, { report })))).toContain(said);
    expect(words(overviewCard(viewOf(basis, { report, viewer: "ou_deputy" })))).not.toContain(said);
  });

  it("says what just happened in its first line", () => {
    expect(words(overviewCard(viewOf(basis, { notice: "已保存" })))).toContain("**已保存**");
  });
});
