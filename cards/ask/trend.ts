import type { PeriodId } from "../../src/domain/calendar/period.ts";
import type { Locale } from "../../src/domain/programme/people.ts";
import type { Programme, Town } from "../../src/domain/programme/programme.ts";
import type { AskedFigure } from "../../src/domain/question/asked-figure.ts";
import { type Figure, isResult } from "../../src/domain/question/figure.ts";
import { figureKey } from "../../src/domain/question/figures.ts";
import type { FigureStanding } from "../../src/domain/question/may-know.ts";
import { roundHalfUp } from "../../src/domain/scoring/round-half-up.ts";
import type { Action } from "../action.ts";
import type { Card, CardElement } from "../card.ts";
import { button, card, chart, md, panel, row } from "../elements.ts";
import { distinctTownName, nameOf, periodName, shortPeriodName } from "../names.ts";
import { query } from "../query.ts";
import { answerText } from "../text/answers.ts";
import { figureText } from "../text/figures.ts";
import { whoseText } from "./figure-words.ts";
import { figureName, printed } from "./printed-figure.ts";

export type TrendPoint = { period: PeriodId; town: Town | null; value: number; standing: FigureStanding };
/** `towns`: those with a line each; null where all asked about are taken together. `points`: oldest quarter first. */
export type TrendView = {
  programme: Programme;
  asked: AskedFigure;
  towns: Town[] | null;
  points: TrendPoint[];
  locale: Locale;
};

const HEIGHT = 200;

/** A figure quarter by quarter: the newest first in words, then a line of all of them. */
export function trendCard(view: TrendView): Card {
  const { programme, asked, locale } = view;
  const text = figureText(locale);
  const named = figureName(asked.figure, programme, locale);
  const offered = offers(view).map(([words, action]) => [button(words, action)]);
  const lines = linesOf(view);
  const told = lines.map((line) => ({ name: line.name, ...lineWords(view, line) }));
  // Of several towns only the newest stands at the top: an answer fits one screen of a phone.
  const folds = told.length > 1;
  const above = told.flatMap(({ newest, before }) =>
    folds || before === null ? [newest] : [newest, before],
  );
  const below = told.flatMap(({ name, before }) =>
    folds && before !== null ? [`**${name}** ${before}`] : [],
  );
  return card({ title: text.trendTitle(named), subtitle: nameOf(programme, locale), template: "blue" }, [
    md(above.join("<br>")),
    ...lineChart(view, lines),
    ...(below.length > 0 ? [panel(text.trendBefore, [md(below.join("<br>"))])] : []),
    md(text.understood([whoseText(asked.whom, programme, locale), text.trend, named]), "notation"),
    ...(offered.length > 0 ? [row(offered, [], "flow")] : []),
  ]);
}

type Line = { name: string; points: TrendPoint[] };

function linesOf({ programme, asked, towns, points, locale }: TrendView): Line[] {
  if (!towns) return [{ name: whoseText(asked.whom, programme, locale), points }];
  return towns.map((town) => ({
    name: distinctTownName(programme, town, locale),
    points: points.filter((point) => point.town === town),
  }));
}

/** The newest value with its standing, and the ones before it; null where there are none. */
function lineWords(
  { programme, asked, locale }: TrendView,
  { name, points }: Line,
): { newest: string; before: string | null } {
  const text = figureText(locale);
  const print = (value: number) => printed(asked.figure, value, programme, locale);
  const newest = points.at(-1);
  if (!newest) return { newest: text.noTrend(name), before: null };
  const standing = answerText(locale).standing[newest.standing];
  const before = points
    .slice(0, -1)
    .map(({ period, value }) => text.at(periodName(period, locale), print(value)));
  const headline = text.one(print(newest.value), `${name} · ${periodName(newest.period, locale)}`, standing);
  return { newest: headline, before: before.length === 0 ? null : text.before(before) };
}

function lineChart({ asked, locale }: TrendView, all: readonly Line[]): CardElement[] {
  const lines = all.filter(({ points }) => points.length > 1);
  if (lines.length === 0 || asked.figure.kind === "light") return [];
  const values = lines.flatMap(({ name, points }) =>
    points.map(({ period, value }) => ({
      period: shortPeriodName(period, locale),
      value: roundHalfUp(value, 2),
      town: name,
    })),
  );
  const inverse = asked.figure.kind === "place" ? { inverse: true } : {};
  // Points say no unit, and the words beside them another one in English.
  const unit = isMoney(asked.figure) ? { title: { visible: true, text: figureText(locale).unit } } : {};
  const spec = {
    type: "line",
    data: { values },
    xField: "period",
    yField: "value",
    seriesField: "town",
    point: { visible: true },
    label: { visible: lines.length === 1 },
    legends: { visible: lines.length > 1, orient: "bottom" },
    axes: [
      { orient: "left", type: "linear", zero: isMoney(asked.figure), ...inverse, ...unit },
      { orient: "bottom", type: "band" },
    ],
  };
  return [chart(spec, HEIGHT)];
}

function isMoney({ kind }: Figure): boolean {
  return kind === "invested" || kind === "funds" || kind === "fund" || kind === "plan";
}

function offers({ asked, towns, points, locale }: TrendView): Array<[string, Action]> {
  const text = figureText(locale);
  const [town, more] = towns ?? [];
  const newest = points.findLast(({ standing }) => standing === "published");
  if (!town || more) return newest ? [[text.ranking, query.ranking(newest.period)]] : [];
  return [
    [text.latest, query.figure(town.slug, figureKey(asked.figure))],
    ...(newest && isResult(asked.figure)
      ? [[text.why, query.explain(town.slug, newest.period)] satisfies [string, Action]]
      : []),
    [text.status, query.status(town.slug)],
  ];
}
