import { describe, expect, it } from "vitest";
import { figureCard } from "../../../cards/ask/figure.ts";
import type { FigureView } from "../../../cards/ask/figure-view.ts";
import { LOCALES } from "../../../src/domain/programme/people.ts";
import type { AskedFigure } from "../../../src/domain/question/asked-figure.ts";
import { reckon, type TownFacts } from "../../../src/domain/question/reckon.ts";
import { tenTowns, town } from "../office/programmes.ts";
import { workedQ2 } from "../office/rankings.ts";
import { barsOf, buttonsOf, doingOf, expectSendable, wordsOf } from "../office/sendable.ts";

/** Every town of the worked second quarter, each with 1,000 万元 more than the one before. */
const facts = tenTowns.towns.slice(0, 6).map((one, i): TownFacts => {
  const row = workedQ2.rows.find((line) => line.town.slug === one.slug);
  return {
    town: one,
    standing: "published",
    content: null,
    frozen: row
      ? {
          row: { ...row, town: one.slug, unrounded: row.score, ownLight: row.light },
          values: { invested: 1000 * (i + 1), image_actual: 40 + i },
        }
      : null,
    due: 2000,
    light: "green",
    done: () => 0.45,
    photos: null,
  };
});

function cardOf(asked: AskedFigure, change: Partial<FigureView> = {}) {
  const towns =
    asked.whom !== "all" && "towns" in asked.whom ? asked.whom.towns : facts.map((fact) => fact.town);
  const known = facts.filter((fact) => towns.includes(fact.town));
  return figureCard({
    programme: tenTowns,
    asked,
    period: "2026Q2",
    reckoned: reckon(asked, known, towns),
    states: new Map(),
    published: true,
    quarters: [],
    after: null,
    meaning: null,
    until: null,
    whole: null,
    locale: "zh-CN",
    ...change,
  });
}
const [first] = facts;
const xinyi = first ? [first.town] : [];

describe("a figure", () => {
  it("comes first, with its town and standing, and says how the question was understood", () => {
    const card = cardOf({ figure: { kind: "invested" }, whom: { towns: xinyi }, how: { kind: "value" } });
    expect(wordsOf(card)).toMatch(/\*\*1,000\.00万元\*\*　信义镇 · 2026年第二季度（已发布）/);
    expect(wordsOf(card)).toContain("按：信义镇 · 2026年第二季度 · 累计完成投资");
    expect(buttonsOf(card).map(({ action }) => doingOf(action))).toEqual(["figure", "status"]);
  });

  it("of one town draws its quarters below the headline, the one asked about in a colour of its own, and tells them in words", () => {
    const asked = { figure: { kind: "invested" }, whom: { towns: xinyi }, how: { kind: "value" } } as const;
    const quarters = [
      { period: "2026Q1", value: 400.5, standing: "published" },
      { period: "2026Q2", value: 1000, standing: "published" },
    ] as const;
    const card = cardOf(asked, { quarters });
    expect(card.body.elements.map(({ tag }) => tag).slice(0, 2)).toEqual(["markdown", "chart"]);
    expect(barsOf(card).map(({ name, shown }) => [name, shown])).toEqual([
      ["26年二季度", "1,000.00万元"],
      ["26年一季度", "400.50万元"],
    ]);
    expect(wordsOf(card)).toMatch(
      /^\*\*1,000\.00万元\*\*　信义镇 · 2026年第二季度（已发布）\n此前：26年一季度 400\.50万元。/,
    );
    const group = cardOf(asked, { quarters, forAll: true });
    expect(barsOf(group).map(({ name, shown }) => [name, shown])).toEqual([
      ["26Q2", "1,000.00"],
      ["26Q1", "400.50"],
    ]);
  });

  it("that is a place is not drawn, for the first is the smallest, and told in words", () => {
    const asked = { figure: { kind: "place" }, whom: { towns: xinyi }, how: { kind: "value" } } as const;
    const quarters = [
      { period: "2026Q1", value: 3, standing: "published" },
      { period: "2026Q2", value: 1, standing: "published" },
    ] as const;
    const card = cardOf(asked, { quarters });
    expect(card.body.elements.some(({ tag }) => tag === "chart")).toBe(false);
    expect(wordsOf(card)).toContain("此前：26年一季度 第3名。");
  });

  it("that is not there says why, and no other stands in", () => {
    const [qikou] = [town(tenTowns, "shuangchi")];
    const asked = { figure: { kind: "invested" }, whom: { towns: [qikou] }, how: { kind: "value" } } as const;
    const none = (change: Partial<FigureView>) =>
      wordsOf(cardOf({ ...asked, whom: { towns: [qikou] } }, change));
    expect(none({})).toContain("双池镇2026年第二季度没有这个数：发布时未报");
    expect(none({ published: false })).toContain("还没有发布");
    expect(none({ published: false, states: new Map([["shuangchi", "draft"]]) })).toContain("填报中");
    expect(none({ published: false })).not.toMatch(/\d万元/);
  });

  it("of all has the asked end first, a sum its total, a filter its number", () => {
    const money = { figure: { kind: "invested" }, whom: "all" } as const;
    expect(wordsOf(cardOf({ ...money, how: { kind: "ends", end: "top", n: 1 } }))).toContain(
      "**6,000.00万元**",
    );
    expect(wordsOf(cardOf({ ...money, how: { kind: "ends", end: "bottom", n: 2 } }))).toMatch(
      /1,000\.00[\s\S]*2,000\.00/,
    );
    expect(wordsOf(cardOf({ ...money, how: { kind: "sum" } }))).toContain(
      "**16,000.00万元**　5个单位合计（2026年第二季度，已发布）",
    );
    expect(wordsOf(cardOf({ ...money, how: { kind: "mean" } }))).toContain(
      "**3,200.00万元**　5个单位平均（2026年第二季度，已发布）",
    );
    const above = wordsOf(cardOf({ ...money, how: { kind: "filter", is: "above", than: "mean" } }));
    expect(above).toContain("**2个**，高于平均3,200.00万元");
    expect(above).not.toContain("1,000.00");
    expect(wordsOf(cardOf({ ...money, how: { kind: "filter", is: "below", than: 1 } }))).toContain(
      "**没有**符合",
    );
  });

  it("is a card the platform takes, whatever is asked of whom", () => {
    const figures: AskedFigure["figure"][] = [
      ...(["invested", "plan", "share", "image", "funds", "score", "place", "gain"] as const).map((kind) => ({
        kind,
      })),
      { kind: "area", id: "facilities" },
      { kind: "item", id: "positioning.6" },
      { kind: "fund", id: "private" },
    ];
    const hows: AskedFigure["how"][] = [
      { kind: "value" },
      { kind: "sum" },
      { kind: "mean" },
      { kind: "ends", end: "top", n: 3 },
    ];
    for (const locale of LOCALES)
      for (const figure of figures)
        for (const how of hows)
          for (const whom of ["all", { towns: xinyi }, { group: "tourism" }, { phase: 1 }] as const)
            expectSendable(cardOf({ figure, whom, how }, { locale }));
  });
});
