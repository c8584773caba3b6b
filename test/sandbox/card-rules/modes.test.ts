import { describe, expect, it } from "vitest";
import { type CardMode, checkCard } from "../../../src/sandbox/card-rules/check-card.ts";
import { evidenceFor, ruleNames } from "../../../src/sandbox/card-rules/rule-book.ts";
import { card, columns, form, type Json, panel, plain, submit } from "./cards.ts";

// feishu-contract 11: what was observed to pass or fail on the real platform, and what its tables say about
// the same card.

const rulesOf = (checked: unknown, mode: CardMode) => checkCard(checked, { mode }).map(({ rule }) => rule);
const table = { tag: "table", columns: [{ name: "a" }], rows: [] };
const styled = { ...plain("x"), text_align: "left", text_size: "normal", text_color: "grey" };
const callback = [{ type: "callback", value: {} }];
const button = (more: Json = {}): Json => ({ tag: "button", text: plain("x"), behaviors: callback, ...more });
const icon = { tag: "standard_icon", token: "done_outlined", size: "16px 16px" };
const picture = { tag: "img", img_key: "img_v3_1", alt: plain("") };
const times = (count: number, one: Json) => Array.from({ length: count }, () => one);

describe("accepted on the platform although its tables leave it out", () => {
  it.each<[string, Json, string]>([
    ["config.wide_screen_mode", { ...card(), config: { wide_screen_mode: true } }, "unlisted-properties"],
    [
      "a panel title's text_color and text_size",
      card({ ...panel(), header: { title: { ...plain("x"), text_color: "grey", text_size: "notation" } } }),
      "unlisted-properties",
    ],
    ["icon.size of a markdown", card({ tag: "markdown", content: "x", icon }), "unlisted-properties"],
    ["icon.size of a div", card({ tag: "div", text: plain("x"), icon }), "unlisted-properties"],
    ["button.multi_url", card(button({ multi_url: { url: "https://example.com" } })), "unlisted-properties"],
    ["button.url", card(button({ url: "https://example.com" })), "unlisted-properties"],
    ["looks of a placeholder", card({ tag: "input", placeholder: styled }), "unlisted-properties"],
    ["looks of a label", card({ tag: "input", label: styled }), "unlisted-properties"],
    ["looks of a tip", card(button({ hover_tips: styled })), "unlisted-properties"],
    [
      "looks of an option",
      card({ tag: "select_static", options: [{ text: styled, value: "1" }] }),
      "unlisted-properties",
    ],
    [
      "mode, custom_width and compact_width of a picture",
      card({
        tag: "img",
        img_key: "img_v3_1",
        alt: plain(""),
        mode: "crop_center",
        custom_width: 300,
        compact_width: true,
      }),
      "unlisted-properties",
    ],
    ["required: false outside a form", card({ tag: "input", required: false }), "required-outside-form"],
    [
      "a callback button in a form without form_action_type",
      card(form(button({ name: "look" }))),
      "plain-button-in-form",
    ],
    ["three nested column sets", card(columns(columns(columns({ tag: "hr" })))), "nesting"],
  ])("%s", (_what, accepted, rule) => {
    expect(rulesOf(accepted, "observed")).toEqual([]);
    expect([...new Set(rulesOf(accepted, "documented"))]).toEqual([rule]);
  });
});

describe("undecided: never seen refused, so it passes, and the tables do not have it", () => {
  it.each<[string, Json]>([
    ["i18n_header at the root", { ...card(), i18n_header: { zh_cn: { title: plain("x") } } }],
    ["fallback of a field", card({ tag: "input", fallback: { tag: "fallback_text", text: plain("x") } })],
    ["a custom_width with its unit", card({ ...picture, custom_width: "300px" })],
    [
      "an icon of a colour that is none",
      card({ tag: "div", icon: { ...icon, size: undefined, color: "light_grey" } }),
    ],
    ["an empty gap", card({ ...columns(), horizontal_spacing: "" })],
    ["fallback in a form", card({ ...form(), fallback: { tag: "fallback_text", text: plain("x") } })],
    ["a string as callback value", card(button({ behaviors: [{ type: "callback", value: "x" }] }))],
    ["a picture without alt", card({ tag: "img", img_key: "img_v3_1" })],
    [
      "an icon nobody has published",
      card({ tag: "div", icon: { tag: "standard_icon", token: "sun_bright" } }),
    ],
  ])("%s", (_what, undecided) => {
    expect(rulesOf(undecided, "observed")).toEqual([]);
    expect(rulesOf(undecided, "documented")).toHaveLength(1);
  });

  it("a button with only a top-level value is in the tables too", () => {
    const old = card({ tag: "button", text: plain("x"), value: { go: 1 } });
    for (const mode of ["observed", "documented"] as const) expect(rulesOf(old, mode)).toEqual([]);
  });
});

describe("refused on the platform", () => {
  it("100 buttons, while 99 and a text pass", () => {
    const text = { tag: "markdown", content: "x" };
    expect(rulesOf(card(...times(99, button()), text), "observed")).toEqual([]);
    expect(rulesOf(card(...times(100, button())), "observed")).toEqual(["most-elements"]);
    expect(rulesOf(card(...times(100, button())), "documented")).toEqual([]);
  });

  it("four tables, where the documents say five", () => {
    expect(rulesOf(card(...times(3, table)), "observed")).toEqual([]);
    expect(rulesOf(card(...times(4, table)), "observed")).toEqual(["most-tables"]);
    expect(rulesOf(card(...times(5, table)), "documented")).toEqual([]);
  });

  it("a table in a panel", () => {
    for (const mode of ["observed", "documented"] as const) {
      expect(rulesOf(card(panel(table)), mode)).toEqual(["table-in-panel"]);
    }
  });

  it("a panel header padding of two values; one and four pass", () => {
    const padded = (padding: string) => card({ ...panel(), header: { title: plain("x"), padding } });
    expect(checkCard(padded("4px 8px"))).toMatchObject([
      { code: 10002, message: "invalid panel header padding" },
    ]);
    for (const padding of ["4px", "4px 8px 4px 8px"]) expect(checkCard(padded(padding))).toEqual([]);
  });

  it("a card of 2.0 with the elements of 1.0 at its root, or with components of 1.0", () => {
    for (const mode of ["observed", "documented"] as const) {
      expect(rulesOf({ ...card(), elements: [] }, mode)).toEqual(["unknown-property"]);
      expect(rulesOf(card({ tag: "note", elements: [] }), mode)).toEqual(["unsupported-tag"]);
      expect(rulesOf(card({ tag: "action", actions: [] }), mode)).toEqual(["unsupported-tag"]);
    }
  });
});

describe("the rule book", () => {
  it("says of each rule how sure it is and where that is from", () => {
    for (const rule of ruleNames) expect(evidenceFor(rule).source).not.toBe("");
  });

  it("lets nothing be refused among strangers that is only assumed", () => {
    const assumed = ruleNames.filter((rule) => evidenceFor(rule).confidence === "assumed");
    expect(assumed.length).toBeGreaterThan(3);
    expect(assumed.filter((rule) => evidenceFor(rule).only !== "documented")).toEqual([]);
  });

  it("gives each problem its rule", () => {
    expect(checkCard(card({ tag: "form", elements: [submit] }))).toMatchObject([{ rule: "form-name" }]);
  });
});
