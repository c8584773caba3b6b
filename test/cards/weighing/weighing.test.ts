import { describe, expect, it } from "vitest";
import { weighingCard } from "../../../cards/weighing/weighing.ts";
import { LOCALES } from "../../../src/domain/programme/people.ts";
import { packs, tenTowns } from "../office/programmes.ts";
import { buttonsOf, doingOf, expectSendable, rowsOf, wordsOf } from "../office/sendable.ts";
import { reweighed } from "./reweighed.ts";

describe("the cards of weighing", () => {
  it.each(packs)("of %s are taken by the platform in both languages", (_, programme) => {
    const rows = reweighed(programme);
    for (const locale of LOCALES) {
      const form = { programme, period: "2026Q3" as const, scheme: programme.scheme, locale };
      expectSendable(weighingCard(form));
      expectSendable(weighingCard({ ...form, rows, problem: "权重不能全部为 0。" }));
    }
  });

  it("say who would move, and offer the proposal only then", () => {
    const form = {
      programme: tenTowns,
      period: "2026Q3" as const,
      scheme: tenTowns.scheme,
      locale: "zh-CN" as const,
    };
    const kinds = (card: Parameters<typeof buttonsOf>[0]) =>
      buttonsOf(card).map(({ action }) => doingOf(action));
    expect(kinds(weighingCard(form))).toEqual(["weigh", "progress"]);
    const seen = weighingCard({ ...form, rows: reweighed(tenTowns) });
    expect(kinds(seen)).toEqual(["weigh", "propose_scheme", "progress"]);
    expect(wordsOf(seen)).toContain("试算结果：参加试算的12个单位中，**12** 个位次变化");
    // Before all are approved only some are tried, and the others are not said to stay.
    const all = reweighed(tenTowns);
    const tried = all.filter(({ newRank }) => newRank !== null);
    const few = all.map((row) =>
      tried.slice(0, 4).includes(row)
        ? { ...row, moved: 0 }
        : { ...row, rank: null, newRank: null, moved: null },
    );
    expect(wordsOf(weighingCard({ ...form, rows: few }))).toContain("参加试算的4个单位位次不变");
    expect(rowsOf(seen)[1]).toMatchObject({ rank: "1 → 2", score: "81.64 → 80.01" });
    // On a phone the heading beside two others has room for its figures' width.
    expect(JSON.stringify(seen)).toContain('"display_name":"得分变化"');
  });
});
