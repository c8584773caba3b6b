import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { sectionCard } from "../../../cards/report/section.ts";
import { sectionsOf } from "../../../src/domain/report/content.ts";
import { decide } from "../../../src/domain/report/decide.ts";
import { applyInputs } from "../../../src/domain/report/inputs.ts";
import { startReport } from "../../../src/domain/report/report.ts";
import { NOW, qikou, realPack, situation, viewOf, worst } from "./case.ts";
import { boxes, buttons, label, parts, untouched, words } from "./look.ts";

const basis = qikou();
const form = (section: string) => sectionCard({ ...viewOf(basis), section });

describe("a section's form", () => {
  it("folds what was finished last quarter into one line and does not ask it", () => {
    const card = form("facilities");
    expect(words(card)).toContain("已完成 2 项，不用再填：水电路等基础设施、供气管网");
    expect(boxes(card)).not.toHaveProperty(["facilities/item.facilities.1"]);
    expect(boxes(card)["facilities/item.facilities.3"]).toBe("60");
  });

  it("asks an item again that was finished and no longer is", () => {
    const report = startReport(basis);
    const items = report.content.areas.facilities?.items ?? {};
    items["facilities.1"] = 90;
    const card = sectionCard({ ...viewOf(basis, { report }), section: "facilities" });
    expect(boxes(card)["facilities/item.facilities.1"]).toBe("90");
  });

  it("asks one box a due item and nothing else of it", () => {
    const fields = parts(form("facilities")).flatMap((part) =>
      part.tag === "input" || part.tag === "select_static" ? [String(part.name)] : [],
    );
    const items = fields.filter((name) => name.includes("/item."));
    expect(items.length).toBeGreaterThan(0);
    expect(new Set(items.map((name) => name.replace(/\.status$/, ""))).size).toBe(items.length);
  });

  it("shows the known year plan and planned progress as text and asks neither", () => {
    expect(words(form("investment"))).toContain("年计划投资 **12,000.00万元**，不用再填");
    expect(boxes(form("investment"))).not.toHaveProperty(["investment/plan"]);
    expect(boxes(form("image"))).not.toHaveProperty(["image/project.p1.planned"]);
    expect(label(form("image"), "image/project.p1.actual")).toBe(
      "古镇客栈群修缮·实际进度（%，计划 75%，上季度 38%）",
    );
  });

  it("asks this quarter's sum anew, with last quarter's beside it and its sources in place", () => {
    const card = form("investment");
    expect(boxes(card)["investment/cumulative"]).toBe("");
    expect(label(card, "investment/cumulative")).toContain("上季度 4,560.00");
    expect(boxes(card)["investment/source.county"]).toBe("4,560.00");
  });

  it("asks plan, total and planned progress once when nobody has given them", () => {
    const bare = { ...basis, plan: { investment: null, dueFrom: null, projects: [] }, earlier: [] };
    const investment = sectionCard({ ...viewOf(bare), section: "investment" });
    expect(boxes(investment)).toHaveProperty(["investment/plan"]);
    const image = sectionCard({ ...viewOf(bare), section: "image" });
    expect(Object.keys(boxes(image))).toContain("image/project.new.name");
    expect(parts(image).find((part) => part.tag === "collapsible_panel")?.expanded).toBe(true);
  });

  it("names the section that comes next on its save button", () => {
    expect(buttons(form("investment"))).toMatchObject({
      "保存，填下一项：形象进度": "save__2026Q3__qikou__investment__1__next",
      保存: "save__2026Q3__qikou__investment__1__overview",
    });
  });

  it("brings back word for word what could not be stored, with the reason above its box", () => {
    const raw = { "investment/source.county": "过半", "investment/words": "主体完工" };
    const tried = decide(
      { kind: "save", raw, section: "investment", baseRevision: 1 },
      startReport(basis),
      situation(basis),
    );
    if (tried.ok || tried.refusal.reason !== "problems") throw new Error("was taken");
    const { problems } = tried.refusal;
    const card = sectionCard({ ...viewOf(basis), section: "investment", raw, problems });
    expect(boxes(card)).toMatchObject(raw);
    const order = parts(card).map((part) => String(part.name ?? part.content ?? ""));
    const box = order.indexOf("investment/source.county");
    expect(order[box - 1]).toContain("“过半”不是确数");
    expect(words(card)).toContain("有 1 处需要修改：项目投资·资金来源·县级");
  });

  it("says one thing at a time about one box", () => {
    const key = "investment/cumulative";
    const problems = [
      { key, problem: "too_large" as const, values: { value: 1e12 } },
      { key, problem: "over_total" as const, values: { value: 1e12, total: 16_000 } },
    ];
    const said = words(sectionCard({ ...viewOf(basis), section: "investment", problems }));
    expect(said).toContain("有 1 处需要修改");
    expect(said).toContain("远大于一年可能的数额");
    expect(said).not.toContain("项目总投资之和");
  });

  it("brings back kept input by itself when its reader opens the form again", () => {
    const raw = { "investment/cumulative": "八千多" };
    const report = {
      ...startReport(basis),
      pending: [{ by: "ou_town", section: "investment", raw, at: NOW }],
    };
    const card = sectionCard({ ...viewOf(basis, { report }), section: "investment" });
    expect(boxes(card)).toMatchObject(raw);
  });

  it("tells who saved what first and leaves the person's own input in the boxes", () => {
    const report = startReport(basis);
    report.content.investment.cumulative = 8820;
    const key = "investment/cumulative";
    const cells = [
      {
        key,
        section: "investment",
        kind: "amount" as const,
        what: { field: "cumulative" as const },
        value: 8820,
        previous: 4560,
        known: false,
      },
    ];
    const conflict = { byName: "李某", at: NOW, cells };
    const raw = { [key]: "8900" };
    const card = sectionCard({ ...viewOf(basis, { report }), section: "investment", raw, conflict });
    expect(words(card)).toContain("李某 10月12日 10:32 刚保存了这部分");
    expect(words(card)).toContain("今年累计投资：**8,820.00万元**");
    expect(boxes(card)[key]).toBe("8900");
    const own = sectionCard({
      ...viewOf(basis, { report }),
      section: "investment",
      raw,
      conflict: { ...conflict, own: true },
    });
    expect(words(own)).toContain("您 10月12日 10:32 在另一张卡片上保存过这部分");
    expect(words(own)).not.toContain("李某");
  });

  it("cannot be filled in while the county reviews", () => {
    const report = { ...startReport(basis), status: "submitted" as const };
    const card = sectionCard({ ...viewOf(basis, { report }), section: "investment" });
    expect(boxes(card)).toEqual({});
  });

  it("asks at most twelve projects, those without a figure first", () => {
    const view = worst(realPack, "zh-CN");
    const last = view.report.content.image.projects.at(-1);
    if (last) last.actual = null;
    const card = sectionCard({ ...view, section: "image" });
    expect(boxes(card)).toHaveProperty(["image/project.own16.actual"]);
    expect(words(card)).toContain("另有 4 个项目");
  });
});

describe("a form saved untouched", () => {
  const percents = fc.oneof(
    fc.constant(0),
    fc.constant(100),
    fc.integer({ min: 1, max: 9999 }).map((n) => n / 100),
  );
  const amounts = fc.integer({ min: 0, max: 90_000_000 }).map((n) => n / 100);
  const sections = fc.constantFrom(...sectionsOf(realPack));

  it("changes no figure, whatever the figures are", () => {
    fc.assert(
      fc.property(sections, percents, percents, amounts, (section, item, actual, source) => {
        const report = startReport(basis);
        for (const area of Object.values(report.content.areas))
          for (const id of Object.keys(area.items)) area.items[id] = item;
        for (const project of report.content.image.projects) project.actual = actual;
        for (const project of report.content.image.projects) project.total = 1_000_000;
        report.content.investment.sources = { county: source, private: 4560 };
        report.content.investment.cumulative = Math.round((source + 4560) * 100) / 100;
        report.saved.investment = { revision: 1, by: "ou_town", name: "王某", at: NOW };
        const card = sectionCard({ ...viewOf(basis, { report }), section });
        const applied = applyInputs(untouched(card), report.content, basis);
        expect(applied).toMatchObject({ ok: true, changed: [], estimates: [] });
      }),
      { numRuns: 200 },
    );
  });
});
