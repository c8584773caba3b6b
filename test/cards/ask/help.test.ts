import { describe, expect, it } from "vitest";
import { helpCard } from "../../../cards/ask/help.ts";
import { type Suggestion, suggestCard } from "../../../cards/ask/suggest.ts";
import { whichTownCard } from "../../../cards/ask/which-town.ts";
import { query } from "../../../cards/query.ts";
import { LOCALES, ROLES, type Role } from "../../../src/domain/programme/people.ts";
import { firstTown, packs, tenTowns, town, villages } from "../office/programmes.ts";
import { buttonsOf, doingOf, expectSendable, wordsOf } from "../office/sendable.ts";

const now = { period: "2026Q3", published: "2026Q2" } as const;

describe("help", () => {
  it.each(packs)("of %s is a card the platform takes for every role in both languages", (_, programme) => {
    for (const locale of LOCALES)
      for (const role of ROLES)
        for (const published of ["2026Q2", null] as const)
          expectSendable(helpCard({ role, programme, period: "2026Q3", published, locale }));
  });

  it("gives examples with the pack's own towns", () => {
    const own = town(tenTowns, "qikou");
    const words = (programme = tenTowns, place = own) =>
      wordsOf(helpCard({ role: "town_official", programme, ...now, town: place, locale: "zh-CN" }));
    expect(words()).toContain("“碛口怎么样”");
    expect(words(villages, firstTown(villages))).toContain("“桃园怎么样”");
    expect(words(villages, firstTown(villages))).not.toMatch(/碛口|镇|临县/);
  });

  it("speaks of the year and its award to the office and the leaders alone", () => {
    const tells = (role: Role) =>
      wordsOf(helpCard({ role, programme: tenTowns, ...now, locale: "zh-CN" })).includes("“年度考核”");
    expect(ROLES.filter(tells).sort()).toEqual(["city_office", "leader"]);
  });

  it("has English buttons begin with a capital", () => {
    const view = { role: "leader", programme: tenTowns, period: "2026Q3", published: "2026Q2" } as const;
    for (const { text } of buttonsOf(helpCard({ ...view, locale: "en" }))) expect(text).toMatch(/^[A-Z]/);
  });

  it("offers each role its own buttons, and a ranking only once there is one", () => {
    const kinds = (role: Role, published: "2026Q2" | null = "2026Q2") =>
      buttonsOf(helpCard({ role, programme: tenTowns, period: "2026Q3", published, locale: "zh-CN" })).map(
        ({ action }) => doingOf(action),
      );
    expect(kinds("town_official")).toEqual(["my_form", "list", "ranking"]);
    expect(kinds("county_reviewer")).toEqual(["missing", "list", "ranking"]);
    expect(kinds("city_office")).toEqual(["progress", "missing", "list", "ranking"]);
    expect(kinds("leader")).toEqual(["missing", "list", "ranking"]);
    expect(kinds("department")).toEqual(["list", "ranking"]);
    expect(kinds("department", null)).toEqual(["list"]);
  });

  it("asks for the published quarter's ranking, not the one being reported", () => {
    const card = helpCard({ role: "leader", programme: tenTowns, ...now, locale: "zh-CN" });
    expect(buttonsOf(card).at(-1)?.action).toEqual(query.ranking("2026Q2"));
  });
});

describe("words that were not understood", () => {
  const suggestions: Suggestion[] = [
    query.status("qikou"),
    query.ranking("2026Q2"),
    query.missing("2026Q3"),
    query.myForm(),
    query.help(),
  ];
  const text = "*碛口*<at id=all></at>[点我](http://x.cn)".repeat(50);

  it.each(packs)("in %s are answered by a card the platform takes", (_, programme) => {
    const places = programme.towns.map(({ slug }): Suggestion => query.status(slug));
    for (const locale of LOCALES)
      for (const offered of [suggestions, places, []])
        expectSendable(suggestCard({ programme, text, suggestions: offered, locale }));
  });

  it("are answered with what they might mean, one tap each", () => {
    const card = suggestCard({ programme: tenTowns, text: "碛口咋样", suggestions, locale: "zh-CN" });
    expect(buttonsOf(card).map((button) => button.text)).toEqual([
      "碛口怎么样",
      "谁还没报",
      "帮助",
      "排名",
      "我的填报",
    ]);
    expect(wordsOf(card)).toContain("您说的是“碛口咋样”");
  });

  it("name the quarter of each ranking where there are several, so that no two say the same", () => {
    const rankings = (["2026Q1", "2026Q2"] as const).map((about) => query.ranking(about));
    const both = suggestCard({ programme: tenTowns, text: "排", suggestions: rankings, locale: "zh-CN" });
    const labels = buttonsOf(both).map(({ text }) => text);
    expect(labels).toEqual(["2026年第一季度排名", "2026年第二季度排名"]);
  });

  it("are echoed as at most 50 characters that cannot act as markdown", () => {
    const words = wordsOf(suggestCard({ programme: tenTowns, text, suggestions: [], locale: "zh-CN" }));
    expect(words).not.toMatch(/<at|\*碛口\*|http:/);
    const echoed = /“(.*)…”/.exec(words)?.[1]?.replace(/&#\d+;/g, "x") ?? "";
    expect([...echoed]).toHaveLength(50);
    expect(wordsOf(suggestCard({ programme: tenTowns, text: "  ", suggestions, locale: "zh-CN" }))).toContain(
      "您是不是想：",
    );
  });
});

describe("a name that fits several towns", () => {
  it.each(packs)("of %s is asked back on a card the platform takes", (_, programme) => {
    for (const locale of LOCALES)
      for (const options of [programme.towns, programme.towns.slice(0, 1)])
        expectSendable(whichTownCard({ programme, options, locale }));
  });

  it("offers each with its county", () => {
    const options = [town(tenTowns, "xinyi"), town(tenTowns, "xiying")];
    const buttons = buttonsOf(whichTownCard({ programme: tenTowns, options, locale: "zh-CN" }));
    expect(buttons.map(({ text, action }) => ({ text, action }))).toEqual([
      { text: "信义镇（离石区）", action: query.status("xinyi") },
      { text: "西营镇（交城县）", action: query.status("xiying") },
    ]);
  });
});
