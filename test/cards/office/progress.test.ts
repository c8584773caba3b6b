import { describe, expect, it } from "vitest";
import type { Card } from "../../../cards/card.ts";
import { openPeriodCard } from "../../../cards/office/open-period.ts";
import { type ProgressView, progressCard } from "../../../cards/office/progress.ts";
import { LOCALES } from "../../../src/domain/programme/people.ts";
import type { ProgressRow } from "../../../src/domain/views.ts";
import { quarterIn, undated } from "../../domain/quarter/quarters.ts";
import { q3 } from "../explain/views.ts";
import { packs, tenTowns, twoHundred } from "./programmes.ts";
import { progressRows } from "./progress-rows.ts";
import { progressView, progressViews } from "./progress-views.ts";
import { barsOf, buttonsOf, doingOf, expectSendable, wordsOf } from "./sendable.ts";

const cardOf = (change: Partial<ProgressView> = {}) => progressCard(progressView(tenTowns, change));
const publish: ProgressView["next"] = { step: "publish", waits: null };
const kindsOf = (change: Partial<ProgressView>) =>
  buttonsOf(cardOf(change)).map(({ action }) => doingOf(action));
const firstButton = (change: Partial<ProgressView>) =>
  cardOf(change).body.elements.flatMap((element) =>
    element.tag === "column_set" ? element.columns.flatMap((column) => column.elements) : [],
  )[0];

/** The towns as the card lists them, without their squares. */
const linesOf = (card: Card): string[] =>
  wordsOf(card)
    .split(/<br>|\n/)
    .filter((line) => /■<\/font> .+(：|: )/.test(line) && !line.includes(" **"))
    .map((line) => line.replace(/<[^>]*>■<\/font> /, ""));
const approved = progressRows(tenTowns).map((row): ProgressRow => ({ ...row, state: "approved" }));

const named = (card: Card) => barsOf(card).map(({ name }) => name);

describe("the office's card of a quarter", () => {
  it.each(packs)("of %s is taken by the platform at every step, in both languages", (_, programme) => {
    for (const locale of LOCALES)
      for (const view of Object.values(progressViews(programme, locale, programme === tenTowns ? q3 : null)))
        expectSendable(progressCard(view));
  });

  it("of two hundred towns lists as many as a card holds and leads to the others", () => {
    const programme = twoHundred();
    const many = progressCard(progressView(programme));
    expectSendable(many);
    expect(barsOf(many)).toHaveLength(30);
    expect(wordsOf(many)).toContain(`还有${200 - linesOf(many).length}个没有列出`);
    expect(buttonsOf(many).map(({ action }) => doingOf(action))).toContain("missing");
  });

  it("opens with how far each town has come, those to chase on top, and says the same in words", () => {
    const card = cardOf();
    expect(card.body.elements[0]?.tag).toBe("chart");
    expect(named(card).slice(0, 4)).toEqual(["普明镇  0/8", "金罗镇  0/8", "龙交乡  1/8", "西营镇  4/8"]);
    expect(named(card).at(-1)).toBe("双池镇  8/8");
    expect(wordsOf(card).replace(/<[^>]*>■<\/font> /g, "")).toContain(
      "应报 **13** 个：已通过 **5** · 审核中 **2** · 已退回 **2** · 填报中 **2** · 未开始 **2**",
    );
    expect(linesOf(card)[4]).toBe("西营镇：填报中 4/8 · 10月12日");
    expect(linesOf(card)).toHaveLength(13);
  });

  it("opens with the towns by points once the ranking is out, but not while it is provisional", () => {
    const views = progressViews(tenTowns, "zh-CN", q3);
    const published = views.published;
    const before = views["publication next"];
    if (!published || !before) throw new Error("no such view");
    const out = progressCard({
      ...published,
      ranked: published.ranked && { ...published.ranked, provisional: false },
    });
    expect(named(out)[1]).toBe("2 碛口镇 ↑3");
    expect(named(progressCard(before)).join()).toContain("8/8");
  });

  it("says who was late, and by how many working days", () => {
    const rows = progressRows(tenTowns).map((row, i) => (i === 7 ? { ...row, late: 2 } : row));
    const card = cardOf({ rows });
    expect(wordsOf(card)).toContain("；迟报 **1**");
    expect(linesOf(card)[7]).toContain("：已通过 · 迟2个工作日");
    expect(linesOf(cardOf({ rows, locale: "en" }))[7]).toContain(": approved · 2 days late");
  });

  it("counts those apart whose report is a 补报 and not ranked", () => {
    const rows = progressRows(tenTowns).map((row, i) =>
      i === 7 ? { ...row, supplement: true as const } : row,
    );
    expect(wordsOf(cardOf({ rows }))).toContain("；补报（不参加排名）**1**");
    expect(wordsOf(cardOf())).not.toContain("补报（");
  });

  it("says why the due date is what it is, or that a year without a calendar has none known", () => {
    expect(wordsOf(cardOf())).toContain("截止10月15日（国庆节放假，已顺延）");
    expect(wordsOf(cardOf({ quarter: undated }))).toContain("截止日期暂不能确定");
  });

  it("is short: everything but the counts, the next step and the towns is folded away", () => {
    const view = progressViews(tenTowns, "zh-CN", q3)["everything at once"];
    if (!view) throw new Error("no such view");
    const { elements } = progressCard(view).body;
    expect(elements.map(({ tag }) => tag)).toEqual([
      "chart",
      "markdown",
      "markdown",
      "markdown",
      "markdown",
      "collapsible_panel",
      "collapsible_panel",
      "collapsible_panel",
      "collapsible_panel",
      "markdown",
      "column_set",
    ]);
    for (const element of elements)
      if (element.tag === "collapsible_panel") expect(element.expanded).toBe(false);
  });
});

describe("the next step", () => {
  it("that can be taken is the first and the primary button", () => {
    for (const step of ["provisional", "publish"] as const)
      expect(firstButton({ next: { step, waits: null } })).toMatchObject({ type: "primary" });
    expect(wordsOf(cardOf({ next: publish }))).toContain("下一步：发布排名");
  });

  it.each([
    [
      "reports in review, by name",
      { reason: "in_review", towns: ["qikou", "xinyi"] },
      "碛口、信义还在审核中",
    ],
    ["nothing approved", { reason: "nothing_approved" }, "还没有审核通过的填报"],
    [
      "the time for objections",
      { reason: "objection_days", until: Date.UTC(2026, 9, 21, 10) },
      "10月21日 18:00",
    ],
    ["objections unanswered", { reason: "objections_open", open: 2 }, "还有2条异议没有答复"],
    ["a year without a calendar", { reason: "calendar_unknown", year: 2027 }, "2027年的节假日安排尚未载入"],
    ["a day of the pack's that is over", { reason: "override_over", day: "2027-01-18" }, "1月18日已经过了"],
    [
      "the lock",
      { reason: "before_lock", lock: "2026-10-29", missing: 3 },
      "还有3个单位没有审核通过，它们在10月29日前报送仍计入排名",
    ],
    [
      "a lock nobody knows",
      { reason: "before_lock", lock: null, missing: 3 },
      "锁定日期暂不能确定；各单位全部审核通过，或由市办锁定填报后，即可办理",
    ],
    [
      "what was sent back",
      { reason: "returned", towns: ["qikou"], until: "2026-11-02" },
      "碛口的填报已退回，补正时间到11月2日为止",
    ],
  ] as const)("that has to wait for %s says so, and is not offered", (_, waits, words) => {
    const given = "towns" in waits ? { ...waits, towns: [...waits.towns] } : waits;
    const next: ProgressView["next"] = { step: "publish", waits: given };
    expect(wordsOf(cardOf({ next }))).toContain(words);
    expect(kindsOf({ next })).not.toContain("publish");
  });

  it("is asked about before it is taken: what is frozen, who is told and what must be settled first", () => {
    const asked = buttonsOf(cardOf({ next: publish })).find(({ action }) => doingOf(action) === "publish");
    expect(asked?.confirm).toMatch(
      /^\d+个单位没有报送或没有重新提交（只有补报的也在内），按未报列在最后，不排名次/,
    );
    expect(asked?.confirm).toContain("此后报送的计为补报：留存、审核，不参加本季度排名");
    expect(asked?.confirm).toContain("一并冻结");
    expect(asked?.confirm).toContain("发到已登记的群");
    const only = buttonsOf(cardOf({ next: publish, rows: approved }))[0];
    expect(only?.confirm).toMatch(/^发布后/);
  });

  it("once all is published is the ranking, with a hint how to check it by hand", () => {
    const next: ProgressView["next"] = { step: "published" };
    expect(kindsOf({ next })).toEqual(["ranking", "new", "weigh_form", "annual", "progress"]);
    expect(wordsOf(cardOf({ next }))).toContain("导出带公式的工作簿");
  });
});

describe("what stands beside the quarter's course", () => {
  it("records of procedures: those under way first, each with its own button", () => {
    const all = progressViews(tenTowns, "zh-CN", null)["everything at once"]?.records ?? [];
    const records = all.filter(({ procedure }) => procedure === "objection");
    const card = cardOf({ records: [...records].reverse() });
    expect(JSON.stringify(card)).toContain("异议 13 件，7 件待办");
    const shown = buttonsOf(card).flatMap(({ action }) => (action?.kind === "show" ? [action.id] : []));
    const states = shown.map((id) => records.find((record) => record.id === id)?.state);
    expect(states).toEqual([...Array(7).fill("waiting"), ...Array(3).fill("accepted")]);
  });

  it("the check-up by severity, in facts, and never as points", () => {
    const view = progressViews(tenTowns, "zh-CN", null)["everything at once"];
    if (!view) throw new Error("no such view");
    const qikou = view.checkup.towns.filter(({ town }) => town.slug === "qikou");
    const card = cardOf({ checkup: { towns: qikou, all: [] } });
    expect(JSON.stringify(card)).toContain("数据体检：建议核实 9 条，可留意 2 条");
    expect(wordsOf(card)).toMatch(/建议核实.*\n.*碛口镇：投资完成序时计划的 110%，形象进度完成计划的 60%/);
    expect(wordsOf(card)).toContain("不影响得分");
  });

  it("which places are not really different, as soon as there are places", () => {
    const { ranked } = progressViews(tenTowns, "zh-CN", q3)["publication next"] ?? {};
    expect(wordsOf(cardOf({ ranked: ranked ?? null }))).toContain(
      "按暂定得分，**差异不显著**：第4名开栅镇与并列第5名",
    );
  });
});

describe("a quarter that is not open yet", () => {
  it.each(packs)("of %s is offered to be opened, saying whom that reaches", (_, programme) => {
    for (const locale of LOCALES) {
      const card = openPeriodCard({ programme, period: "2026Q3", quarter: quarterIn("opening"), locale });
      expectSendable(card);
      const [first] = buttonsOf(card);
      expect(first?.action).toEqual({ kind: "quarter", step: "open", period: "2026Q3" });
      expect(first?.confirm).toContain(String(programme.towns.length));
    }
  });
});
