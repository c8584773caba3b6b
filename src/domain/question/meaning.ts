import { type Figure, isResult } from "./figure.ts";
import { figureValue, type TownFacts } from "./reckon.ts";

/**
 * What a figure of one town means beside others: what was invested and its share of the year's plan, how it stands against the schedule, progress against
 * what was planned, the place among all towns of a published quarter (`of` of them have the figure), a score's change.
 */
export type Meaning = {
  invested: number | null;
  share: number | null;
  plan: number | null;
  pace: number | null;
  planned: number | null;
  score: number | null;
  gain: number | null;
  place: { place: number; of: number } | null;
};

const MONEY: ReadonlyArray<Figure["kind"]> = ["invested", "share", "pace", "light", "plan"];

/** Figures in which many are equal, so that a place says nothing. */
const UNPLACED: ReadonlyArray<Figure["kind"]> = ["light", "points", "photos"];
/** Figures that are told beside what was invested. */
const INVESTED: ReadonlyArray<Figure["kind"]> = ["share", "pace", "light", "plan", "funds", "fund"];

/** `all`: the facts of every town of the same quarter, where that is published. */
export function meaningOf(figure: Figure, fact: TownFacts, all: TownFacts[]): Meaning {
  const value = (kind: "invested" | "share" | "plan" | "pace" | "score" | "gain") =>
    figureValue({ kind }, fact);
  const money = MONEY.includes(figure.kind);
  const scored = isResult(figure) && figure.kind !== "points";
  return {
    invested: INVESTED.includes(figure.kind) ? value("invested") : null,
    share: money ? value("share") : null,
    plan: money ? value("plan") : null,
    pace: money ? value("pace") : null,
    planned: figure.kind === "image" ? (fact.frozen?.values.image_planned ?? null) : null,
    score: figure.kind === "place" ? value("score") : null,
    gain: scored ? value("gain") : null,
    place:
      figure.kind === "place" || figure.kind === "score"
        ? ownPlace(fact, all)
        : placeAmong(figure, fact, all),
  };
}

function ownPlace({ frozen }: TownFacts, all: TownFacts[]): Meaning["place"] {
  const place = frozen?.row.rank ?? null;
  return place === null ? null : { place, of: all.filter((one) => one.frozen?.row.rank != null).length };
}

/** The place by the figure itself, the largest first; null where there is nobody to be compared with. */
function placeAmong(figure: Figure, fact: TownFacts, all: TownFacts[]): Meaning["place"] {
  const own = figureValue(figure, fact);
  if (own === null || UNPLACED.includes(figure.kind)) return null;
  const values = all.map((one) => figureValue(figure, one)).filter((value) => value !== null);
  if (values.length < 2) return null;
  return { place: values.filter((value) => value > own).length + 1, of: values.length };
}
