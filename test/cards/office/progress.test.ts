import { describe, expect, it } from "vitest";
import { openPeriodCard } from "../../../cards/office/open-period.ts";
import { type ProgressView, progressCard } from "../../../cards/office/progress.ts";
import { LOCALES } from "../../../src/domain/people.ts";
import type { ProgressRow, Window } from "../../../src/domain/views.ts";
import { packs, tenTowns } from "./programmes.ts";
import { progressRows } from "./progress-rows.ts";
import { buttonsOf, expectSendable, rowsOf, wordsOf } from "./sendable.ts";

const open: Window = {
  state: "open",
  due: "2026-10-15",
  lock: "2026-10-29",
  holidays: ["国庆节"],
  reason: null,
};
function view(change: Partial<ProgressView> = {}): ProgressView {
  return {
    programme: tenTowns,
    period: "2026Q3",
    window: open,
    rows: progressRows(tenTowns),
    published: false,
    objections: null,
    locale: "zh-CN",
    ...change,
  };
}

function publishOf(change: Partial<ProgressView> = {}) {
  return buttonsOf(progressCard(view(change))).find(({ action }) => action?.kind === "publish");
}

const approved = progressRows(tenTowns).map((row): ProgressRow => ({ ...row, state: "approved" }));

describe("the progress card", () => {
  it.each(packs)("of %s is taken by the platform in both languages", (_, programme) => {
    for (const locale of LOCALES)
      for (const published of [false, true])
        expectSendable(progressCard(view({ programme, rows: progressRows(programme), published, locale })));
  });

  it("counts every state and lists every town with its county", () => {
    const card = progressCard(view());
    expect(wordsOf(card)).toContain(
      "应报 **13** 个：已通过 **5** · 审核中 **2** · 已退回 **2** · 填报中 **2** · 未开始 **2**",
    );
    expect(rowsOf(card)[7]).toEqual({
      town: "碛口镇",
      county: "临县",
      state: [{ text: "已通过", color: "green" }],
      done: "7/8",
      at: "10月12日 14:05",
    });
    expect(rowsOf(card)).toHaveLength(13);
  });

  it("says why the due date is what it is", () => {
    expect(wordsOf(progressCard(view()))).toContain("截止10月15日（国庆节放假，已顺延）");
  });

  it("asks before publishing, and says what is frozen, who is told and what must be settled first", () => {
    const publish = publishOf();
    expect(publish?.confirm).toContain("还有2个在审核中，须先审核完毕");
    expect(publish?.confirm).toContain("还没到截止日期10月15日");
    expect(publish?.confirm).toContain("另有6个没有报送");
    expect(publish?.confirm).toContain("一并冻结");
    expect(publish?.confirm).toContain("发到已登记的群");
  });

  it("asks only what is true when everything is approved after the deadline", () => {
    const publish = publishOf({ rows: approved, window: { ...open, state: "late" } });
    expect(publish?.confirm).toMatch(/^发布后/);
  });

  it("offers the ranking instead once it is published", () => {
    const kinds = buttonsOf(progressCard(view({ published: true }))).map(({ action }) => action?.kind);
    expect(kinds).toEqual(["ranking", "progress", "misreport_form", "weigh_form"]);
  });

  it("says that a year without a calendar has no known due date", () => {
    const unknown: Window = { state: "unknown", due: null, lock: null, holidays: [], reason: null };
    expect(wordsOf(progressCard(view({ window: unknown })))).toContain("截止日期暂不能确定");
  });
});

describe("a quarter that is not open yet", () => {
  it.each(packs)("of %s is offered to be opened, saying whom that reaches", (_, programme) => {
    for (const locale of LOCALES) {
      const card = openPeriodCard({ programme, period: "2026Q3", window: open, locale });
      expectSendable(card);
      const [first] = buttonsOf(card);
      expect(first?.action).toEqual({ kind: "open_period", period: "2026Q3" });
      expect(first?.confirm).toContain(String(programme.towns.length));
    }
  });

  it("asks for the provisional scores first where towns may object, and then says until when", () => {
    const before = progressCard(view({ objections: { until: null, open: 0 } }));
    expect(buttonsOf(before).map(({ action }) => action?.kind)).toEqual([
      "provisional",
      "progress",
      "misreport_form",
      "weigh_form",
    ]);
    const during = progressCard(view({ objections: { until: Date.UTC(2026, 9, 21, 10), open: 2 } }));
    expect(buttonsOf(during).map(({ action }) => action?.kind)).toContain("publish");
    expect(wordsOf(during)).toContain("2**条异议待答复");
  });
});
