import type { Locale } from "../../src/domain/programme/people.ts";
import type { Programme } from "../../src/domain/programme/programme.ts";
import type { Figure } from "../../src/domain/question/figure.ts";
import type { Meaning } from "../../src/domain/question/meaning.ts";
import { formatAmount, formatPercent } from "../../src/domain/reading/numbers.ts";
import { roundHalfUp } from "../../src/domain/scoring/round-half-up.ts";
import { pointsText, signedPoints } from "../ranking/points.ts";
import { figureText } from "../text/figures.ts";

/** What a figure means: its share of the plan, how it stands against the schedule, its place. Empty where nothing is known. */
export function meaningLine(figure: Figure, meaning: Meaning, programme: Programme, locale: Locale): string {
  const text = figureText(locale).means;
  const { invested, share, plan, pace, planned, score, gain, place } = meaning;
  const parts = [
    ...(invested !== null ? [text.invested(formatAmount(invested))] : []),
    ...(share !== null && plan !== null && figure.kind !== "share"
      ? [text.share(formatPercent(roundHalfUp(share, 1)), formatAmount(plan))]
      : []),
    ...(pace !== null && figure.kind !== "pace" && figure.kind !== "plan" ? [paceText(pace, locale)] : []),
    ...(planned !== null ? [text.planned(formatPercent(roundHalfUp(planned, 1)))] : []),
    ...(score !== null ? [text.score(pointsText(score, 2))] : []),
    ...(gain !== null && figure.kind !== "gain" ? [text.gain(signedPoints(gain, 2))] : []),
    ...(place !== null && figure.kind !== "place" ? [text.place(place.place, place.of)] : []),
    ...fullMarks(figure, programme).map((points) => text.full(points)),
    ...(place !== null && figure.kind === "place" ? [text.of(place.of)] : []),
  ];
  return parts.length === 0 ? "" : text.sentence(parts);
}

function paceText(pace: number, locale: Locale): string {
  const { ahead, behind, level } = figureText(locale).means;
  const points = roundHalfUp(Math.abs(pace), 1);
  if (points === 0) return level;
  return (pace > 0 ? ahead : behind)(points.toFixed(1));
}

/** What an indicator of the scheme's first level adds at most, in points of 100. */
function fullMarks(figure: Figure, { scheme }: Programme): string[] {
  if (figure.kind !== "points") return [];
  const { children } = scheme.root;
  const all = children.reduce((sum, { weight }) => sum + weight, 0);
  return children
    .filter(({ id }) => id === figure.id)
    .map(({ weight }) => String(roundHalfUp((weight / all) * 100, 2)));
}
