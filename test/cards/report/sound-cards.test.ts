import { describe, expect, it } from "vitest";
import { parseAction } from "../../../cards/action.ts";
import { cardSchema } from "../../../cards/card.ts";
import { cardBytes } from "../../../cards/size.ts";
import { LOCALES } from "../../../src/domain/programme/people.ts";
import { checkCard } from "../../../src/sandbox/card-rules/check-card.ts";
import { qikou, realPack, viewOf, villages, worst } from "./case.ts";
import { everyCard } from "./every-card.ts";

// Every card of a report, in both languages, for a usual quarter and for the largest content.

type Tagged = Record<string, unknown> & { tag: string };

const views = LOCALES.flatMap((locale) => [
  { of: `a usual quarter (${locale})`, view: viewOf(qikou(), { locale }) },
  { of: `the fullest report of the real pack (${locale})`, view: worst(realPack, locale) },
  { of: `the fullest report of another pack (${locale})`, view: worst(villages, locale) },
]);

describe.each(views)("$of", ({ view }) => {
  const cards = everyCard(view);

  it.each(cards)("%s is a card the platform takes", (_, card) => {
    expect(cardSchema.safeParse(card).error).toBeUndefined();
    expect(checkCard(card, { mode: "documented" })).toEqual([]);
    expect(checkCard(card, { mode: "observed" })).toEqual([]);
  });

  it.each(cards)("%s stays under 26 KB and 180 elements", (_, card) => {
    expect(cardBytes(card)).toBeLessThan(26_000);
    expect(tagged(card).length).toBeLessThan(180);
  });

  it.each(cards)("%s has names and labels on everything that is typed or pressed", (_, card) => {
    const parts = tagged(card);
    const names = parts.flatMap((part) => (typeof part.name === "string" ? [part.name] : []));
    expect(new Set(names).size).toBe(names.length);
    for (const box of parts.filter((part) => part.tag === "input"))
      expect(JSON.stringify(box.label)).toMatch(/"content":".+"/);
    for (const button of parts.filter((part) => part.tag === "button")) expectAction(button);
  });
});

function expectAction(button: Tagged): void {
  const [behaviour] = Array.isArray(button.behaviors) ? button.behaviors : [];
  const action = parseAction(behaviour?.value);
  expect(action, JSON.stringify(button)).not.toBeNull();
  if (button.form_action_type === "submit")
    expect(parseAction(undefined, String(button.name))).toEqual(action);
}

/** Every object with a tag, texts included, as the platform is assumed to count. */
function tagged(part: unknown): Tagged[] {
  if (Array.isArray(part)) return part.flatMap(tagged);
  if (typeof part !== "object" || part === null) return [];
  const inside = Object.values(part).flatMap(tagged);
  return "tag" in part && typeof part.tag === "string" ? [{ ...part, tag: part.tag }, ...inside] : inside;
}
