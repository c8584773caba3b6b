import { describe, expect, it } from "vitest";
import type { Card } from "../../../cards/card.ts";
import { LOCALES } from "../../../src/domain/programme/people.ts";
import { parts } from "../../cards/report/look.ts";
import { everyCard } from "./registry.ts";
import { SIZES, settingOf } from "./setting.ts";

// Rules for every card with a form, tested in the process that draws all cards.

const BOXES = ["input", "select_static", "multi_select_static"];
/** Never preselected, because the person has to choose: town, addressee, indicator, department, area. */
const NEVER_PRESELECTED = ["town", "to", "indicator", "department", "area"];

/** Declares the tests. */
export function formRules(): void {
  const forms = SIZES.flatMap((size) =>
    LOCALES.flatMap((locale) =>
      everyCard(size, locale)
        .filter(([, card]) => formOf(card) !== undefined)
        .map(([name, card]) => ({ name, size, locale, card })),
    ),
  );

  describe("every form card", () => {
    it("is looked at", () => {
      expect(new Set(forms.map(({ name }) => name.split(" ")[0])).size).toBeGreaterThan(8);
    });

    it("has a way back that saves nothing: a button beside the form", () => {
      const without = forms.filter(
        ({ card }) =>
          !card.body.elements.some(
            (part) => part.tag !== "form" && parts(part).some(({ tag }) => tag === "button"),
          ),
      );
      expect([...new Set(without.map(({ name }) => name))]).toEqual([]);
    });

    it("gives each box a name a screen reader can say, its own on the card", () => {
      const faults = forms.flatMap(({ name, card }) => {
        const said = parts(formOf(card))
          .filter(({ tag }) => BOXES.includes(tag))
          .map(labelOf);
        const unsaid = said
          .filter((label) => label.trim() === "")
          .map(() => `${name}: a box without a label`);
        const twice = said
          .filter((label, i) => said.indexOf(label) !== i)
          .map((label) => `${name}: ${label} twice`);
        return [...unsaid, ...twice];
      });
      // The longest names of the sixteen projects have the same beginning; a label's first twenty characters do
      // not distinguish them.
      expect([...new Set(faults)].filter((fault) => !/^returnedCard image.*项{20}…/.test(fault))).toEqual([]);
    });

    it("is labelled in the language of the card", () => {
      const strays = forms
        .filter(({ locale, size }) => locale === "en" && size === "usual")
        .flatMap(({ name, card }) =>
          parts(formOf(card))
            .filter(({ tag }) => BOXES.includes(tag))
            .map(labelOf)
            .filter((label) => /[\u3400-\u9fff]/.test(label.replace(/古镇客栈群修缮|黄河码头景观带/g, "")))
            .map((label) => `${name}: ${label}`),
        );
      expect(strays).toEqual([]);
    });
  });

  describe("a drop-down that says whom something is about", () => {
    it("starts empty, and is not sent empty by the client", () => {
      const drops = forms
        .filter(({ name }) => /^newRecordCard\b/.test(name))
        .filter(({ name }) => !/refused|wrong|problem|again/.test(name))
        .flatMap(({ name, size, locale, card }) =>
          parts(formOf(card))
            .filter(
              ({ tag, name: box }) => tag === "select_static" && NEVER_PRESELECTED.includes(String(box)),
            )
            // The town these forms were opened about is known.
            .map((part) => ({ name, part, known: settingOf(size, locale).programme.towns[0]?.slug })),
        );
      expect(drops.length).toBeGreaterThan(4);
      // A select with a single option needs no choice.
      const several = drops.filter(({ part }) => Array.isArray(part.options) && part.options.length > 1);
      const isKnown = ({ part, known }: (typeof several)[number]) =>
        part.name === "town" && part.initial_option === known;
      const preselected = several.filter((drop) => drop.part.initial_option !== undefined && !isKnown(drop));
      expect([...new Set(preselected.map(({ name }) => name))]).toEqual([]);
      expect(several.every((drop) => drop.part.required === true || isKnown(drop))).toBe(true);
    });
  });
}

function formOf(card: Card) {
  return card.body.elements.find(({ tag }) => tag === "form");
}

function labelOf(part: Record<string, unknown>): string {
  const [label] = parts(part.label ?? part.placeholder);
  return typeof label?.content === "string" ? label.content : "";
}
