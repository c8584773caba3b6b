import { describe, expect, it } from "vitest";
import {
  answeredCard,
  answerFormCard,
  objectionFormCard,
  objectionNewsCard,
} from "../../../cards/objection/objection.ts";
import { correctionCard } from "../../../cards/office/correction.ts";
import { LOCALES } from "../../../src/domain/people.ts";
import { tenTowns, thirtyTowns } from "../office/programmes.ts";
import { expectSendable, wordsOf } from "../office/sendable.ts";
import { longest, objection } from "./objections.ts";

const qikou = tenTowns.towns.find((town) => town.slug === "qikou") ?? tenTowns.towns[0];
describe("the cards of an objection", () => {
  it("are cards the platform takes, in both languages, at their longest", () => {
    if (!qikou) throw new Error("no town");
    for (const locale of LOCALES) {
      const view = { programme: tenTowns, objection, locale };
      const typed = { indicator: "inv", text: longest };
      expectSendable(objectionFormCard({ ...view, period: "2026Q3", town: qikou, typed, problem: longest }));
      expectSendable(answerFormCard(view));
      expectSendable(answeredCard(view));
      expectSendable(answeredCard({ ...view, office: true }));
      expectSendable(objectionNewsCard(view));
    }
  });

  it("name the indicator as the scheme calls it", () => {
    const card = answeredCard({ programme: tenTowns, objection, locale: "zh-CN" });
    expect(wordsOf(card)).toContain("项目投资");
  });
});

describe("a correction card", () => {
  it("shows old, new and every moved place, for thirty towns too", () => {
    const programme = thirtyTowns;
    const moves = programme.towns.map((town, i) => ({ town: town.slug, from: i + 1, to: i + 2 }));
    const correction = {
      cell: "investment/cumulative",
      before: 8820,
      after: 8800.5,
      reason: longest,
      by: "ou_1",
      at: 0,
    };
    const publication = {
      period: "2026Q3" as const,
      seq: 2,
      at: Date.UTC(2026, 9, 30),
      by: "ou_1",
      scheme: programme.scheme,
      inputs: { table: { columns: [], rows: [] }, notReported: [], lateness: "scored" as const },
      result: { rows: [] },
      hash: "",
    };
    const town = programme.towns[0]?.slug ?? "";
    for (const locale of LOCALES) {
      const card = correctionCard({ programme, publication, town, correction, moves, locale });
      expectSendable(card);
      expect(wordsOf(card)).toContain("8,820");
      expect(wordsOf(card)).toContain("8,800.5");
    }
  });
});
