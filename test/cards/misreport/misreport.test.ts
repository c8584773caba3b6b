import { describe, expect, it } from "vitest";
import { misreportFormCard } from "../../../cards/misreport/form.ts";
import { findingCard, findingNewsCard } from "../../../cards/misreport/misreport.ts";
import { LOCALES } from "../../../src/domain/people.ts";
import { tenTowns, thirtyTowns } from "../office/programmes.ts";
import { buttonsOf, expectSendable, wordsOf } from "../office/sendable.ts";
import { confirmed, longest, misreport } from "./findings.ts";

const view = { programme: tenTowns, misreport, proposer: "王丽芳", own: false, locale: "zh-CN" as const };

describe("the cards of a figure found misreported", () => {
  it.each(LOCALES)("are taken by the platform in %s with the longest words", (locale) => {
    const moves = thirtyTowns.towns.map(({ slug }) => ({ town: slug, from: 1, to: 2 }));
    for (const programme of [tenTowns, thirtyTowns]) {
      const town = programme.towns.at(-1)?.slug ?? "";
      const typed = { town, indicator: "inv", found: "8000", reason: longest };
      expectSendable(misreportFormCard({ programme, period: "2026Q3", locale, typed, problem: longest }));
      for (const own of [true, false]) {
        expectSendable(findingCard({ ...view, programme, locale, own }));
        expectSendable(
          findingCard({ ...view, programme, misreport: confirmed, decider: "任世杰", locale, own }),
        );
      }
      expectSendable(findingNewsCard({ programme, misreport: confirmed, moves, locale }));
      expectSendable(findingNewsCard({ programme, misreport: confirmed, moves: null, locale }));
    }
  });

  it("print each figure in its own unit, with the gap and what it costs", () => {
    expect(wordsOf(findingCard(view))).toContain("填报 **72%**，核实 **40.5%**，相差 **43.75%**");
    expect(wordsOf(findingCard(view))).toContain("另扣 **2.5** 分");
    const items = { ...misreport, indicator: "a1", claimed: 3, found: 2.5 };
    const said = wordsOf(findingCard({ ...view, misreport: items }));
    expect(said).toContain("填报 **3项**，核实 **2.5项**");
    expect(said).not.toContain("另扣");
  });

  it("let the proposer withdraw only, and others decide; once decided, nobody", () => {
    const verdicts = (card: Parameters<typeof buttonsOf>[0]) =>
      buttonsOf(card).flatMap(({ action }) => (action?.kind === "misreport_decide" ? [action.verdict] : []));
    expect(verdicts(findingCard({ ...view, own: true }))).toEqual(["drop"]);
    expect(verdicts(findingCard(view))).toEqual(["confirm", "drop"]);
    expect(verdicts(findingCard({ ...view, misreport: confirmed, decider: "任世杰" }))).toEqual([]);
  });

  it("name no person to the towns", () => {
    const news = JSON.stringify(
      findingNewsCard({ programme: tenTowns, misreport: confirmed, moves: [], locale: "zh-CN" }),
    );
    expect(news).not.toContain("ou_");
    expect(news).not.toContain("王丽芳");
  });
});
