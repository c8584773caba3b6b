import { describe, expect, it } from "vitest";
import { bilingual, bilingualOf, inBothLanguages } from "../../cards/bilingual.ts";
import type { CardElement } from "../../cards/card.ts";
import { button, card, chart, grid, md, panel, row, table } from "../../cards/elements.ts";
import { query } from "../../cards/query.ts";
import type { Locale } from "../../src/domain/programme/people.ts";
import { checkCard } from "../../src/sandbox/card-rules/check-card.ts";

const drawn = (elements: (say: (zh: string, en: string) => string) => CardElement[]) => (locale: Locale) => {
  const say = (zh: string, en: string) => (locale === "en" ? en : zh);
  const head = { title: say("排名", "Ranking"), subtitle: "2026", template: "blue" } as const;
  return card({ ...head, tags: [{ text: say("预览", "preview"), color: "neutral" }] }, elements(say));
};
const help = (id: string) => query.status(id);

describe("a card in both languages", () => {
  it("keeps each text in both, and what is the same in both once", () => {
    const both = bilingual(drawn((say) => [md(say("**1** 个", "**1** of them")), md("2026Q3")]));
    expect(both.header).toEqual({
      title: { tag: "plain_text", content: "排名", i18n_content: { en_us: "Ranking" } },
      subtitle: { tag: "plain_text", content: "2026" },
      template: "blue",
      text_tag_list: [
        {
          tag: "text_tag",
          text: { tag: "plain_text", content: "预览", i18n_content: { en_us: "preview" } },
          color: "neutral",
        },
      ],
    });
    expect(both.config.summary).toEqual({ content: "排名", i18n_content: { en_us: "Ranking" } });
    expect(both.body.elements).toEqual([
      { tag: "markdown", content: "**1** 个", i18n_content: { en_us: "**1** of them" } },
      { tag: "markdown", content: "2026Q3" },
    ]);
  });

  it("translates buttons, what they ask before a press, and the titles of panels", () => {
    const both = bilingual(
      drawn((say) => [
        panel(say("更多", "More"), [
          row([
            [
              button(say("发布", "Publish"), help("a"), {
                confirm: { title: say("发布？", "Publish?"), text: say("不能撤回", "There is no way back") },
              }),
            ],
          ]),
        ]),
      ]),
    );
    const english = [...JSON.stringify(both).matchAll(/"en_us":"([^"]*)"/g)].map(([, words]) => words);
    expect(english).toEqual(expect.arrayContaining(["More", "Publish", "Publish?", "There is no way back"]));
  });

  it("holds both in a table and a chart, or only figures", () => {
    const both = bilingual(
      drawn((say) => [
        table(
          [{ name: "town", display_name: say("单位", "Place"), data_type: "text" }],
          [
            { town: say("碛口镇", "Qikou"), rank: say("第4名", "4"), score: "81.85" },
            {
              town: say("信义镇", "Xinyi"),
              rank: say("第5名", "5"),
              light: [{ text: say("正常", "fine"), color: "green" }],
            },
          ],
        ),
        chart({ type: "bar", data: { values: [{ town: say("碛口镇", "Qikou"), v: 1 }] } }, 100),
      ]),
    );
    const [first, second] = both.body.elements;
    expect(first).toMatchObject({
      columns: [{ display_name: "单位 / Place" }],
      rows: [
        { town: "碛口镇 / Qikou", rank: "4", score: "81.85" },
        { town: "信义镇 / Xinyi", rank: "5", light: [{ text: "正常 / fine", color: "green" }] },
      ],
    });
    expect(second).toMatchObject({
      chart_spec: { type: "bar", data: { values: [{ town: "碛口镇 / Qikou", v: 1 }] } },
    });
  });

  it("holds once what a table's or chart's text has in both, such as a figure beside a name", () => {
    const name = (zh: string, en: string) => {
      const [one] = bilingual(
        drawn((say) => [chart({ type: "bar", data: { values: [{ name: say(zh, en) }] } }, 100)]),
      ).body.elements;
      return JSON.stringify(one).match(/"name":"([^"]*)"/)?.[1];
    };
    expect(name("1 碛口镇 ↑3", "1 Qikou ↑3")).toBe("1 碛口镇 / Qikou ↑3");
    expect(name("梧桐镇  8/8", "Wutong  8/8")).toBe("梧桐镇 / Wutong  8/8");
    expect(name("填报中 3/8", "filled in 3/8")).toBe("填报中 / filled in 3/8");
    expect(name("26年二季度 第5名", "Q2 26 rank 5")).toBe("26年二季度 第5名 / Q2 26 rank 5");
    expect(name("甲 甲", "甲 甲 A")).toBe("甲 甲 / 甲 A");
  });

  it("lays buttons out so that the words of both languages fit, in the order they have", () => {
    const names = (n: number, long: string) => Array.from({ length: n }, (_, i) => `${long}${i}`);
    const gridOf = (n: number) =>
      bilingual(
        drawn((say) => [
          grid(
            names(n, say("镇", "A township with quite a long name ")).map((name, i) =>
              button(name, help(`t${i}`)),
            ),
            3,
          ),
        ]),
      ).body.elements[0];
    const shape = (one: CardElement | undefined) =>
      one?.tag === "column_set"
        ? { mode: one.flex_mode, sizes: one.columns.map(({ elements }) => elements.length) }
        : null;
    expect(shape(gridOf(12))).toEqual({ mode: "none", sizes: [12] });
    expect(shape(gridOf(4))).toEqual({ mode: "flow", sizes: [1, 1, 1, 1] });
    expect(JSON.stringify(gridOf(12))).toMatch(/"镇0".*name 0.*"镇1".*name 1".*"镇11"/);
  });

  it("is taken by the platform", () => {
    const both = bilingual(
      drawn((say) => [md(say("一", "one")), grid([button(say("是", "Yes"), help("a"))], 3)]),
    );
    expect(checkCard(both, { mode: "documented" })).toEqual([]);
    expect(checkCard(both, { mode: "observed" })).toEqual([]);
  });

  it("refuses two drawings that are not built alike, and says where", () => {
    const more = drawn((say) => [md("a"), ...(say("", "en") === "en" ? [md("b")] : [])]);
    expect(() => bilingual(more)).toThrow("not built alike in both languages: card.body.elements");
    const other = drawn((say) => [button(say("看", "See"), help(say("a", "b")))]);
    expect(() => bilingual(other)).toThrow("card.body.elements.0.name");
  });

  it("is none of two cards between which something changed", () => {
    const earlier = drawn(() => [md("a")]);
    const later = drawn(() => [md("a"), md("b")]);
    expect(bilingualOf(earlier("zh-CN"), later("en"))).toBeNull();
    expect(bilingualOf(earlier("zh-CN"), earlier("en"))).toEqual(bilingual(earlier));
  });

  it("has for a plain text both, one under the other, and what is the same once", () => {
    expect(inBothLanguages((locale) => (locale === "en" ? "Hello" : "您好"))).toBe("您好\nHello");
    expect(inBothLanguages(() => "OK")).toBe("OK");
  });
});
