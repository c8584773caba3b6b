import type { AskedFigure, How } from "./asked-figure.ts";
import type { Heard } from "./heard.ts";
import type { Intent } from "./intent.ts";

/** A figure put together in one of these ways: as it is, the largest, those above a bound, their sum, over time. */
export function figure(...ways: Array<How["kind"]>): (heard: Heard) => Intent | null {
  return ({ figure, when }) =>
    figure && ways.includes(figure.how.kind) && !asksPlainRanking(figure)
      ? // What is asked for over time is of no one quarter.
        { kind: "figure", ...figure, ...(figure.how.kind === "trend" ? {} : when) }
      : null;
}

/** Ends of the ranking are shown as such, with everything a ranking says. */
function asksPlainRanking({ figure, whom, how }: AskedFigure): boolean {
  return whom === "all" && (figure.kind === "score" || figure.kind === "place") && how.kind === "ends";
}
