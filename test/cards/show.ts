import type { Card } from "../../cards/card.ts";

/** A card named after the function that drew it and the case it was drawn for. */
export type Shown = [name: string, card: Card];

/** The cards of a card function for all its cases: `show(missingCard, { "nobody yet": view })`. */
export function show<View>(draw: (view: View) => Card, cases: Record<string, NoInfer<View>>): Shown[] {
  return Object.entries(cases).map(([name, view]) => [`${draw.name} ${name}`.trim(), draw(view)]);
}
