import { describe, expect, it } from "vitest";
import { type ConfirmView, confirmCard } from "../../../cards/report/confirm.ts";
import { savedCard } from "../../../cards/report/saved.ts";
import { findCell } from "../../../src/domain/report/cells.ts";
import { startReport } from "../../../src/domain/report/report.ts";
import { quarterIn } from "../../domain/quarter/quarters.ts";
import { NOW, qikou, viewOf } from "./case.ts";
import { boxes, buttons, words } from "./look.ts";

const basis = qikou();
const report = startReport(basis);

function reply(raw: Record<string, string>, more: Partial<ConfirmView> = {}) {
  const cells = Object.keys(raw).flatMap((key) => findCell(key, report.content, basis) ?? []);
  return confirmCard({ ...viewOf(basis), cells, raw, questions: [], rest: "", ...more });
}

describe("the card that confirms a reply", () => {
  const raw = { "investment/cumulative": "八千八百二十万", "image/project.p1.actual": "约七成二" };

  it("echoes each figure with its unit beside the old one and prefills it as typed", () => {
    const card = reply(raw);
    expect(words(card)).toContain("项目投资·今年累计投资 **8,820.00万元**（原为 4,560.00万元）");
    expect(words(card)).toContain("形象进度·古镇客栈群修缮·实际进度 **约 72%**（原为 38%）");
    expect(boxes(card)).toEqual(raw);
    expect(buttons(card)).toMatchObject({ 确认写入: "save__2026Q3__qikou__reply__1__overview" });
  });

  it("puts words that are no figures behind what the section says already", () => {
    const card = reply(raw, { rest: "码头已恢复施工" });
    expect(boxes(card)["investment/words"]).toBe("码头已恢复施工");
    const said = { ...report.content.investment, words: "客栈群主体完工" };
    const before = { ...report, content: { ...report.content, investment: said } };
    const after = reply(raw, { ...viewOf(basis, { report: before }), rest: "码头已恢复施工" });
    expect(boxes(after)["investment/words"]).toBe("客栈群主体完工\n码头已恢复施工");
  });

  it("offers words alone to the section of image progress", () => {
    expect(boxes(reply({}, { rest: "码头已恢复施工" }))).toEqual({ "image/words": "码头已恢复施工" });
  });

  it("passes on what was not understood and asks nothing when nothing was read", () => {
    const card = reply({}, { questions: ["“过半”是多少？"] });
    expect(words(card)).toContain("“过半”是多少？");
    expect(boxes(card)).toEqual({});
  });

  it("writes only returned cells into a returned report", () => {
    const returned = {
      cells: ["image/project.p1.actual"],
      reason: "请核对",
      byName: "李某",
      at: NOW,
      revision: 1,
      before: {},
    };
    const back = { ...report, status: "returned" as const, returned };
    const card = reply(raw, viewOf(basis, { report: back }));
    expect(Object.keys(boxes(card))).toEqual(["image/project.p1.actual"]);
    expect(words(card)).toContain("不会改动：项目投资·今年累计投资");
  });

  it("writes nothing before the quarter is open", () => {
    expect(boxes(reply(raw, { quarter: quarterIn("opening") }))).toEqual({});
  });
});

describe("the receipt that takes its place", () => {
  it("names what was given, and of what follows from it what it follows; an empty box was not written", () => {
    const given = { ...report.content.investment, sources: { county: 2000 }, cumulative: 2000 };
    const investment = { ...given, derived: "sources" as const };
    const saved = { ...report, content: { ...report.content, investment } };
    const written = ["investment/cumulative", "investment/source.county", "investment/source.ppp"];
    const said = words(savedCard({ ...viewOf(basis, { report: saved }), written }));
    expect(said).toContain("今年累计投资：2,000.00万元（按资金来源合计）");
    expect(said).toContain("县级：2,000.00万元");
    expect(said).not.toMatch(/PPP|未填/);
  });
});
