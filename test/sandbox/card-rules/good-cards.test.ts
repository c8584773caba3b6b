import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { checkCard } from "../../../src/sandbox/card-rules/check-card.ts";
import { card, type Json, problems } from "./cards.ts";
import { framed, goodCards } from "./good-cards.ts";
import { display } from "./good-display.ts";
import { filled, fullForm } from "./good-fields.ts";
import { pressed } from "./good-pressed.ts";

const documentedTags = [
  ...[
    "audio",
    "button",
    "chart",
    "checker",
    "collapsible_panel",
    "column",
    "column_set",
    "date_picker",
    "div",
  ],
  ...[
    "form",
    "hr",
    "img",
    "img_combination",
    "input",
    "interactive_container",
    "markdown",
    "multi_select_person",
  ],
  ...[
    "multi_select_static",
    "overflow",
    "person",
    "person_list",
    "picker_datetime",
    "picker_time",
    "select_img",
  ],
  ...["select_person", "select_static", "table"],
];

describe("cards the platform accepts", () => {
  it.each(Object.entries({ ...display, ...pressed, form: fullForm }))(
    "%s with all its properties",
    (_tag, component) => {
      expect(problems(framed([component]))).toEqual([]);
    },
  );

  it("the least of every component", () => {
    const least: Json[] = [
      { tag: "div" },
      { tag: "markdown", content: "" },
      { tag: "img", img_key: "img_v2_1", alt: { tag: "plain_text", content: "" } },
      { tag: "table", columns: [{ name: "a" }], rows: [] },
      { tag: "button" },
      { tag: "input" },
      { tag: "select_static" },
      { tag: "select_person" },
      { tag: "date_picker", initial_date: "2026-01-01" },
      { tag: "checker" },
      { tag: "collapsible_panel", header: {} },
      { tag: "column_set", columns: [] },
      { tag: "interactive_container", elements: [], behaviors: [] },
    ];
    expect(problems(card(...least))).toEqual([]);
  });

  it("a blank card", () => {
    expect(problems({})).toEqual([]);
    expect(problems({ schema: "2.0" })).toEqual([]);
  });

  it("every component of the platform is among these cards", () => {
    const tags = [...Object.keys(display), ...Object.keys(pressed), ...Object.keys(filled), "form", "column"];
    expect(tags.sort()).toEqual(documentedTags);
  });
});

/** Objects with arbitrary keys, and text columns, which accept anything. */
const free = new Set(["value", "chart_spec", "text_size", "color"]);
const anyCell = new Set(["town", "link", "notes"]);
type Path = (string | number)[];

function paths(value: unknown, wanted: (value: unknown, property: string) => boolean, at: Path = []): Path[] {
  const here = wanted(value, String(at.at(-1) ?? "")) ? [at] : [];
  if (typeof value !== "object" || value === null) return here;
  return [
    ...here,
    ...Object.entries(value).flatMap(([key, item]) => {
      if (anyCell.has(key) || (free.has(key) && typeof item === "object")) return [];
      return paths(item, wanted, [...at, Array.isArray(value) ? Number(key) : key]);
    }),
  ];
}

function changed(value: unknown, path: Path, change: (value: unknown) => unknown): unknown {
  const [key, ...rest] = path;
  if (key === undefined) return change(value);
  if (Array.isArray(value))
    return value.map((item, index) => (index === key ? changed(item, rest, change) : item));
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, item]) => [name, name === key ? changed(item, rest, change) : item]),
  );
}

const isPlainObject = (value: unknown) =>
  typeof value === "object" && value !== null && !Array.isArray(value);

describe("a good card with one thing wrong", () => {
  const objects = goodCards.flatMap((good) => paths(good, isPlainObject).map((path) => ({ good, path })));

  it("no object takes a property that nobody documented", () => {
    const accepted = objects.filter(({ good, path }) => {
      const bad = changed(good, path, (value) => Object.assign({ surprise: 1 }, value));
      return problems(bad).length === 0;
    });
    expect(accepted.map(({ path }) => path.join("."))).toEqual([]);
  });

  it("no property takes a value of another type", () => {
    const scalars = goodCards.flatMap((good) =>
      paths(good, (value, name) => typeof value !== "object" && name !== "schema").map((path) => ({
        good,
        path,
      })),
    );
    const accepted = scalars.filter(
      ({ good, path }) => problems(changed(good, path, () => [[]])).length === 0,
    );
    expect(accepted.map(({ path }) => path.join("."))).toEqual([]);
  });

  it("no property takes null", () => {
    const values = goodCards.flatMap((good) =>
      paths(good, (value) => value !== good).map((path) => ({ good, path })),
    );
    const accepted = values.filter(
      ({ good, path }) => problems(changed(good, path, () => null)).length === 0,
    );
    expect(accepted.map(({ path }) => path.join("."))).toEqual([]);
  });
});

describe("any JSON at all", () => {
  it("never throws", () => {
    fc.assert(fc.property(fc.jsonValue(), (value) => Array.isArray(checkCard(value))));
  });

  it("never throws inside a card", () => {
    const tags = fc.constantFrom(
      ...Object.keys({ ...display, ...pressed, ...filled }),
      "form",
      "column",
      "note",
    );
    const component = fc
      .tuple(tags, fc.dictionary(fc.string(), fc.jsonValue()))
      .map(([tag, rest]) => ({ ...rest, tag }));
    fc.assert(fc.property(fc.array(component), (elements) => Array.isArray(checkCard(card(...elements)))));
  });

  it("never throws with any value in the place of any other", () => {
    const places = goodCards.flatMap((good) => paths(good, () => true).map((path) => ({ good, path })));
    fc.assert(
      fc.property(fc.constantFrom(...places), fc.jsonValue(), ({ good, path }, value) =>
        Array.isArray(checkCard(changed(good, path, () => value))),
      ),
      { numRuns: 500 },
    );
  });

  it("never throws on what is not JSON", () => {
    const circle: Json = { schema: "2.0" };
    circle.body = circle;
    let deep: unknown = [];
    for (let level = 0; level < 100_000; level++) deep = [deep];
    const strange = [undefined, Number.NaN, 1n, () => 1, Symbol("x"), circle, deep, { toJSON: () => 1 }];
    for (const value of strange) expect(checkCard(value)).not.toEqual([]);
    for (const value of strange.slice(1))
      expect(() => checkCard(card({ tag: "button", value }))).not.toThrow();
  });
});
