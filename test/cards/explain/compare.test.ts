import { describe, expect, it } from "vitest";
import type { Card } from "../../../cards/card.ts";
import { compareCard } from "../../../cards/explain/compare.ts";
import { query } from "../../../cards/query.ts";
import { lineOf } from "../../../cards/ranking/ranked-view.ts";
import { compareTowns } from "../../../src/domain/explain/compare-towns.ts";
import { LOCALES, type Locale } from "../../../src/domain/programme/people.ts";
import { tenTowns } from "../office/programmes.ts";
import { buttonsOf, doingOf, expectSendable, rowsOf, wordsOf } from "../office/sendable.ts";
import { q3, viewOf, worst } from "./views.ts";

function cardOf(town: string, other: string, now = q3, programme = tenTowns, locale: Locale = "zh-CN"): Card {
  const comparison = compareTowns(now, town, other);
  if (!comparison.ok) throw new Error(comparison.reason);
  const view = viewOf(now, programme, locale);
  const [row, against] = [lineOf(view, town), lineOf(view, other)];
  if (!row || !against) throw new Error("not in the ranking");
  return compareCard({ ...view, row, other: against, comparison });
}

const cents = (value: unknown) => Math.round((Number(value) || 0) * 100);
const RANKED = q3.result.rows.filter(({ rank }) => rank !== null).map(({ town }) => town);

describe("two towns compared", () => {
  it("are a card the platform takes in both languages, with the longest names too", () => {
    const [first, second] = worst.now.result.rows.map(({ town }) => town);
    for (const locale of LOCALES) {
      expectSendable(cardOf("beiwudang", "xinyi", q3, tenTowns, locale));
      expectSendable(cardOf(first ?? "", second ?? "", worst.now, worst.programme, locale));
    }
  });

  it("say how far apart they are and where one has less and more", () => {
    const words = wordsOf(cardOf("beiwudang", "xinyi"));
    expect(words).toContain("北武当镇 **81.64** 分，并列第5名（区间4–5）；信义镇 **90.86** 分，第3名。");
    expect(words).toMatch(/^\*\*低9\.22分\*\*　北武当镇比信义镇 · 2026年第三季度（已发布）/);
    expect(words).toContain("按：北武当镇比信义镇 · 2026年第三季度 · 综合得分");
    expect(words).toContain("**少在**：项目投资 6.00、运营方式 1.20、形象进度 1.00。");
    expect(words).toContain("**多在**：报送及时 1.00、规划布局 0.32。");
  });

  it("list the gap by indicator, largest first", () => {
    const gaps = rowsOf(cardOf("kaishan", "qikou")).map(({ gap }) => Math.abs(Number(gap)));
    expect(gaps).toEqual([...gaps].sort((a, b) => b - a));
    expect(rowsOf(cardOf("beiwudang", "xinyi"))[0]).toEqual({
      part: "项目投资",
      own: "24.00",
      other: "30.00",
      gap: "-6.00",
    });
  });

  it.each(RANKED.flatMap((town) => RANKED.flatMap((other) => (town === other ? [] : [[town, other]]))))(
    "%s and %s: every row is the difference of its figures, and the rows add up to the difference of the scores",
    (town = "", other = "") => {
      const card = cardOf(town, other);
      const rows = rowsOf(card);
      for (const row of rows) expect(cents(row.gap)).toBe(cents(row.own) - cents(row.other));
      const total = rows.reduce((sum, row) => sum + cents(row.gap), 0);
      const printed = (slug: string) =>
        cents(new RegExp(`${nameOf(slug)} \\*\\*([\\d.]+)\\*\\* 分`).exec(wordsOf(card))?.[1]);
      expect(total).toBe(printed(town) - printed(other));
    },
  );

  it("not really different are told so, and those who are level too", () => {
    expect(wordsOf(cardOf("kaishan", "beiwudang"))).toContain("**差异不显著**");
    expect(wordsOf(cardOf("xinyi", "kaishan"))).not.toContain("差异不显著");
    const twins = wordsOf(cardOf("beiwudang", "puming"));
    expect(twins).toContain("**得分相同，位次并列**");
    expect(twins).not.toContain("差异不显著");
  });

  it("one of which an indicator does not apply to say so", () => {
    const card = cardOf("kaishan", "beiwudang");
    expect(rowsOf(card).find(({ part }) => part === "景观风貌")).toMatchObject({
      own: "不适用",
      other: "6.48",
    });
    expect(wordsOf(card)).toContain("有的指标对其中一个单位不适用");
  });

  it("offer the one behind what drawing level would take", () => {
    const kinds = (card: Card) => buttonsOf(card).map(({ action }) => doingOf(action));
    expect(buttonsOf(cardOf("beiwudang", "xinyi"))[0]?.action).toEqual(query.whatIf("beiwudang", "xinyi"));
    expect(kinds(cardOf("xinyi", "beiwudang"))).not.toContain("what_if");
  });
});

function nameOf(slug: string): string {
  return tenTowns.towns.find((town) => town.slug === slug)?.name ?? slug;
}
