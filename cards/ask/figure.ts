import type { Locale } from "../../src/domain/programme/people.ts";
import type { Town } from "../../src/domain/programme/programme.ts";
import type { Line } from "../../src/domain/question/reckon.ts";
import type { Action } from "../action.ts";
import type { Card } from "../card.ts";
import { button, card, md, row } from "../elements.ts";
import { distinctTownName, nameOf, periodName } from "../names.ts";
import { query } from "../query.ts";
import { answerText } from "../text/answers.ts";
import { figureText } from "../text/figures.ts";
import { stateTerm } from "../text/terms.ts";
import { figureByQuarter } from "./figure-quarters.ts";
import type { FigureView } from "./figure-view.ts";
import { figureName, printed } from "./printed-figure.ts";

/** Towns listed before the rest are counted. */
const LISTED = 15;

/**
 * One town's figure by quarter as a picture; the figure asked for, in the first line of words; then whose it is, of when
 * and how far it has come.
 */
export function figureCard(view: FigureView): Card {
  const { programme, asked, period, reckoned, locale } = view;
  const text = figureText(locale);
  const { picture, words } = figureByQuarter(view);
  const quarter = periodName(period, locale);
  const named = figureName(asked.figure, programme, locale);
  const offered = buttons(view).map(([words, action]) => [button(words, action)]);
  const missing = reckoned.missing.map((town) => missingText(view, town));
  return card({ title: text.title(named, quarter), subtitle: nameOf(programme, locale), template: "blue" }, [
    ...picture,
    md(headline(view)),
    ...words,
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
