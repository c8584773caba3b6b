import { describe, expect, it } from "vitest";
import type { Card } from "../../../cards/card.ts";
import { explainCard } from "../../../cards/explain/explain.ts";
import { query } from "../../../cards/query.ts";
import { LOCALES } from "../../../src/domain/programme/people.ts";
import { tenTowns } from "../office/programmes.ts";
import { buttonsOf, doingOf, expectSendable, wordsOf } from "../office/sendable.ts";
import { partsOf, sumOf } from "./explained-parts.ts";
import { explainView, q2, q3, worst } from "./views.ts";

const RANKED = q3.result.rows.filter(({ rank }) => rank !== null).map(({ town }) => town);

function cardOf(slug: string, now = q3, before: typeof q3 | null = q2): Card {
  return explainCard(explainView(slug, { now, before, programme: tenTowns }));
}

/** The two lines below the headline. */
function lines(card: Card): string[] {
  const [, story] = card.body.elements;
  return story?.tag === "markdown" ? story.content.replaceAll("**", "").split("<br>") : [];
}

describe("为什么是这个名次", () => {
  it.each(q3.result.rows.map(({ town }) => town))(
    "of %s is a card the platform takes in both languages",
    (slug) => {
      for (const locale of LOCALES)
        for (const [now, before] of [
          [q3, q2],
          [q3, null],
          [q2, null],
        ] as const)
          expectSendable(explainCard(explainView(slug, { now, before, programme: tenTowns, locale })));
    },
  );

  it("stays small with thirty towns of long names that all moved", () => {
    for (const locale of LOCALES)
      for (const { slug } of worst.programme.towns)
        expectSendable(explainCard(explainView(slug, { ...worst, locale })));
  });

  it("begins with the place, its quarter and that it is published, and ends with what was understood", () => {
    const words = wordsOf(cardOf("beiwudang"));
    expect(words).toMatch(/^\*\*并列第5名\*\*　北武当镇 · 2026年第三季度（已发布）/);
    expect(words).toContain("按：北武当镇 · 2026年第三季度 · 为什么是这个名次");
  });

  it("says in two lines that beiwudang fell on investment and image progress, and who passed it with what", () => {
    expect(lines(cardOf("beiwudang"))).toEqual([
      "本季综合得分 81.64 分，较上季 -7.50 分，主要是项目投资 -4.50、形象进度 -2.00。",
      "位次由第3名到 并列第5名，被碛口镇（项目投资多7.50分）、信义镇（项目投资多6.00分）、开栅镇（项目投资多6.71分）超过，超过了梧桐镇（项目投资少4.50分）。",
    ]);
  });

  it("counts the rest where more than three passed, and says what went the other way", () => {
    expect(lines(cardOf("wutong"))[1]).toContain("、开栅镇（项目投资多11.21分）等5个单位超过");
    expect(lines(cardOf("kaishan"))[0]).toContain("，另有报送及时 -4.85 与之相抵");
  });

  it("tells those who rose whom they passed, and the first that nothing changed", () => {
    expect(lines(cardOf("xinyi"))[1]).toContain("位次由第6名到 第3名，超过了梧桐镇");
    expect(lines(cardOf("jiajiazhuang"))[1]).toBe("位次与上季相同，第1名。");
  });

  it.each(RANKED)("the points and changes of %s add up exactly to what is printed", (slug) => {
    const card = cardOf(slug);
    expect(wordsOf(card)).toContain(`各项得分相加正好是${sumOf(card, "points")}`);
    expect(wordsOf(card)).toContain(`本季综合得分 **${sumOf(card, "points")}** 分`);
    const change = Number(sumOf(card, "change"));
    const signed = `${change > 0 ? "+" : ""}${change.toFixed(2)}`;
    expect(wordsOf(card)).toContain(`较上季 **${signed}** 分`);
    expect(wordsOf(card)).toContain(`各项变化相加正好是${signed}`);
  });

  it("lists what changed most first: investment -4.5, image progress -2, quality -1", () => {
    const changed = partsOf(cardOf("beiwudang")).slice(0, 3);
    expect(changed.map(({ part, change }) => [part, change])).toEqual([
      ["项目投资", "-4.50"],
      ["形象进度", "-2.00"],
      ["报送质量", "-1.00"],
    ]);
  });

  it("gives the band and says plainly which places are not really different", () => {
    expect(wordsOf(cardOf("kaishan"))).toContain("第4名（区间4–6）");
    expect(wordsOf(cardOf("kaishan"))).toContain("与并列第5名北武当镇、普明镇**差异不显著**");
    expect(wordsOf(cardOf("kaishan"))).toContain("其中57.4%仍是第4名");
    expect(wordsOf(cardOf("beiwudang"))).toContain("与第4名开栅镇**差异不显著**");
    expect(wordsOf(cardOf("qikou"))).toContain("位次基本不变");
    expect(wordsOf(cardOf("qikou"))).not.toContain("差异不显著");
  });

  it("shows no band where none is known", () => {
    const view = { ...explainView("kaishan", { now: q3, before: q2, programme: tenTowns }), bands: null };
    expectSendable(explainCard(view));
    expect(wordsOf(explainCard(view))).not.toContain("区间");
  });

  it("folds away every rival with its gap, what it has more of and what kept it back", () => {
    const words = wordsOf(cardOf("beiwudang"));
    expect(words).toContain("**碛口镇** 高13.38分：多在项目投资 7.50、产业定位 1.50、形象进度 1.20。");
    expect(words).toContain("**信义镇** 高9.22分：多在项目投资 6.00、运营方式 1.20、形象进度 1.00。");
    expect(words).toContain(
      "**开栅镇** 高0.21分：多在项目投资 6.71、运营方式 2.10、功能配置 1.73，少在景观风貌 6.48、报送及时 5.00。",
    );
  });

  it("says that an indicator which does not apply passes its weight to the others", () => {
    expect(wordsOf(cardOf("kaishan"))).toContain("权重由其他指标分担");
    expect(wordsOf(cardOf("qikou"))).not.toContain("分担");
  });

  it("compares nothing in a first ranking", () => {
    const card = cardOf("beiwudang", q2, null);
    expect(wordsOf(card)).toContain("没有上季名次可比");
    expect(partsOf(card).length).toBeGreaterThan(8);
    expect(partsOf(card).filter(({ change }) => change !== undefined)).toEqual([]);
  });

  it("says so when last quarter's result was corrected after this one was published", () => {
    const rows = q3.result.rows.map((row) => (row.town === "qikou" ? { ...row, delta: 5 } : row));
    const words = wordsOf(cardOf("qikou", { ...q3, result: { rows } }));
    expect(words).toContain("上季结果在发布之后有更正");
    expect(words).toContain("较上季 **+6.88** 分");
  });

  it("explains, without a score, a town that did not report", () => {
    const card = cardOf("shuangchi");
    expect(wordsOf(card)).toContain("没有收到双池镇审核通过的报表");
    expect(partsOf(card)).toEqual([]);
  });

  it("offers the next place up and the town in front, except to the first", () => {
    const actions = (slug: string) => buttonsOf(cardOf(slug)).map(({ action }) => action);
    expect(actions("beiwudang")).toContainEqual(query.whatIf("beiwudang", ""));
    expect(actions("beiwudang")).toContainEqual(query.compare("beiwudang", "kaishan"));
    expect(actions("jiajiazhuang").map((action) => doingOf(action))).toEqual(["status", "ranking"]);
  });
});
