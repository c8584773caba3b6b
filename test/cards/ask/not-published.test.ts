import { describe, expect, it } from "vitest";
import { notPublishedCard } from "../../../cards/ask/not-published.ts";
import { rankingPartCard } from "../../../cards/ask/part-of-ranking.ts";
import { LOCALES } from "../../../src/domain/programme/people.ts";
import { quarterIn } from "../../domain/quarter/quarters.ts";
import { tenTowns } from "../office/programmes.ts";
import { workedQ2 } from "../office/rankings.ts";
import { buttonsOf, doingOf, expectSendable, wordsOf } from "../office/sendable.ts";

const pending = {
  programme: tenTowns,
  period: "2026Q3",
  quarter: quarterIn("open"),
  reported: true,
  published: ["2026Q2", "2026Q1"],
  locale: "zh-CN",
} as const;

describe("a quarter without a published result", () => {
  it("says so, until when it is reported, and which quarters are published", () => {
    const card = notPublishedCard({ ...pending, published: [...pending.published] });
    expect(wordsOf(card)).toContain("2026年第三季度的排名还没有发布");
    expect(wordsOf(card)).toContain("截止10月15日");
    expect(wordsOf(card)).toContain("已发布的有：2026年第二季度、2026年第一季度");
    expect(buttonsOf(card).map(({ action }) => doingOf(action))).toEqual(["ranking", "ranking"]);
  });

  it("of before the first report says that nothing was collected", () => {
    for (const locale of LOCALES) {
      const published = [...pending.published];
      const card = notPublishedCard({ ...pending, published, period: "2025Q4", reported: false, locale });
      expectSendable(card);
      expect(wordsOf(card)).toMatch(/没有2025年第四季度的数据|no figures of Q4 2025/);
    }
  });
});

describe("an end of the ranking", () => {
  const part = (end: "top" | "bottom", n: number, locale: (typeof LOCALES)[number] = "zh-CN") =>
    rankingPartCard({ programme: tenTowns, ranking: workedQ2, part: { end, n }, locale });

  it("asked from the end has the last one first", () => {
    const words = wordsOf(part("bottom", 3));
    const ranked = workedQ2.rows.filter(({ rank }) => rank !== null);
    const [last, second] = ranked.toReversed();
    expect(words.indexOf(last?.town.name ?? "?")).toBeLessThan(words.indexOf(second?.town.name ?? "?"));
    expect(words).not.toContain(`${ranked[0]?.town.name ?? "?"}**`);
  });

  it("never cuts a shared place in two", () => {
    const shared = workedQ2.rows.filter(({ rank }) => rank === 3);
    const words = wordsOf(part("top", 3));
    for (const { town } of shared) expect(words).toContain(town.name);
  });

  it("is a card the platform takes, however many are asked for", () => {
    for (const locale of LOCALES)
      for (const n of [1, 3, 999])
        for (const end of ["top", "bottom"] as const) expectSendable(part(end, n, locale));
  });
});
