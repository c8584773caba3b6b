import { describe, expect, it } from "vitest";
import { urgentNewsCard } from "../../../cards/urgent/news.ts";
import { LOCALES } from "../../../src/domain/programme/people.ts";
import { tenTowns, thirtyTowns } from "../office/programmes.ts";
import { buttonsOf, expectSendable } from "../office/sendable.ts";

const view = {
  programme: tenTowns,
  words: "字".repeat(300),
  reason: "由".repeat(200),
  until: Date.UTC(2026, 9, 12, 10),
  ended: null,
  locale: "zh-CN" as const,
};

describe("an urgent message as a town gets it", () => {
  it.each(LOCALES)("is taken by the platform in %s with the longest words", (locale) => {
    for (const programme of [tenTowns, thirtyTowns])
      for (const ended of ["reported", "time", null] as const)
        expectSendable(urgentNewsCard({ ...view, programme, ended, locale }));
  });

  it("says until when, and asks no more for what is done", () => {
    expect(JSON.stringify(urgentNewsCard(view))).toContain("10月12日 18:00");
    expect(buttonsOf(urgentNewsCard({ ...view, ended: "reported" }))).toEqual([]);
  });

  it("makes what a person typed harmless", () => {
    const card = urgentNewsCard({ ...view, words: "<at id=all></at>**快**" });
    expect(JSON.stringify(card)).not.toContain("<at");
  });
});
