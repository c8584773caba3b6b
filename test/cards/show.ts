import type { Card } from "../../cards/card.ts";

/** A drawn card under the name of the function that drew it and of the case it was drawn for. */
export type Shown = [name: string, card: Card];

/** What a card function draws for each of its cases: `show(missingCard, { "nobody yet": view })`. */
export function show<View>(draw: (view: View) => Card, cases: Record<string, NoInfer<View>>): Shown[] {
  return Object.entries(cases).map(([name, view]) => [`${draw.name} ${name}`.trim(), draw(view)]);
}
