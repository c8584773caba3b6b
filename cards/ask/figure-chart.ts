import type { Figure } from "../../src/domain/question/figure.ts";
import { roundHalfUp } from "../../src/domain/scoring/round-half-up.ts";
import type { CardElement } from "../card.ts";
import { distinctTownName } from "../names.ts";
import { barPicture } from "../picture/bar-picture.ts";
import { ASKED } from "../picture/colours.ts";
import type { FigureView } from "./figure-view.ts";
import { figureName, numeral, printed } from "./printed-figure.ts";

/** Fewer lines are read faster than looked at; more than a screen holds are left to the list. */
const [LEAST, MOST] = [4, 10];
/** Figures whose sizes say nothing by their length, or fall on both sides of nothing. */
const UNDRAWN: ReadonlyArray<Figure["kind"]> = ["light", "place", "photos", "pace", "gain"];

/** Bars of the towns a question was about, in the order of their list; nothing where words are enough. */
export function figureChart({ asked, reckoned, programme, forAll, locale }: FigureView): CardElement[] {
  const { figure, how } = asked;
  const { lines } = reckoned;
  if (lines.length < LEAST || UNDRAWN.includes(figure.kind) || how.kind === "part") return [];
  const kind = figureName(figure, programme, locale);
  return [
    barPicture(
      lines.slice(0, MOST).map(({ town, value }) => ({
        name: forAll ? `${town.short} ${town.nameEn}` : distinctTownName(programme, town, locale),
        value: roundHalfUp(value, 2),
        shown: forAll ? numeral(figure, value, programme) : printed(figure, value, programme, locale),
        kind: forAll ? "" : kind,
        colour: ASKED,
      })),
    ),
  ];
}
