import { describe, expect, it } from "vitest";
import { returnFormCard } from "../../../cards/review/return-form.ts";
import { readReturnForm, returnFormFields } from "../../../cards/review/return-form-fields.ts";
import { reviewCard } from "../../../cards/review/review.ts";
import { reviewedCard } from "../../../cards/review/reviewed.ts";
import { sectionTextCard } from "../../../cards/review/section-text.ts";
import { costOfReturn } from "../../../src/domain/explain/points-at-stake.ts";
import { isReturnable } from "../../../src/domain/report/cells.ts";
import { sectionsOf } from "../../../src/domain/report/content.ts";
import { startReport } from "../../../src/domain/report/report.ts";
import { softFlags } from "../../../src/domain/report/soft-checks.ts";
import { nodesOf } from "../../../src/domain/scoring/scheme-tree.ts";
import { keyOf, keysOn, photoOf } from "../pictures/photos.ts";
import { allCells, LONG, NOW, qikou, realPack, viewOf, worst } from "./case.ts";
import { returnedOf, submittedOf } from "./every-card.ts";
import { boxes, buttons, offered, parts, words } from "./look.ts";

const basis = qikou();

function submitted() {
  const report = submittedOf(startReport(basis));
  report.submittedByName = "王某";
  report.submittedRevision = 6;
  report.content.investment.cumulative = 8820;
  report.content.investment.sources = { county: 8820 };
  for (const project of report.content.image.projects) project.actual = 54;
  const items = report.content.areas.facilities?.items ?? {};
  items["facilities.3"] = 100;
  const pictures = [photoOf("image"), photoOf("image", { sentOn: "2026-10-09" }, 1)];
  return viewOf(basis, { report, photos: { image: 2 }, pictures });
}

describe("the review card", () => {
  const view = submitted();
  const flags = softFlags(view.report.content, basis);

  it("shows the figures beside last quarter's, what changed in bold", () => {
    const said = words(reviewCard({ ...view, flags }));
    expect(said).toContain("今年累计投资 | 4,560.00 | **8,820.00**");
    expect(said).toContain("本季度投资 | 2,760.00 | **4,260.00**");
    expect(said).toContain("完善功能配置 | 2/16 项 | **3/16 项**");
    expect(said).toContain("科学规划布局 | 0/9 项 | 0/9 项");
    expect(said).toContain("排水管网 推进中 60% → **完成**");
  });

  it("puts the town's answer beside what the soft checks noticed", () => {
    const key = flags[0]?.key ?? "";
    const answer = { question: "two_ledgers", answer: "先施工后结算", by: "ou_town", at: NOW };
    const asked = { ...view, report: { ...view.report, answers: { [key]: answer } } };
    const said = words(reviewCard({ ...asked, flags }));
    expect(said).toContain("投资完成序时计划的 105%，形象进度完成计划的 72%");
    expect(said).toContain("填报人说明：先施工后结算");
    expect(words(reviewCard({ ...view, flags }))).toContain("填报人未说明");
  });

  it("shows the photos, each with its section and day in words", () => {
    const card = reviewCard({ ...view, flags });
    expect(words(card)).toContain("照片 2 张");
    expect(words(card)).toContain("1 形象进度 10月12日，2 形象进度 10月9日。");
    expect(keysOn(card)).toEqual(view.pictures.map(keyOf));
    expect(words(reviewCard({ ...view, pictures: [], flags }))).toContain("没有照片");
  });

  it("approves after a confirm, and only the revision that was submitted", () => {
    const card = reviewCard({ ...view, flags });
    expect(buttons(card)).toMatchObject({
      通过: "approve__2026Q3__qikou__6",
      退回修改: "return_form__2026Q3__qikou__6",
    });
    const approve = parts(card).find((part) => JSON.stringify(part.behaviors ?? "").includes("approve__"));
    expect(JSON.stringify(approve?.confirm)).toContain("通过碛口镇的填报？");
  });

  it("shows what was returned earlier as it was and as it is", () => {
    const cells = allCells(view).filter((cell) => cell.key === "investment/cumulative");
    const back = returnedOf(view.report, cells).returned;
    if (!back) throw new Error("nothing returned");
    const before = { "investment/cumulative": 9000 };
    const report = { ...view.report, returned: { ...back, before }, returns: 1 };
    const said = words(reviewCard({ ...view, report, flags }));
    expect(said).toContain("项目投资·今年累计投资 9,000.00万元 → **8,820.00万元**");
    expect(said).toContain("审核中退回过 1 次");
  });

  it("says of what was returned and left as it was that it is unchanged", () => {
    const cells = allCells(view).filter((cell) => cell.key === "investment/cumulative");
    const report = { ...view.report, returned: returnedOf(view.report, cells).returned, returns: 1 };
    const said = words(reviewCard({ ...view, report, flags }));
    expect(said).toContain("项目投资·今年累计投资 8,820.00万元（未改）");
    expect(said).not.toContain("8,820.00万元 → ");
    expect(words(reviewCard({ ...view, locale: "en", report, flags }))).toContain("(unchanged)");
  });

  it("gives long words a card of their own", () => {
    const long = worst(realPack, "zh-CN");
    const full = { ...long, report: submittedOf(long.report) };
    const card = reviewCard({ ...full, flags: [] });
    expect(words(card)).not.toContain(LONG);
    const reads = parts(card).filter((part) => JSON.stringify(part.behaviors ?? "").includes("read_section"));
    expect(reads).toHaveLength(8);
    expect(words(sectionTextCard({ ...full, section: "facilities" })).split(LONG)).toHaveLength(4);
  });

  it("has nothing to press once the verdict is given", () => {
    const approved = { ...view.report, status: "approved" as const, approvedAt: NOW, approvedByName: "李某" };
    expect(words(reviewedCard({ ...view, report: approved }))).toContain("审核：李某 10月12日 10:32");
    expect(buttons(reviewedCard({ ...view, report: approved }))).toEqual({});
    expect(buttons(reviewCard({ ...view, report: approved, flags }))).toEqual({});
  });
});

describe("the return form", () => {
  const view = submitted();

  it("says what a return costs the town, by the scheme the quarter is scored with", () => {
    const said = (change: Partial<typeof view> & { reopen?: true }) =>
      words(returnFormCard({ ...view, ...change }));
    const weighted = structuredClone(realPack.scheme);
    const quality = nodesOf(weighted.root).find(({ id }) => id === "qual");
    if (!quality) throw new Error("the scheme has no quality");
    const cost = (scheme: typeof weighted) =>
      costOfReturn({ report: view.report, basis: view.basis }, scheme).toFixed(1).replace(".0", "");
    expect(said({})).toContain(`退回后，对方本季约少${cost(realPack.scheme)}分（报送质量，一季只计一次）。`);
    Object.assign(quality, { weight: 10 });
    expect(said({ stakes: { scheme: weighted, excused: [] } })).toContain(`约少${cost(weighted)}分`);
    expect(cost(weighted)).not.toBe(cost(realPack.scheme));
    expect(said({ report: { ...view.report, returns: 1 } })).toContain("再次退回不再扣分");
    const approved = { ...view.report, status: "approved" as const };
    expect(said({ report: approved, reopen: true })).toContain("这次退回不扣对方的分");
  });

  it("offers changed cells first and nothing of the office's own plan", () => {
    const texts = offered(returnFormCard(view), "cells.image").map((option) => option.text);
    expect(texts.join()).toContain("古镇客栈群修缮·实际进度 54%");
    expect(texts.join()).not.toContain("计划进度");
    const [first] = offered(returnFormCard(view), "cells.facilities");
    expect(first).toEqual({ text: "排水管网 完成", value: "facilities/item.facilities.3" });
  });

  it("returns the sum invested together with its sources", () => {
    const [sum] = offered(returnFormCard(view), "cells.investment");
    expect(sum?.value).toBe("investment/cumulative,investment/source.county");
  });

  it("reaches every cell that can be returned, however full the report", () => {
    const long = worst(realPack, "zh-CN");
    const card = returnFormCard({ ...long, report: submittedOf(long.report) });
    const values = sectionsOf(realPack).flatMap((section) =>
      offered(card, returnFormFields.cells(section)).flatMap((option) => option.value.split(",")),
    );
    const returnable = allCells(long).filter(isReturnable);
    expect(new Set(values)).toEqual(new Set(returnable.map((cell) => cell.key)));
  });

  it("demands a reason", () => {
    const reason = parts(returnFormCard(view)).find((part) => part.name === "reason");
    expect(reason?.required).toBe(true);
  });

  it("comes back as it was ticked and written when sending it was refused", () => {
    const chosen = ["facilities/item.facilities.3"];
    const card = returnFormCard({ ...view, chosen, typedReason: "请核对" });
    expect(boxes(card).reason).toBe("请核对");
    const box = parts(card).find((part) => part.name === "cells.facilities");
    expect(box?.selected_values).toEqual(chosen);
  });

  it("is read back by its own names, each cell once", () => {
    const form = {
      "cells.investment": ["investment/cumulative,investment/source.county", "investment/source.county"],
      "cells.image": "image/words",
      "cells.facilities": null,
      reason: "请核对",
    };
    expect(readReturnForm(form)).toEqual({
      cells: ["investment/cumulative", "investment/source.county", "image/words"],
      reason: "请核对",
    });
    expect(readReturnForm(undefined)).toEqual({ cells: [], reason: "" });
  });
});
