import { describe, expect, it } from "vitest";
import { bindCard, bindCountyCard, boundCard, releasedCard } from "../../../cards/office/bind.ts";
import { LOCALES } from "../../../src/domain/programme/people.ts";
import { packs, tenTowns } from "./programmes.ts";
import { buttonsOf, expectSendable, wordsOf } from "./sendable.ts";

const chatName = "吕梁市十大特色镇创建工作领导小组及各县（市、区）各乡镇联络员工作群*重要*<at id=all></at>";

describe("a group that is asked what it is for", () => {
  it.each(packs)("is shown cards of %s the platform takes in both languages", (_, programme) => {
    for (const locale of LOCALES) {
      expectSendable(bindCard({ programme, chatName, locale }));
      expectSendable(bindCountyCard({ programme, chatName, locale }));
      for (const kind of ["leading_group", "all_towns", "county", "office"] as const) {
        const area = kind === "county" ? (programme.counties[0]?.slug ?? "") : "";
        const view = { programme, kind, area, locale };
        expectSendable(boundCard({ ...view, byName: "阿卜杜热合曼·*买买提*", instead: chatName }));
        expectSendable(releasedCard({ ...view, chatName }));
      }
    }
  });

  it("can be the leading group's, everybody's, one county's or the office's", () => {
    const actions = buttonsOf(bindCard({ programme: tenTowns, chatName, locale: "zh-CN" })).map(
      (b) => b.action,
    );
    expect(actions).toEqual([
      { kind: "bind", group: "leading_group", area: "" },
      { kind: "bind", group: "all_towns", area: "" },
      { kind: "bind_county" },
      { kind: "bind", group: "office", area: "" },
    ]);
  });

  it("chooses among the counties of the pack", () => {
    const buttons = buttonsOf(bindCountyCard({ programme: tenTowns, chatName, locale: "zh-CN" }));
    expect(buttons).toHaveLength(13);
    expect(buttons.find(({ text }) => text === "临县")?.action).toEqual({
      kind: "bind",
      group: "county",
      area: "linxian",
    });
  });

  it("says who answered and can be corrected", () => {
    const card = boundCard({
      programme: tenTowns,
      kind: "county",
      area: "linxian",
      byName: "王芳",
      instead: "临县群<二>",
      locale: "zh-CN",
    });
    expect(wordsOf(card)).toContain("本群已由王芳登记为**临县的群**");
    expect(wordsOf(card)).toContain("此前登记的“临县群");
    expect(buttonsOf(card)).toHaveLength(4);
  });

  it("never lets its own name act as markdown or mention anyone", () => {
    const words = wordsOf(bindCard({ programme: tenTowns, chatName, locale: "zh-CN" }));
    expect(words).not.toContain("*重要*");
    expect(words).not.toContain("<at");
  });
});
