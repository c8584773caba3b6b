import { describe, expect, it } from "vitest";
import { checkCard } from "../../../src/sandbox/card-rules/check-card.ts";
import { card, type Json, plain, problems, problemsOf } from "./cards.ts";

const img = { tag: "img", img_key: "img_v3_1", alt: plain("") };

describe("components that only show", () => {
  it.each<[string, Json, string]>([
    ["a 1.0 tag", { tag: "note" }, "200861 @(tag: note) | unsupported tag note"],
    ["the 1.0 button row", { tag: "action", actions: [] }, "200861 @(tag: action) | unsupported tag action"],
    ["a tag nobody knows", { tag: "video" }, "200861 @(tag: video) | unsupported tag video"],
    ["no tag", { text: "x" }, "200861 @ | unsupported tag "],
    [
      "a property of another component",
      { tag: "column_set", columns: [], corner_radius: "4px" },
      "200621 @(tag: column_set) | unknown property, property: corner_radius, path: @(tag: column_set)",
    ],
    [
      "the href of 1.0 markdown",
      { tag: "markdown", content: "x", href: {} },
      "200621 @(tag: markdown) | unknown property, property: href, path: @(tag: markdown)",
    ],
    [
      "a text property the text does not have",
      { tag: "div", text: { ...plain("x"), text_weight: "bold" } },
      "200621 @(tag: div) -> text(tag: plain_text) | unknown property, property: text_weight, path: @(tag: div) -> text(tag: plain_text)",
    ],
    [
      "a hex colour",
      { tag: "div", text: { ...plain("x"), text_color: "#999999" } },
      "11310 @(tag: div) -> text(tag: plain_text) | invalid color: #999999",
    ],
    [
      "markdown without content",
      { tag: "markdown" },
      "11310 @(tag: markdown) | emulated: content is required",
    ],
    [
      "a wrong type",
      { tag: "markdown", content: { a: [1] } },
      "200621 @(tag: markdown) | expected string for content, but: map[a:[1]]",
    ],
    [
      "a margin out of range",
      { tag: "hr", margin: "0 100px" },
      "11310 @(tag: hr) | emulated: margin must be 1, 2 or 4 lengths of [-99,99]px, but: 0 100px",
    ],
    [
      "a margin of three values",
      { tag: "hr", margin: "0 0 0" },
      "11310 @(tag: hr) | emulated: margin must be 1, 2 or 4 lengths of [-99,99]px, but: 0 0 0",
    ],
    [
      "a width out of range",
      { tag: "div", width: "1000px" },
      "11310 @(tag: div) | emulated: width must be fill, auto, [16,999]px, but: 1000px",
    ],
    [
      "an icon that is none",
      { tag: "div", icon: { tag: "standard_icon", token: "star" } },
      "11310 @(tag: div) -> icon(tag: standard_icon) | emulated: token is not an icon, but: star",
    ],
    [
      "a picture icon without a picture",
      { tag: "div", icon: { tag: "custom_icon", img_key: "" } },
      "200570 @(tag: div) -> icon(tag: custom_icon) | image key ",
    ],
    [
      "an image without alt",
      { tag: "img", img_key: "img_v3_1" },
      "11310 @(tag: img) | emulated: alt is required",
    ],
    [
      "an image key that is a file",
      { ...img, img_key: "file_v3_1" },
      "200570 @(tag: img) | image key file_v3_1",
    ],
    [
      "the full-bleed size of 1.0",
      { ...img, size: "stretch_without_padding" },
      "11310 @(tag: img) | emulated: size must be stretch, large, medium, small, tiny, [1,1000]px [1,1000]px, but: stretch_without_padding",
    ],
    [
      "a size out of range",
      { ...img, size: "0px 1001px" },
      "11310 @(tag: img) | emulated: size must be stretch, large, medium, small, tiny, [1,1000]px [1,1000]px, but: 0px 1001px",
    ],
    [
      "a size for a picture shown whole",
      { ...img, scale_type: "fit_horizontal", size: "large" },
      "10002 @(tag: img) | img size is not allowed",
    ],
    [
      "an image width of 1.0",
      { ...img, custom_width: 300 },
      "200621 @(tag: img) | unknown property, property: custom_width, path: @(tag: img)",
    ],
    [
      "an arrangement nobody knows",
      { tag: "img_combination", combination_mode: "quad", img_list: [{ img_key: "img_1" }] },
      "11310 @(tag: img_combination) | emulated: combination_mode must be one of: double, triple, bisect, trisect, but: quad",
    ],
    [
      "a person without id",
      { tag: "person", user_id: "" },
      "100290 @(tag: person) | emulated: empty user id",
    ],
    [
      "no lines of people",
      { tag: "person_list", persons: [], lines: 0 },
      "11310 @(tag: person_list) | emulated: lines must be an integer of [1,∞), but: 0",
    ],
    [
      "sound that is no file",
      { tag: "audio", file_key: "x" },
      "300240 @(tag: audio) | This application cannot retrieve audio information. Please check if the application used for uploading audio is the same as the one used for sending messages",
    ],
  ])("refuses %s", (_what, component, line) => {
    expect(problemsOf(component)[0]).toBe(line);
  });

  it("a custom colour or size is known once the card defines it", () => {
    const text = { tag: "div", text: { ...plain("x"), text_color: "cus-0", text_size: "cus-1" } };
    const style = {
      color: { "cus-0": { light_mode: "rgba(5,157,178,0.52)", dark_mode: "rgba(0, 0, 0, 1)" } },
    };
    expect(problemsOf(text)).toHaveLength(1);
    expect(problems({ ...card(text), config: { style } })).toEqual([]);
  });

  it("sound is not forwarded and its id is unique", () => {
    const audio = { tag: "audio", file_key: "file_v3_1", audio_id: "1" };
    expect(problems(card(audio, audio))).toEqual([
      "300230 ROOT -> body -> elements -> [1](tag: audio) | duplicate audio id",
      "300220 ROOT | audio elem don't support forward",
    ]);
    expect(problems({ ...card(audio), config: { enable_forward: false } })).toEqual([]);
  });
});

describe("pictures and people only the platform knows", () => {
  const known = { image: (key: string) => key === "img_v3_1", user: (id: string) => id === "ou_1" };
  const codes = (component: Json) =>
    checkCard(card(component), { mode: "documented" }, known).map(({ code, message }) => [code, message]);

  it("an image nobody uploaded is refused", () => {
    expect(codes(img)).toEqual([]);
    expect(codes({ ...img, img_key: "img_v3_2" })).toEqual([[200570, "image key img_v3_2"]]);
    expect(codes({ tag: "markdown", content: "![x](img_v3_2)" })).toEqual([[200570, "image key img_v3_2"]]);
  });

  it("a person who does not exist is refused", () => {
    expect(codes({ tag: "person", user_id: "ou_1" })).toEqual([]);
    expect(codes({ tag: "person", user_id: "ou_2" })).toEqual([[100290, "ou_2"]]);
    expect(codes({ tag: "markdown", content: "<at ids=ou_1,ou_3></at><at id='all'></at>" })).toEqual([
      [100290, "ou_3"],
    ]);
    expect(codes({ tag: "person_list", persons: [{ id: "ou_1" }, { id: "ou_4" }] })).toEqual([
      [100290, "ou_4"],
    ]);
  });

  it("unless the list drops whoever does not exist", () => {
    expect(codes({ tag: "person_list", persons: [{ id: "ou_4" }], drop_invalid_user_id: true })).toEqual([]);
  });
});
