import { describe, expect, it } from "vitest";
import { annualCard } from "../../../cards/year/annual.ts";
import { awardCard } from "../../../cards/year/awards.ts";
import { LOCALES } from "../../../src/domain/programme/people.ts";
import { q2, q3, worst } from "../explain/views.ts";
import { tenTowns } from "../office/programmes.ts";
import { buttonsOf, doingOf, expectSendable, rowsOf, wordsOf } from "../office/sendable.ts";
import { annualViews, awardViews } from "./years.ts";

const at = { programme: tenTowns, locale: "zh-CN" as const, now: q3, before: q2 };
const annual = (name: string) => {
  const view = annualViews(at)[name];
  if (!view) throw new Error(`no ${name}`);
  return annualCard(view);
};
const award = (name: string) => {
  const view = awardViews(at, (limit) => "依据年度工作要点".slice(0, limit))[name];
  if (!view) throw new Error(`no ${name}`);
  return awardCard(view);
};

describe("the cards of a year", () => {
  it("are taken by the platform in both languages, for thirty towns too", () => {
    const words = (limit: number) => "字".repeat(limit);
    for (const locale of LOCALES)
      for (const one of [
        { ...at, locale },
        { ...worst, locale },
      ]) {
        for (const view of Object.values(annualViews(one))) expectSendable(annualCard(view));
        for (const view of Object.values(awardViews(one, words))) expectSendable(awardCard(view));
      }
  });

  it("are provisional, and say so, until four quarters are out and appraised", () => {
    expect(JSON.stringify(annual("so far").header)).toContain("暂定");
    expect(wordsOf(annual("so far"))).toContain("各季度没有全部发布");
    expect(JSON.stringify(annual("not appraised").header)).toContain("暂定");
    expect(wordsOf(annual("not appraised"))).toContain("年末考评没有录齐");
    expect(JSON.stringify(annual("for a leader").header)).not.toContain("暂定");
    expect(wordsOf(annual("of nothing yet"))).toContain("还没有发布过");
  });

  it("lead to no procedure the pack leaves out", () => {
    const off = { off: true, days: {} };
    const programme = { ...tenTowns, procedures: { annual: off, appraisal: off, award: off } };
    const shown = annualViews(at)["so far"];
    expect(shown && buttonsOf(annualCard(shown))).toHaveLength(3);
    expect(shown && buttonsOf(annualCard({ ...shown, programme }))).toEqual([]);
  });

  it("show every town with its quarters, and the counties", () => {
    const [first, second] = rowsOf(annual("so far"));
    expect(first).toEqual({ rank: "1", town: "贾家庄镇", score: "99.28" });
    expect(second).toMatchObject({ rank: "2", town: "碛口镇", score: "91.96" });
    const words = wordsOf(annual("so far"));
    expect(words).toContain("贾家庄镇 二季度 98.26、三季度 100.10<br>碛口镇");
    expect(words).toContain("1 汾阳市 99.28<br>2 临县 91.96");
    expect(words).toContain("每个县（市、区）一个单位");
    expect(words).toContain("一至四季度各占 15%、20%、25%、40%；年度得分 = 过程得分 70% + 年末考评 30%");
  });

  it("offer appraisals to the office alone", () => {
    const kinds = (name: string) => buttonsOf(annual(name)).map(({ action }) => doingOf(action));
    expect(kinds("so far")).toEqual(["award_form", "new", "new"]);
    expect(kinds("appraised in part")).toEqual(["award_form", "form", "new"]);
    expect(kinds("for a leader")).toEqual(["award_form"]);
    expect(kinds("settled")).toEqual(["award_form", "show"]);
  });
});

describe("the card of an award", () => {
  it("shows the ways side by side with the reserve, and who takes no part and why", () => {
    const rows = rowsOf(award("tried"));
    expect(rows[0]).toMatchObject({ town: "贾家庄镇", proportional: "70.3", tiers: "88.2" });
    expect(rows.at(-1)).toMatchObject({ town: "留存", proportional: "0.1" });
    const words = wordsOf(award("tried"));
    expect(words).toContain("梧桐镇（投资进度滞后）");
    expect(words).toContain("双池镇（没有得分）");
    expect(words).toContain("并列跨档的合并平分");
  });

  it("lets the office choose only after the ways were seen, and a leader not at all", () => {
    const kinds = (name: string) => buttonsOf(award(name)).map(({ action }) => doingOf(action));
    expect(kinds("empty")).toEqual(["award", "annual"]);
    expect(kinds("tried")).toEqual(["show", "award", "step", "annual"]);
    expect(kinds("tried by a leader")).toEqual(["show", "award", "annual"]);
  });

  it("says which way was chosen, by whom and why", () => {
    expect(wordsOf(award("tried"))).toContain("**已选定**：分档，总额 300.00 万元（依据年度工作要点");
  });
});
