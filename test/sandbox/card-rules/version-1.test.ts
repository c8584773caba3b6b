import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type CardMode, judgeCard } from "../../../src/sandbox/card-rules/check-card.ts";
import { type Json, plain } from "./cards.ts";

// JSON 1.0 ignores unknown properties (JSON 2.0 change notes) and is sent by most public bots
// (feishu-contract 11).

const modes: readonly CardMode[] = ["observed", "documented"];
const rulesOf = (card: unknown, mode: CardMode = "observed") =>
  judgeCard(card, { mode }).problems.map(({ rule }) => rule);
const md = (content: string) => ({ tag: "lark_md", content });

const everything: Json = {
  config: { wide_screen_mode: true, update_multi: false, compact_width: true, enable_forward: true },
  card_link: { url: "https://example.com" },
  header: {
    template: "turquoise",
    title: { tag: "plain_text", content: "Deploy", i18n: { zh_cn: "发布", en_us: "Deploy" } },
    ud_icon: { token: "done_outlined", style: { color: "green" } },
  },
  elements: [
    {
      tag: "div",
      text: md("**api** 1.4.2"),
      fields: [
        { is_short: true, text: md("**Who**\nAnna") },
        { is_short: true, text: md("**When**\n10:30") },
      ],
      extra: { tag: "img", img_key: "img_v2_1", alt: plain("") },
    },
    { tag: "img", img_key: "img_v2_1", mode: "fit_horizontal", custom_width: 300, alt: plain("") },
    { tag: "markdown", content: "[log]($log)", href: { log: { url: "https://example.com/log" } } },
    { tag: "hr" },
    {
      tag: "action",
      layout: "bisected",
      actions: [
        {
          tag: "button",
          text: md("Roll back"),
          type: "danger",
          value: { id: 1 },
          confirm: { title: plain("?") },
        },
        { tag: "button", text: plain("Open"), url: "https://example.com" },
        { tag: "select_static", placeholder: plain("To"), options: [{ text: plain("A"), value: "a" }] },
        { tag: "select_person", placeholder: plain("Who") },
        { tag: "overflow", options: [{ text: plain("Mute"), value: "mute", url: "https://example.com" }] },
        { tag: "date_picker", initial_date: "2026-01-01" },
      ],
    },
    {
      tag: "note",
      elements: [{ tag: "img", img_key: "img_v2_1", alt: plain("") }, plain("from the pipeline")],
    },
  ],
};

describe("a card of JSON 1.0", () => {
  it.each(modes)("is accepted with everything it can have, by what is %s", (mode) => {
    const { problems, version } = judgeCard(everything, { mode });
    expect([problems, version]).toEqual([[], 1]);
    expect(rulesOf({ schema: "1.0", ...everything }, mode)).toEqual([]);
  });

  it.each(modes)("may keep its elements by language only (%s)", (mode) => {
    expect(rulesOf({ i18n_elements: { zh_cn: everything.elements, en_us: [] } }, mode)).toEqual([]);
  });

  it.each(modes)("may be blank (%s)", (mode) => {
    for (const card of [{}, { elements: [] }, { header: { title: plain("x") } }]) {
      expect(rulesOf(card, mode)).toEqual([]);
    }
  });

  it("is passed over where it has what it does not know, at any depth", () => {
    const strange = { surprise: 1, tag: "div", text: { ...plain("x"), glow: true } };
    expect(rulesOf({ elements: [strange], confetti: true })).toEqual([]);
  });

  it("mixed with the body of 2.0 is taken, and its body named as ignored", () => {
    const mixed = { elements: [{ tag: "hr" }], body: { elements: [{ tag: "nonsense" }] } };
    expect(judgeCard(mixed)).toEqual({ version: 1, problems: [], ignored: ["body"] });
  });

  it("keeps its own length of words and steps", () => {
    const loose = { tag: "button", type: "warning", size: "huge", text: plain("x".repeat(200)) };
    expect(rulesOf({ elements: [{ tag: "action", actions: [loose] }] })).toEqual([]);
  });
});

describe("a card of JSON 1.0 is refused", () => {
  it.each<[string, unknown, string]>([
    ["when a property has another type", { elements: {} }, "wrong-type"],
    [
      "when a text is a number",
      { elements: [{ tag: "div", text: { tag: "lark_md", content: 5 } }] },
      "wrong-type",
    ],
    ["when its picture has no key", { elements: [{ tag: "img", img_key: "x" }] }, "image"],
    ["when its chart is none", { elements: [{ tag: "chart", chart_spec: { type: "potato" } }] }, "chart"],
    [
      "when its form has nothing to submit with",
      { elements: [{ tag: "form", name: "f", elements: [{ tag: "input", name: "a" }] }] },
      "form-submit",
    ],
    [
      "when it is longer than 30 KB",
      { elements: [{ tag: "markdown", content: "字".repeat(10_500) }] },
      "size",
    ],
  ])("%s", (_when, card, rule) => {
    for (const mode of modes) expect(rulesOf(card, mode)).toEqual([rule]);
  });

  it("for an unknown component only by the pages: nobody has seen the platform's answer", () => {
    const card = { elements: [{ tag: "hologram" }] };
    expect([rulesOf(card), rulesOf(card, "documented")]).toEqual([[], ["unknown-tag"]]);
  });

  it("in each language it has", () => {
    const card = { i18n_elements: { zh_cn: [], en_us: [{ tag: "img", img_key: "x" }] } };
    expect(rulesOf(card)).toEqual(["image"]);
  });

  it("with its path from the root", () => {
    const [problem] = judgeCard({ elements: [{ tag: "img", img_key: "x" }] }).problems;
    expect(problem?.path).toBe("ROOT -> elements -> [0](tag: img)");
  });
});

it("never throws, whatever stands in it", () => {
  const tag = fc.constantFrom("action", "note", "div", "img", "form", "column_set", "button", "nothing");
  const component = fc
    .tuple(tag, fc.dictionary(fc.string(), fc.jsonValue()))
    .map(([name, rest]) => ({ ...rest, tag: name }));
  fc.assert(
    fc.property(fc.array(component), fc.constantFrom(...modes), (elements, mode) =>
      Array.isArray(rulesOf({ elements }, mode)),
    ),
  );
});
