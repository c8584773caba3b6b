import type { Locale } from "../../src/domain/programme/people.ts";
import type { Programme } from "../../src/domain/programme/programme.ts";
import type { Figure } from "../../src/domain/question/figure.ts";
import { LIGHT_ORDER } from "../../src/domain/question/reckon.ts";
import { formatAmount, formatPercent } from "../../src/domain/reading/numbers.ts";
import type { Light } from "../../src/domain/scoring/lights.ts";
import { roundHalfUp } from "../../src/domain/scoring/round-half-up.ts";
import { nameOf } from "../names.ts";
import { pointsText, signedPoints } from "../ranking/points.ts";
import { partLabel } from "../ranking/score-parts.ts";
import { figureText } from "../text/figures.ts";
import { rankingText } from "../text/ranking.ts";
import { lightTerm } from "../text/terms.ts";

/** The name of a figure: the pack's, or the programme's term. */
export function figureName(figure: Figure, programme: Programme, locale: Locale): string {
  if (!("id" in figure)) return figureText(locale).measures[figure.kind];
  if (figure.kind === "points") {
    const label = partLabel(programme.scheme, figure.id, { text: rankingText(locale), locale });
    return figureText(locale).pointsOf(label);
  }
  const things =
    figure.kind === "fund"
      ? programme.fundSources
      : figure.kind === "area"
        ? programme.areas
        : programme.areas.flatMap(({ items }) => items);
  const thing = things.find(({ id }) => id === figure.id);
  return thing ? nameOf(thing, locale) : figure.id;
}

/** A figure with its unit in words. */
export function printed(figure: Figure, value: number, programme: Programme, locale: Locale): string {
  const text = figureText(locale);
  const number = numeral(figure, value, programme);
  switch (figure.kind) {
    case "invested":
    case "plan":
    case "funds":
    case "fund":
      return text.money(number);
    case "pace":
      return text.apart(number);
    case "light":
      return lightText(LIGHT_ORDER[value] ?? "grey", locale);
    case "score":
    case "points":
    case "gain":
      return text.points(number);
    case "photos":
      return text.photos(value);
    case "place":
      return text.place(value);
    default:
      return number;
  }
}

/** The same without words, as readers of both languages read it. */
export function numeral({ kind }: Figure, value: number, programme: Programme): string {
  const decimals = Math.min(2, programme.scheme.decimals);
  switch (kind) {
    case "invested":
    case "plan":
    case "funds":
    case "fund":
      return formatAmount(value);
    case "pace":
      return signedPoints(roundHalfUp(value, 1), 1);
    case "photos":
      return String(value);
    case "score":
    case "points":
      return pointsText(value, decimals);
    case "gain":
      return signedPoints(value, decimals);
    default:
      return formatPercent(roundHalfUp(value, 1));
  }
}

function lightText(light: Light, locale: Locale): string {
  const text = figureText(locale);
  return text.light(text.lights[light], lightTerm(light, locale).text);
}
