import { describe, expect, it } from "vitest";
import { unsureCard } from "../../../cards/office/unsure.ts";
import { LOCALES } from "../../../src/domain/programme/people.ts";
import { buttonsOf, expectSendable, wordsOf } from "./sendable.ts";

const at = Date.UTC(2026, 9, 12, 6, 5);

function rows(count: number) {
  return Array.from({ length: count }, (_, i) => ({
    id: `6f9619ff-8b86-d011-b42d-00cf4fc964${String(i).padStart(2, "0")}`,
    what: `2026年第三季度填报卡${"*长*".repeat(40)}`,
    to: "碛口镇李伟（临县）".repeat(5),
    at,
  }));
}

describe("sends whose fate is unknown", () => {
  it("are a card the platform takes, however many there are", () => {
    for (const locale of LOCALES)
      for (const count of [1, 10, 40]) expectSendable(unsureCard({ rows: rows(count), locale }));
  });

  it("are each sent again only on a person's word", () => {
    const card = unsureCard({ rows: rows(2), locale: "zh-CN" });
    expect(buttonsOf(card).map(({ text }) => text)).toEqual(["再发一次", "再发一次"]);
    expect(buttonsOf(card)[0]?.action).toEqual({ kind: "resend", id: rows(1)[0]?.id });
    expect(buttonsOf(card)[0]?.confirm).toContain("两条相同的消息");
  });

  it("beyond ten are counted, not dropped", () => {
    expect(wordsOf(unsureCard({ rows: rows(13), locale: "zh-CN" }))).toContain("另有 3 条");
  });
});
