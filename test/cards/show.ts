import type { Card } from "../../cards/card.ts";

/** A card named after the function that drew it and the case it was drawn for. */
export type Shown = [name: string, card: Card];

/** The cards of a card function for all its cases: `show(missingCard, { "nobody yet": view })`. */
export function show<View>(draw: (view: View) => Card, cases: Record<string, NoInfer<View>>): Shown[] {
  return Object.entries(cases).map(([name, view]) => [`${draw.name} ${name}`.trim(), draw(view)]);
}

/** Each card once, under the first name that shows it: what many readers see alike is looked at once. */
export function distinct(cards: readonly Shown[]): Shown[] {
  const seen = new Map<string, Shown>();
  for (const shown of cards) {
    const content = JSON.stringify(shown[1]);
    if (!seen.has(content)) seen.set(content, shown);
  }
  return [...seen.values()];
}
