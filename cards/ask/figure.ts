import type { PeriodId } from "../../src/domain/calendar/period.ts";
import type { Locale } from "../../src/domain/programme/people.ts";
import type { Programme, Town } from "../../src/domain/programme/programme.ts";
import type { AskedFigure } from "../../src/domain/question/asked-figure.ts";
import type { Figure } from "../../src/domain/question/figures.ts";
import { LIGHT_ORDER, type Line, type Reckoned } from "../../src/domain/question/reckon.ts";
import { formatAmount, formatPercent } from "../../src/domain/reading/numbers.ts";
import type { ReportState } from "../../src/domain/report/report.ts";
import type { Light } from "../../src/domain/scoring/lights.ts";
import { roundHalfUp } from "../../src/domain/scoring/round-half-up.ts";
import type { Action } from "../action.ts";
import type { Card } from "../card.ts";
import { button, card, md, row } from "../elements.ts";
import { distinctTownName, nameOf, periodName } from "../names.ts";
import { query } from "../query.ts";
import { pointsText, signedPoints } from "../ranking/points.ts";
import { answerText } from "../text/answers.ts";
import { figureText } from "../text/figures.ts";
import { lightTerm, stateTerm } from "../text/terms.ts";

/** `states`: where the reports stand that the reader may look into. `published`: the quarter's ranking is out. */
export type FigureView = {
  programme: Programme;
  asked: AskedFigure;
  period: PeriodId;
  reckoned: Reckoned;
  states: ReadonlyMap<string, ReportState>;
  published: boolean;
  locale: Locale;
};

/** Towns listed before the rest are counted. */
const LISTED = 15;

/** The figure asked for, in the first line; then whose it is, of when and how far it has come. */
export function figureCard(view: FigureView): Card {
  const { programme, asked, period, reckoned, locale } = view;
  const text = figureText(locale);
  const quarter = periodName(period, locale);
  const named = figureName(asked.figure, programme, locale);
  const offered = buttons(view).map(([words, action]) => [button(words, action)]);
  const missing = reckoned.missing.map((town) => missingText(view, town));
  return card({ title: text.title(named, quarter), subtitle: nameOf(programme, locale), template: "blue" }, [
    md(headline(view)),
    ...(missing.length > 0 && asked.how.kind !== "ends" && reckoned.lines.length > 0
      ? [md(text.without(missing.slice(0, LISTED)))]
      : []),
    md(text.understood([whoseText(view), quarter, named]), "notation"),
    ...(offered.length > 0 ? [row(offered, [], "flow")] : []),
  ]);
}

function headline(view: FigureView): string {
  const { asked, reckoned, locale, programme } = view;
  const text = figureText(locale);
  const { lines, missing, total } = reckoned;
  const print = (value: number) => printed(asked.figure, value, programme, locale);
  const [first] = lines;
  if (!first) {
    const none = asked.how.kind === "filter" && total !== null;
    return none
      ? text.nobody
      : missing
          .slice(0, LISTED)
          .map((town) => missingText(view, town))
          .join("<br>");
  }
  if (lines.length === 1 && missing.length === 0 && asked.how.kind === "value")
    return text.one(
      print(first.value),
      distinctTownName(programme, first.town, locale),
      standingText(first, locale),
    );
  const listed = lines
    .slice(0, LISTED)
    .map((line, i) =>
      text.line(i + 1, nameIn(view, line.town), print(line.value), standingText(line, locale)),
    );
  const list = asked.figure.kind === "place" ? listed.map((line) => line.replace(/^\d+\. /, "")) : listed;
  const lead = leadOf(view, total === null ? "" : print(total));
  return [...(lead === "" ? [] : [lead]), ...list].join("<br>");
}

function leadOf({ asked, reckoned, locale }: FigureView, total: string): string {
  const text = figureText(locale);
  const { lines } = reckoned;
  switch (asked.how.kind) {
    case "sum":
      return text.sum(total, lines.length);
    case "mean":
      return text.mean(total, lines.length);
    case "filter":
      if (asked.figure.kind === "pace" && asked.how.than === 0)
        return (asked.how.is === "below" ? text.slower : text.faster)(lines.length);
      return text.within(lines.length, asked.how.is, total, asked.how.than === "mean");
    case "value":
    case "ends":
      return "";
  }
}

function nameIn({ programme, locale }: FigureView, town: Town): string {
  return distinctTownName(programme, town, locale);
}

function missingText(view: FigureView, town: Town): string {
  const { states, published, locale } = view;
  const text = figureText(locale);
  const state = states.get(town.slug);
  const why = published ? text.notReported : state ? stateTerm(state, locale).text : text.notPublished;
  return text.none(nameIn(view, town), why, periodName(view.period, locale));
}

function standingText({ standing }: Line, locale: Locale): string {
  return answerText(locale).standing[standing];
}

function whoseText(view: FigureView): string {
  const { asked, programme, locale } = view;
  const text = figureText(locale);
  const { whom } = asked;
  if (whom === "all") return text.all;
  if ("towns" in whom) return whom.towns.map((town) => nameIn(view, town)).join(text.and);
  if ("phase" in whom) return text.phase(whom.phase);
  const group = programme.groups.find(({ id }) => id === whom.group);
  return group ? nameOf(group, locale) : "";
}

/** The name of a figure: the pack's, or the programme's term. */
function figureName(figure: Figure, programme: Programme, locale: Locale): string {
  if (!("id" in figure)) return figureText(locale).measures[figure.kind];
  const things =
    figure.kind === "fund"
      ? programme.fundSources
      : figure.kind === "area"
        ? programme.areas
        : programme.areas.flatMap(({ items }) => items);
  const thing = things.find(({ id }) => id === figure.id);
  return thing ? nameOf(thing, locale) : figure.id;
}

function printed(figure: Figure, value: number, programme: Programme, locale: Locale): string {
  const text = figureText(locale);
  const decimals = Math.min(2, programme.scheme.decimals);
  switch (figure.kind) {
    case "invested":
    case "plan":
    case "funds":
    case "fund":
      return text.money(formatAmount(value));
    case "share":
    case "image":
    case "area":
    case "item":
      return formatPercent(roundHalfUp(value, 1));
    case "pace":
      return text.apart(signedPoints(roundHalfUp(value, 1), 1));
    case "light":
      return lightText(LIGHT_ORDER[value] ?? "grey", locale);
    case "score":
      return text.points(pointsText(value, decimals));
    case "gain":
      return text.points(signedPoints(value, decimals));
    case "place":
      return text.place(value);
  }
}

function lightText(light: Light, locale: Locale): string {
  const text = figureText(locale);
  return text.light(text.lights[light], lightTerm(light, locale).text);
}

function buttons({ asked, reckoned, published, period, locale }: FigureView): Array<[string, Action]> {
  const text = figureText(locale);
  const [town, more] = [...reckoned.lines.map((line) => line.town), ...reckoned.missing];
  const one = asked.whom !== "all" && more === undefined ? town : undefined;
  return [
    ...(one ? [[text.status, query.status(one.slug)] satisfies [string, Action]] : []),
    ...(one && published && reckoned.missing.length === 0
      ? [[text.why, query.explain(one.slug)] satisfies [string, Action]]
      : []),
    ...(published ? [[text.ranking, query.ranking(period)] satisfies [string, Action]] : []),
  ];
}
