import { describe, expect, it } from "vitest";
import { indexCard } from "../../../src/sandbox/card/component-index.ts";
import { cardForReader, isShared } from "../../../src/sandbox/card/version-1.ts";

const plain = (content: string) => ({ tag: "plain_text", content });
const elementsOf = (card: Record<string, unknown>, locale = "zh_cn") => cardForReader(card, locale).body;
const one = (element: unknown) => elementsOf({ elements: [element] });

describe("a card of JSON 1.0 as a reader has it", () => {
  it("leaves a card of 2.0 as it is", () => {
    const card = { schema: "2.0", body: { elements: [{ tag: "hr" }] } };
    expect(cardForReader(card, "zh_cn")).toBe(card);
  });

  it("has the elements of the reader's language, the English otherwise, before those for all", () => {
    const card = {
      elements: [{ tag: "hr" }],
      i18n_elements: { ja_jp: [plain("a")], en_us: [plain("b")], zh_cn: [plain("c")] },
    };
    expect(elementsOf(card, "zh_cn")).toEqual({ elements: [plain("c")] });
    expect(elementsOf(card, "de_de")).toEqual({ elements: [plain("b")] });
    expect(elementsOf({ i18n_elements: { ja_jp: [plain("a")] } }, "en_us")).toEqual({
      elements: [plain("a")],
    });
  });

  it("has the head of the reader's language and its icon in the words of 2.0", () => {
    const title = { ...plain("部署"), i18n: { en_us: "Deploy" } };
    const header = { title, ud_icon: { token: "done_outlined", style: { color: "green" } } };
    expect(cardForReader({ header, elements: [] }, "en_us").header).toEqual({
      title: { ...plain("部署"), i18n_content: { en_us: "Deploy" } },
      icon: { tag: "standard_icon", token: "done_outlined", color: "green" },
    });
    const byLanguage = { i18n_header: { en_us: { title: plain("A") }, zh_cn: { title: plain("B") } } };
    expect(cardForReader(byLanguage, "zh_cn").header).toEqual({ title: plain("B") });
    expect(cardForReader({ header: { icon: { img_key: "img_1" } } }, "zh_cn").header).toEqual({
      icon: { tag: "custom_icon", img_key: "img_1" },
    });
  });

  it("has nothing of a body of 2.0", () => {
    expect(elementsOf({ body: { elements: [{ tag: "hr" }] } })).toEqual({ elements: [] });
  });

  it("has the address that a link names", () => {
    const markdown = {
      tag: "markdown",
      content: "[a]($x) [b]($y)",
      href: { x: { url: "https://a", pc_url: "https://pc" } },
    };
    expect(one(markdown)).toMatchObject({ elements: [{ content: "[a](https://pc) [b]($y)" }] });
    expect(one({ tag: "div", text: { ...markdown, tag: "lark_md" } })).toMatchObject({
      elements: [{ text: { content: "[a](https://pc) [b]($y)" } }],
    });
  });

  it("has pictures in the sizes of 2.0", () => {
    expect(one({ tag: "img", mode: "fit_horizontal" })).toEqual({
      elements: [{ tag: "img", scale_type: "fit_horizontal" }],
    });
    expect(one({ tag: "img", mode: "small" })).toEqual({ elements: [{ tag: "img", size: "small" }] });
    expect(one({ tag: "img", size: "stretch_without_padding" })).toEqual({
      elements: [{ tag: "img", size: "stretch", margin: "0px -12px" }],
    });
  });

  it("has large gaps of 16 px", () => {
    expect(one({ tag: "column_set", horizontal_spacing: "large", columns: [] })).toEqual({
      elements: [{ tag: "column_set", horizontal_spacing: "16px", columns: [] }],
    });
  });
});

describe("what a button of JSON 1.0 does", () => {
  const behavioursOf = (button: object) => {
    const [row] = indexCard(
      elementsOf({ elements: [{ tag: "action", actions: [{ tag: "button", ...button }] }] }),
    )
      .filter(({ tag }) => tag === "button")
      .map(({ node }) => node.behaviors);
    return row;
  };
  const url = "https://example.com";
  const opens = { type: "open_url", default_url: url, url };

  it.each<[string, object, unknown]>([
    ["calls back with its value", { value: { id: 1 } }, [{ type: "callback", value: { id: 1 } }]],
    ["opens its address", { url }, [opens]],
    ["only opens it when it has both", { url, value: { id: 1 } }, [opens]],
    [
      "does both when it says so",
      { url, value: { id: 1 }, complex_interaction: true },
      [opens, { type: "callback", value: { id: 1 } }],
    ],
    [
      "only calls back when its form says so",
      { url, value: {}, action_type: "request" },
      [{ type: "callback", value: {} }],
    ],
    ["does nothing of itself", {}, []],
    ["does what its behaviours say", { behaviors: [opens], value: {} }, [opens]],
  ])("it %s", (_what, button, behaviours) => {
    expect(behavioursOf(button)).toEqual(behaviours);
  });
});

describe("components are found once, in the order they stand", () => {
  it("in rows of actions, beside texts and in columns", () => {
    const button = (name: string) => ({ tag: "button", name, text: plain(name) });
    const card = {
      elements: [
        { tag: "div", text: plain("x"), extra: button("beside") },
        {
          tag: "action",
          actions: [button("first"), { tag: "overflow", options: [{ text: plain("more") }] }],
        },
        { tag: "column_set", columns: [{ tag: "column", elements: [button("inside")] }] },
      ],
    };
    const found = indexCard(cardForReader(card, "zh_cn")).flatMap(
      ({ name, tag }) => name ?? (tag === "overflow" ? tag : []),
    );
    expect(found).toEqual(["beside", "first", "overflow", "inside"]);
  });
});

it("a card is shared when it is of 2.0 or says so", () => {
  expect([{ schema: "2.0" }, { config: { update_multi: true } }].map(isShared)).toEqual([true, true]);
  expect([{}, { config: {} }, { config: { update_multi: false } }, null].map(isShared)).toEqual([
    false,
    false,
    false,
    false,
  ]);
});
