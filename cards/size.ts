import type { Card } from "./card.ts";

/** Below the platform's 30 KB and 200 elements, in case it counts differently. */
const MOST_BYTES = 24_000;
const MOST_ELEMENTS = 145;

/** The first of these cards that can be sent; the last one if none can. */
export function firstToFit(drawings: ReadonlyArray<() => Card>): Card {
  const [draw, ...less] = drawings;
  if (!draw) throw new Error("nothing to draw");
  const one = draw();
  return less.length === 0 || fits(one) ? one : firstToFit(less);
}

/** Whether a card is safely within the platform's limits. */
export function fits(one: Card): boolean {
  const elements = JSON.stringify(one).match(/"tag":/g)?.length ?? 0;
  return cardBytes(one) <= MOST_BYTES && elements <= MOST_ELEMENTS;
}

/** UTF-8 bytes of a card as sent; the platform refuses 30 KB. */
export function cardBytes(value: Card): number {
  return new TextEncoder().encode(JSON.stringify(value)).length;
}
