import { describe, expect, it } from "vitest";
import { columns, type Json, panel, plain, problems } from "./cards.ts";

const withRoot = (more: Json) => problems({ schema: "2.0", body: { elements: [] }, ...more });
const header = (more: Json) => withRoot({ header: { title: plain("t"), ...more } });
const config = (more: Json) => withRoot({ config: more });

describe("the card itself", () => {
  it("is of JSON 1.0 or 2.0", () => {
    expect(problems({ schema: "1.0", elements: [] })).toEqual([]);
    for (const schema of [2, "3.0"]) {
      expect(problems({ schema, elements: [] })).toEqual([
        `200621 ROOT | emulated: schema must be "1.0" or "2.0", but: ${schema}`,
      ]);
    }
  });

  it("is a JSON object", () => {
    expect(problems("{}")).toEqual(["200621 ROOT | emulated: a card must be a JSON object"]);
    expect(problems([])).toEqual(["200621 ROOT | emulated: a card must be a JSON object"]);
    expect(problems({ schema: "2.0", render() {} })).toEqual([
      "200621 ROOT | emulated: render is a function, which JSON does not have",
    ]);
  });

  it.each(["elements", "i18n_elements", "i18n_header", "fallback"])(
    "no longer has %s at its root",
    (property) => {
      expect(withRoot({ [property]: [] })).toEqual([
        `200621 ROOT | unknown property, property: ${property}, path: ROOT`,
      ]);
    },
  );

  it("has a body with elements", () => {
    expect(problems({ schema: "2.0", body: {} })).toEqual([
      "11310 ROOT -> body | emulated: elements is required",
    ]);
    expect(problems({ schema: "2.0", body: { elements: {} } })).toEqual([
      "200621 ROOT -> body | expected array for elements, but: map[]",
    ]);
    expect(problems({ schema: "2.0", body: { elements: ["hr"] } })).toEqual([
      "200621 ROOT -> body -> elements | expected object for [0], but: hr",
    ]);
    expect(problems({ schema: "2.0", body: { elements: [], padding: "100px" } })).toEqual([
      "11310 ROOT -> body | emulated: padding must be 1, 2 or 4 lengths of [0,99]px, but: 100px",
    ]);
    expect(problems({ schema: "2.0", body: { elements: [], margin: "4px" } })).toEqual([
      "200621 ROOT -> body | unknown property, property: margin, path: ROOT -> body",
    ]);
  });

  it("is always shared", () => {
    expect(config({ update_multi: false })).toEqual([
      "300302 ROOT -> config | update_multi property is false",
    ]);
  });

  it("has a config of known words", () => {
    expect(config({ width_mode: "wide" })).toEqual([
      "11310 ROOT -> config | emulated: width_mode must be one of: default, compact, fill, but: wide",
    ]);
    expect(config({ wide_screen_mode: true })).toEqual([
      "200621 ROOT -> config | unknown property, property: wide_screen_mode, path: ROOT -> config",
    ]);
    expect(config({ locales: ["zh_cn", "fr_ca"] })[0]).toContain(
      "11310 ROOT -> config -> locales | emulated: [1]",
    );
    expect(config({ summary: { content: "x", i18n_content: { xx_xx: "" } } })).toEqual([
      "200621 ROOT -> config -> summary -> i18n_content | unknown property, property: xx_xx, path: ROOT -> config -> summary -> i18n_content",
    ]);
    expect(config({ style: { color: { c: { light_mode: "#fff" } } } })).toEqual([
      "11310 ROOT -> config -> style -> color -> c | invalid color: #fff",
    ]);
    expect(config({ style: { color: { c: { light_mode: "rgba(300,0,0,1)" } } } })).toHaveLength(1);
  });

  it("links by url, or by all three platforms", () => {
    const line =
      "11310 ROOT -> card_link | emulated: url is required unless pc_url, ios_url and android_url are all given";
    const url = "https://example.com";
    expect(withRoot({ card_link: { url: "" } })).toEqual([line]);
    expect(withRoot({ card_link: { pc_url: url, ios_url: url } })).toEqual([line]);
    expect(withRoot({ card_link: { pc_url: url, ios_url: url, android_url: url } })).toEqual([]);
  });

  it.each([
    ["ftp://example.com", "url scheme is not in the whitelist (http, https), but: ftp://example.com"],
    ["lark://client", "url scheme is not in the whitelist (http, https), but: lark://client"],
    ["example.com", "url scheme is not in the whitelist (http, https), but: example.com"],
    ["https://a.cn?t=31 12", "url has characters that must be escaped, but: https://a.cn?t=31 12"],
    ["https://a.cn/碛口", "url has characters that must be escaped, but: https://a.cn/碛口"],
  ])("does not link to %s", (url, message) => {
    expect(withRoot({ card_link: { url } })).toEqual([`11310 ROOT -> card_link | emulated: ${message}`]);
  });
});

describe("the header", () => {
  it("needs a title", () => {
    expect(withRoot({ header: { template: "blue" } })).toEqual([
      "11310 ROOT -> header | emulated: title is required",
    ]);
    expect(withRoot({ header: { title: { tag: "markdown", content: "x" } } })).toEqual([
      "11310 ROOT -> header -> title(tag: markdown) | emulated: tag must be one of: plain_text, lark_md",
    ]);
  });

  it("is no component and has no ud_icon", () => {
    expect(header({ tag: "header" })).toEqual([
      "200621 ROOT -> header | unknown property, property: tag, path: ROOT -> header",
    ]);
    expect(header({ ud_icon: {} })).toHaveLength(1);
  });

  it("has a known colour scheme and known tag colours", () => {
    expect(header({ template: "pink" })[0]).toContain(
      "11310 ROOT -> header | emulated: template must be one of: blue",
    );
    const tag = { tag: "text_tag", text: plain("x"), color: "grey" };
    expect(header({ text_tag_list: [tag] })[0]).toContain(
      "11310 ROOT -> header -> text_tag_list -> [0](tag: text_tag) | emulated: color must be one of: neutral",
    );
    expect(header({ i18n_text_tag_list: { en_us: [{ ...tag, color: "blue" }, {}] } })).toEqual([
      "11310 ROOT -> header -> i18n_text_tag_list -> en_us -> [1] | emulated: tag must be one of: text_tag",
      "11310 ROOT -> header -> i18n_text_tag_list -> en_us -> [1] | emulated: text is required",
    ]);
  });
});

describe("element_id", () => {
  const withIds = (...ids: unknown[]) =>
    problems({ schema: "2.0", body: { elements: ids.map((id) => ({ tag: "hr", element_id: id })) } });

  it.each(["1st", "foot-note", "脚注", "", "a23456789012345678901"])("refuses %j", (id) => {
    expect(withIds(id)).toEqual([
      `300301 ROOT -> body -> elements -> [0](tag: hr) | ElementID ${id}: Code 1002: elementID format error. Only alphabets, numbers, and underscores are allowed. It must start with an alphabet and not exceed 20 characters.`,
    ]);
  });

  it("is unique in the card, text objects included", () => {
    expect(withIds("a", "b", "a")).toEqual([
      "300301 ROOT -> body -> elements -> [2](tag: hr) | ElementID a: Code 1001: Duplicate ID",
    ]);
    const text = { tag: "div", element_id: "a", text: { ...plain("x"), element_id: "a" } };
    expect(problems({ schema: "2.0", body: { elements: [panel(columns(text))] } })).toEqual([
      "300301 ROOT -> body -> elements -> [0](tag: collapsible_panel) -> elements -> [0](tag: column_set) -> columns -> [0](tag: column) -> elements -> [0](tag: div) -> text(tag: plain_text) | ElementID a: Code 1001: Duplicate ID",
    ]);
  });
});
