import { describe, expect, it } from "vitest";
import { type MissingView, missingCard } from "../../../cards/ask/missing.ts";
import { query } from "../../../cards/query.ts";
import { LOCALES } from "../../../src/domain/programme/people.ts";
import type { Programme } from "../../../src/domain/programme/programme.ts";
import type { ProgressRow } from "../../../src/domain/views.ts";
import { quarterIn } from "../../domain/quarter/quarters.ts";
import { packs, tenTowns } from "../office/programmes.ts";
import { buttonsOf, expectSendable, wordsOf } from "../office/sendable.ts";

function rows(programme: Programme, states: Record<string, ProgressRow["state"]> = {}): ProgressRow[] {
  return programme.towns.map((town) => ({
    town,
    state: states[town.slug] ?? "approved",
    at: null,
    done: 5,
    sections: 8,
  }));
}

function view(change: Partial<MissingView> = {}): MissingView {
  const programme = tenTowns;
  return {
    programme,
    period: "2026Q3",
    quarter: quarterIn("open"),
    rows: rows(programme),
    locale: "zh-CN",
    ...change,
  };
}

describe("who has not reported", () => {
  it.each(packs)("in %s is a card the platform takes in both languages", (_, programme) => {
    for (const locale of LOCALES)
      for (const state of ["draft", "returned", "approved"] as const)
        expectSendable(
          missingCard(view({ programme, locale, rows: rows(programme).map((row) => ({ ...row, state })) })),
        );
  });

  it("is listed by county with how far each one is, and until when", () => {
    const words = wordsOf(
      missingCard(view({ rows: rows(tenTowns, { qikou: "draft", shuangchi: "not_started" }) })),
    );
    expect(words).toContain("应报13个，还有 **2** 个没报");
    expect(words).toContain("**临县**：碛口镇（填报中，已填5/8）");
    expect(words).toContain("**交口县**：双池镇（未开始）");
    expect(words).not.toContain("信义镇");
    expect(words).toContain("截止10月15日（国庆节放假，已顺延）");
  });

  it("does not count a report that was sent back, but names it", () => {
    const words = wordsOf(missingCard(view({ rows: rows(tenTowns, { qikou: "returned" }) })));
    expect(words).toContain("都报了");
    expect(words).toContain("**1** 个已报过，退回后还没重新提交");
    expect(words).toContain("碛口镇（已退回）");
  });

  it("is nobody, and said so", () => {
    const card = missingCard(view());
    expect(wordsOf(card)).toContain("应报13个，**都报了**。");
    expect(card.header.template).toBe("green");
    expect(buttonsOf(card).map(({ action }) => action)).toEqual([
      query.ask("deadline"),
      query.missing("2026Q3"),
    ]);
  });

  it("lists a county's towns together", () => {
    const [, villages] = packs[1] ?? [];
    if (!villages) throw new Error("no village pack");
    const all = rows(villages).map((row): ProgressRow => ({ ...row, state: "not_started" }));
    const words = wordsOf(missingCard(view({ programme: villages, rows: all })));
    expect(words).toContain("**荷阳县**：桃园村（未开始）、柳泉村（未开始）");
  });
});
