// What can be asked for: the measures every programme has, and the figures its pack names.

/**
 * Figures every programme has. `share`: invested of the year's plan; `pace`: that share against the schedule, in
 * percentage points; `light`: 0 grey, 1 red, 2 yellow, 3 green; `gain`: points against the quarter before; `photos`: filed.
 */
export type Measure =
  | "invested"
  | "plan"
  | "share"
  | "pace"
  | "light"
  | "image"
  | "funds"
  | "score"
  | "place"
  | "gain"
  | "photos";
/**
 * `fund`: a fund source; `area`: the done share of a content area; `item`: one item of one; `points`: what an indicator
 * of the scheme added to the score. `id` as in the pack.
 */
export type Figure = { kind: Measure } | { kind: "fund" | "area" | "item" | "points"; id: string };

/** Scores, points and places, which exist once a quarter is published. */
export function isResult({ kind }: Figure): boolean {
  return kind === "score" || kind === "place" || kind === "gain" || kind === "points";
}

const FROZEN: ReadonlyArray<Figure["kind"]> = ["invested", "light", "image", "area"];

/** What a published result holds itself, so that no report has to be read for it. */
export function isFrozen(figure: Figure): boolean {
  return isResult(figure) || FROZEN.includes(figure.kind);
}

/** What sums up from the beginning of the year, so that a part of the year is a difference of two quarters. */
export function isCumulative({ kind }: Figure): boolean {
  return kind === "invested" || kind === "funds" || kind === "fund";
}

/** What cannot be added up: of several towns the mean is meant. `share` is of the towns' money together. */
const RATES: ReadonlyArray<Figure["kind"]> = [
  "image",
  "pace",
  "light",
  "score",
  "points",
  "place",
  "gain",
  "area",
  "item",
];

/** Whether towns' figures of this kind make a mean rather than a sum. */
export function isRate({ kind }: Figure): boolean {
  return RATES.includes(kind);
}
