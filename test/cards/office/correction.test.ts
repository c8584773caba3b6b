import { describe, expect, it } from "vitest";
import { correctionCard } from "../../../cards/ranking/correction.ts";
import { LOCALES } from "../../../src/domain/programme/people.ts";
import { thirtyTowns } from "./programmes.ts";
import { expectSendable, wordsOf } from "./sendable.ts";

const longest = "字".repeat(500);

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
      expect(wordsOf(card)).toContain(locale === "en" ? "CNY 88.2 million" : "8,820");
      expect(wordsOf(card)).toContain(locale === "en" ? "CNY 88.005 million" : "8,800.5");
    }
  });
});
