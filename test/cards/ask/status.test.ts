import { describe, expect, it } from "vitest";
import { statusCard } from "../../../cards/ask/status.ts";
import { LOCALES, ROLES, type Role } from "../../../src/domain/programme/people.ts";
import type { TownStatus } from "../../../src/domain/views.ts";
import { packs, tenTowns } from "../office/programmes.ts";
import { barsOf, buttonsOf, doingOf, expectSendable, wordsOf } from "../office/sendable.ts";
import { qikou, worstStatus } from "./statuses.ts";

function cardOf(change: Partial<TownStatus> = {}, viewer: Role = "leader") {
  return statusCard({ programme: tenTowns, status: qikou(change), viewer, locale: "zh-CN" });
}

const nothing: Partial<TownStatus> = {
  figuresOf: null,
  standing: null,
  investment: null,
  image: null,
  problems: [],
  photos: [],
  published: null,
  history: [],
};

describe("a town's status", () => {
  it.each(packs)("in %s is taken by the platform for every role in both languages", (_, programme) => {
    const worst = worstStatus(programme);
    for (const locale of LOCALES)
      for (const viewer of ROLES)
        for (const status of [worst, { ...worst, current: false }, { ...worst, ...nothing }])
          expectSendable(statusCard({ programme, status, viewer, locale }));
  });

  it("answers 碛口怎么样 with positioning, state, money, progress, rank and problems", () => {
    const card = cardOf();
    expect(card.header.title.content).toBe("碛口镇 · 2026年第三季度");
    expect(card.header.subtitle?.content).toBe("临县 · 特色旅游业");
    const words = wordsOf(card);
    expect(words).toContain("**本季填报**：审核中。截止10月15日");
    expect(words).toContain("累计完成8,820.00万元，年度计划12,000.00万元，占计划73.5%");
    expect(words).toContain("比序时进度（应完成8,400.00万元）快3.5个百分点");
    expect(words).toContain("<font color='green'>**正常**</font>");
    expect(words).toContain("**形象进度**：实际72%，计划75%，相差3.0个百分点");
    expect(words).toContain("2026年第二季度第5名（共7个参加排名），综合得分88.14分");
    expect(words).toContain("完善功能配置：污水管网用地还没有批下来");
  });

  it("has the band beside a rank that depends on the weights", () => {
    const band = {
      id: "qikou",
      rank: 5,
      oneAtATime: { best: 5, worst: 6 },
      drawn: { p5: 5, p50: 5, p95: 6 },
      stays: 0.8,
    };
    const { published } = qikou();
    const words = wordsOf(cardOf({ published: published && { ...published, band } }));
    expect(words).toContain("2026年第二季度第5名（区间5–6）（共7个参加排名）");
  });

  it("says plainly when the figures are the last published ones, and hides where the report stands", () => {
    const words = wordsOf(cardOf({ current: false, figuresOf: "2026Q2" }));
    expect(words).toContain("本季度的数据还没有发布，以下是最近一次发布的**2026年第二季度**数据");
    expect(words).not.toContain("审核中");
  });

  it("says plainly when there is nothing published to show", () => {
    const words = wordsOf(cardOf({ ...nothing, current: false }));
    expect(words).toContain("目前没有可以查看的数据");
    const ranked = wordsOf(cardOf({ ...nothing, current: false, published: qikou().published }));
    expect(ranked).toContain("以下是以前发布的结果");
    expect(ranked).not.toContain("没有可以查看");
  });

  it("says which quarter the figures are of when it is not this one", () => {
    expect(wordsOf(cardOf({ figuresOf: "2026Q2", standing: "published" }))).toContain(
      "以下投资和进度为**2026年第二季度**数据",
    );
  });

  it("says how far figures that are not published have come", () => {
    expect(wordsOf(cardOf())).toContain("以下数据：**审核中**");
    expect(wordsOf(cardOf({ standing: "draft" }))).toContain("以下数据：**本镇草稿，还没有提交**");
    expect(wordsOf(cardOf({ standing: "published" }))).not.toContain("以下数据");
  });

  it("says of a plan of nothing neither a share nor a schedule", () => {
    const words = wordsOf(cardOf({ investment: { plan: 0, cumulative: 12, scheduled: 0, light: "grey" } }));
    expect(words).toContain("年度计划0.00万元。");
    expect(words).not.toContain("序时进度");
  });

  it("opens with its published scores, the newest on top with its place, in the colours of the lights", () => {
    expect(cardOf().body.elements[0]?.tag).toBe("chart");
    expect(barsOf(cardOf())).toEqual([
      { name: "26年二季度 第5名", value: 88.14, shown: "88.14", kind: "正常" },
      { name: "26年一季度 第6名", value: 80.1, shown: "80.10", kind: "偏慢" },
    ]);
    expect(wordsOf(cardOf())).toContain("此前：26年一季度80.10分、第6名、偏慢。");
    expect(cardOf({ history: [] }).body.elements.some(({ tag }) => tag === "chart")).toBe(false);
    const none = { period: "2025Q4", score: null, rank: null, light: "grey" } as const;
    const gap = cardOf({ history: [none, ...qikou().history] });
    expect(wordsOf(gap)).toContain("没有得分的季度：2025年第四季度");
  });

  it("folds several problems, so that one screen of a phone holds the card", () => {
    const problem = { section: "facilities", text: "用地还没有批下来" };
    const card = cardOf({ problems: [problem, problem] });
    const panels = card.body.elements.filter(({ tag }) => tag === "collapsible_panel");
    expect(JSON.stringify(panels)).toContain("存在问题 2条");
    expect(JSON.stringify(panels)).toContain("用地还没有批下来");
  });

  it("says that a rank is shared, and that a town not reported has none", () => {
    const published = qikou().published;
    if (!published) throw new Error("qikou has a published quarter");
    expect(wordsOf(cardOf({ published: { ...published, tied: true } }))).toContain("并列第5名");
    const row = { ...published.row, rank: null, score: null, standing: "not_reported" } as const;
    expect(wordsOf(cardOf({ published: { ...published, row } }))).toContain(
      "2026年第二季度发布时未报，没有名次",
    );
  });

  it("cuts what a town wrote and never lets it act as markdown", () => {
    const text = `${"*很长的问题*".repeat(100)}<at id=all></at>`;
    const words = wordsOf(cardOf({ problems: [{ section: "facilities", text }] }));
    expect(words).not.toContain("*很长的问题*");
    expect(words).not.toContain("<at");
    expect(words).toContain("…");
  });

  it("offers each role what it may do next", () => {
    const kinds = (viewer: Role, change: Partial<TownStatus> = {}) =>
      buttonsOf(cardOf(change, viewer)).map(({ action }) => doingOf(action));
    expect(kinds("leader")).toEqual(["ranking", "explain", "status"]);
    expect(kinds("town_official")).toEqual(["ranking", "explain", "my_form", "status"]);
    expect(kinds("town_official", { current: false })).toEqual(["ranking", "explain", "status"]);
    expect(kinds("city_office")).toEqual(["ranking", "explain", "progress", "status"]);
    expect(kinds("department", nothing)).toEqual(["ask", "status"]);
  });
});
