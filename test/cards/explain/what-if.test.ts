import { describe, expect, it } from "vitest";
import type { Card } from "../../../cards/card.ts";
import { whatIfCard } from "../../../cards/explain/what-if.ts";
import { lineOf } from "../../../cards/ranking/ranked-view.ts";
import { nextPlaceLine } from "../../../cards/ranking/way-lines.ts";
import { type Goal, whatIf } from "../../../src/domain/explain/what-if.ts";
import { LOCALES, type Locale } from "../../../src/domain/programme/people.ts";
import { tenTowns } from "../office/programmes.ts";
import { expectSendable, wordsOf } from "../office/sendable.ts";
import { q3, viewOf, worst } from "./views.ts";

function cardOf(
  slug: string,
  goal: Goal,
  { now = q3, programme = tenTowns, locale = "zh-CN" }: Partial<Options> = {},
): Card {
  const answer = whatIf(now, slug, goal);
  const view = viewOf(now, programme, locale);
  const row = lineOf(view, slug);
  if (!answer.ok || !row) throw new Error(answer.ok ? "not ranked" : answer.reason);
  return whatIfCard({ ...view, row, goal, answer });
}
type Options = { now: typeof q3; programme: typeof tenTowns; locale: Locale };

describe("what it would take", () => {
  it("is a card the platform takes in both languages, whatever the goal", () => {
    const last = worst.now.result.rows.filter(({ rank }) => rank !== null).at(-1)?.town ?? "";
    for (const locale of LOCALES) {
      for (const goal of [{ place: 1 }, { place: 4 }, { place: 7 }, { town: "xinyi" }])
        expectSendable(cardOf("beiwudang", goal, { locale }));
      for (const place of [1, 15, 29]) expectSendable(cardOf(last, { place }, { ...worst, locale }));
    }
  });

  it("fourth place for beiwudang: 29.88 万元 or 0.64 points, from what figure to what", () => {
    const words = wordsOf(cardOf("beiwudang", { place: 4 }));
    expect(words).toContain("离第4名开栅镇还差 **0.21** 分");
    expect(words).toContain(
      "**只靠项目投资**：再完成约 **29.88** 万元（累计由3,360.00万元到3,389.88万元，为应完成数的80.7%）",
    );
    expect(words).toContain("**只靠形象进度**：再提高约 **0.64** 个百分点（由54%到54.64%）");
  });

  it("drawing level with xinyi is above the cap of both alone, and can be done with both", () => {
    const words = wordsOf(cardOf("beiwudang", { town: "xinyi" }));
    expect(words).toContain("要达到应完成数的110.7%，计分最多计到110%，只靠这一项追不上");
    expect(words).toContain("两项一起提高可以追平：项目投资最多还能得9.00分，形象进度最多还能得2.00分。");
  });

  it("the top is out of reach of both, and the card says by how much", () => {
    expect(wordsOf(cardOf("beiwudang", { place: 1 }))).toContain("也还差约7.46分，要靠其他指标");
  });

  it("offers no figure that was found misreported, and says why, in the line of the nearest step too", () => {
    const finding = { town: "beiwudang", indicator: "inv", claimed: 3360, found: 3000 };
    const now = { ...q3, inputs: { ...q3.inputs, misreports: [finding] } };
    const words = wordsOf(cardOf("beiwudang", { place: 4 }, { now }));
    expect(words).toContain("项目投资经核实为不实数据，本季度按0分计，不列入估算。");
    expect(words).not.toContain("只靠项目投资");
    expect(wordsOf(cardOf("beiwudang", { place: 1 }, { now }))).toContain("这一项做到计分上限");
    const nearest = nextPlaceLine(viewOf(now, tenTowns, "zh-CN"), whatIf(now, "beiwudang", { place: 4 }));
    expect(nearest).toContain("形象进度再高约");
    expect(nearest).not.toContain("项目投资");
  });

  it("wutong to puming: 4,293.33 万元, beside how much that is of what was due", () => {
    expect(wordsOf(cardOf("wutong", { town: "puming" }))).toContain(
      "再完成约 **4,293.33** 万元（累计由9,100.00万元到13,393.33万元，为应完成数的95.7%）",
    );
  });

  it("a place already held, and a town already passed, are said to be", () => {
    expect(wordsOf(cardOf("qikou", { place: 3 }))).toContain("第2名，已经在前3名之内");
    expect(wordsOf(cardOf("qikou", { town: "xinyi" }))).toContain("得分已经不低于信义镇");
  });

  it("is always called an estimate with the others standing still", () => {
    for (const goal of [{ place: 1 }, { place: 4 }, { place: 6 }, { town: "xinyi" }])
      expect(wordsOf(cardOf("beiwudang", goal))).toMatch(/\*\*估算\*\*，其他单位原地不动/);
  });

  it("a figure that is next to nothing is never printed as nothing", () => {
    const rows = q3.inputs.table.rows.map((row) =>
      row.id === "beiwudang" ? { ...row, values: { ...row.values, invested_due: 0.1, invested: 0.08 } } : row,
    );
    const small = { ...q3, inputs: { ...q3.inputs, table: { ...q3.inputs.table, rows } } };
    expect(wordsOf(cardOf("beiwudang", { place: 4 }, { now: small }))).toContain("约 **0.01** 万元");
  });
});
