import { townBySlug } from "../../src/domain/programme/programme.ts";
import { formatPercent } from "../../src/domain/reading/numbers.ts";
import { roundHalfUp } from "../../src/domain/scoring/round-half-up.ts";
import type { CardElement } from "../card.ts";
import { md } from "../elements.ts";
import { shortPeriodName } from "../names.ts";
import { barPicture, MOST_BARS } from "../picture/bar-picture.ts";
import { chartName } from "../picture/chart-name.ts";
import { LIGHT_COLOURS } from "../picture/colours.ts";
import { lightLegend } from "../picture/light-legend.ts";
import { pictureText } from "../text/picture.ts";
import { lightTerm } from "../text/terms.ts";
import { townOf } from "./row-line.ts";
import type { DigestView } from "./view.ts";

/** Investment against the schedule by town, furthest behind on top, and the same in words. Empty without any figure. */
export function pacePicture(view: DigestView): CardElement[] {
  const { facts, programme, locale } = view;
  const { paces } = facts;
  const known = paces?.rows.filter(({ ratio }) => ratio !== null) ?? [];
  if (!paces || known.length === 0) return [];
  const text = pictureText(locale);
  const bars = paces.rows.slice(0, MOST_BARS).flatMap(({ town: slug, ratio, light }) => {
    const town = townBySlug(programme, slug);
    if (!town) return [];
    const percent = ratio === null ? null : roundHalfUp(ratio * 100, 1);
    return {
      name: chartName(town, view),
      value: percent,
      shown: percent === null ? "" : formatPercent(percent),
      kind: lightTerm(light, locale).text,
      colour: LIGHT_COLOURS[light],
    };
  });
  const unknown = paces.rows.length - known.length;
  const told = [
    lightLegend(known, ({ town }) => townOf(view, town), locale),
    unknown > 0 ? text.noFigure(unknown) : "",
  ].join("");
  const left = paces.rows.length - MOST_BARS;
  return [
    md(text.pace(shortPeriodName(paces.period, locale), paces.published), "notation"),
    barPicture(bars, { line: 100 }),
    md(told),
    ...(left > 0 ? [md(text.moreTowns(left), "notation")] : []),
  ];
}
