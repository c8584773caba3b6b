import type { Figure } from "../../src/domain/question/figure.ts";
import { roundHalfUp } from "../../src/domain/scoring/round-half-up.ts";
import type { CardElement } from "../card.ts";
import { md } from "../elements.ts";
import { shortPeriodName } from "../names.ts";
import { barPicture } from "../picture/bar-picture.ts";
import { ASKED, BEFORE } from "../picture/colours.ts";
import { quarterName } from "../picture/quarter-name.ts";
import { askText } from "../text/ask.ts";
import type { FigureView } from "./figure-view.ts";
import { numeral, printed } from "./printed-figure.ts";

/** Figures out of a hundred. */
const PERCENT: ReadonlySet<Figure["kind"]> = new Set(["share", "image", "area", "item", "score"]);

/** A town's figure in its quarters: as a picture, and the quarters before the one asked about in words. */
export function figureByQuarter(view: FigureView): { picture: CardElement[]; words: CardElement[] } {
  return { picture: quartersPicture(view), words: earlierFigures(view) };
}

/** The newest quarter on top, the one asked about in a colour of its own. Places and lights have no length. */
function quartersPicture(view: FigureView): CardElement[] {
  const { asked, quarters, programme, period, forAll, locale } = view;
  const { kind } = asked.figure;
  if (quarters.length === 0 || kind === "place" || kind === "light") return [];
  return [
    barPicture(
      quarters.toReversed().map(({ period: of, value }) => ({
        name: quarterName(of, view),
        value: roundHalfUp(value, 2),
        shown: forAll
          ? numeral(asked.figure, value, programme)
          : printed(asked.figure, value, programme, locale),
        kind: quarterName(of, view),
        colour: of === period ? ASKED : BEFORE,
      })),
      PERCENT.has(kind) ? { whole: 100 } : {},
    ),
  ];
}

/** The picture's earlier quarters in words. */
function earlierFigures({ asked, quarters, programme, period, locale }: FigureView): CardElement[] {
  const text = askText(locale);
  const earlier = quarters
    .filter(({ period: of }) => of !== period)
    .map(({ period: of, value }) =>
      text.earlierFigure(shortPeriodName(of, locale), printed(asked.figure, value, programme, locale)),
    );
  return earlier.length === 0 ? [] : [md(text.earlier(earlier.toReversed()), "notation")];
}
