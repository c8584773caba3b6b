import type { Locale } from "../../src/domain/programme/people.ts";
import { roundHalfUp } from "../../src/domain/scoring/round-half-up.ts";
import type { TownStatus } from "../../src/domain/views.ts";
import type { CardElement } from "../card.ts";
import { md } from "../elements.ts";
import { periodName, shortPeriodName } from "../names.ts";
import { barPicture } from "../picture/bar-picture.ts";
import { LIGHT_COLOURS } from "../picture/colours.ts";
import { quarterName } from "../picture/quarter-name.ts";
import { askText } from "../text/ask.ts";
import { lightTerm } from "../text/terms.ts";

/** Quarters shown: with the running one, a year. A question for the score shows more. */
const SHOWN = 3;

/**
 * A town's published scores by quarter, the newest on top, with places and in the colours of the lights. `words`: what the
 * card does not say elsewhere, the quarters before the newest and those without a score.
 */
export function historyElements(view: {
  status: Pick<TownStatus, "history">;
  locale: Locale;
  forAll?: true;
}): { picture: CardElement[]; words: Array<Extract<CardElement, { tag: "markdown" }>> } {
  const { status, locale, forAll } = view;
  const text = askText(locale);
  const shown = status.history.slice(-SHOWN).toReversed();
  const scored = shown.flatMap(({ score, ...quarter }) =>
    score === null ? [] : [{ ...quarter, score: roundHalfUp(score, 2) }],
  );
  const gaps = shown.filter(({ score }) => score === null).map(({ period }) => periodName(period, locale));
  const place = (rank: number | null) => (rank === null ? "" : forAll ? `#${rank}` : text.place(rank));
  const bars = scored.map(({ period, score, rank, light }) => ({
    name: `${quarterName(period, view)} ${place(rank)}`.trim(),
    value: score,
    shown: score.toFixed(2),
    kind: lightTerm(light, locale).text,
    colour: LIGHT_COLOURS[light],
  }));
  const earlier = scored.slice(1).map(({ period, score, rank, light }) => {
    const named = rank === null ? "" : text.place(rank);
    return text.earlierScore(
      shortPeriodName(period, locale),
      score.toFixed(2),
      named,
      lightTerm(light, locale).text,
    );
  });
  const lines = [
    ...(earlier.length > 0 ? [text.earlier(earlier)] : []),
    ...(gaps.length > 0 ? [text.gaps(gaps.toReversed())] : []),
  ];
  return {
    picture: bars.length > 0 ? [barPicture(bars, { whole: 100 })] : [],
    words: lines.length > 0 ? [md(lines.join("<br>"), "notation")] : [],
  };
}
