import type { Locale } from "../../src/domain/programme/people.ts";
import type { Town } from "../../src/domain/programme/programme.ts";
import type { How } from "../../src/domain/question/asked-figure.ts";
import { isResult } from "../../src/domain/question/figure.ts";
import { figureKey } from "../../src/domain/question/figures.ts";
import type { Line } from "../../src/domain/question/reckon.ts";
import { formatPercent } from "../../src/domain/reading/numbers.ts";
import { roundHalfUp } from "../../src/domain/scoring/round-half-up.ts";
import type { Action } from "../action.ts";
import type { Card } from "../card.ts";
import { button, card, md, panel, row } from "../elements.ts";
import { distinctTownName, nameOf, periodName } from "../names.ts";
import { query } from "../query.ts";
import { answerText } from "../text/answers.ts";
import { figureText } from "../text/figures.ts";
import { stateTerm } from "../text/terms.ts";
import { figureChart } from "./figure-chart.ts";
import { meaningLine } from "./figure-meaning.ts";
import { figureByQuarter } from "./figure-quarters.ts";
import type { FigureView } from "./figure-view.ts";
import { spanName, whoseText } from "./figure-words.ts";
import { figureName, printed } from "./printed-figure.ts";

/** Towns listed at once, and behind a tap; of more, the number. */
const SHOWN = 4;
const LISTED = 30;

/**
 * In the first line the figure asked for with its quarter and standing, in the second what it means; then one town's
 * figure by quarter, or several towns', as a picture.
 */
export function figureCard(view: FigureView): Card {
  const { programme, asked, reckoned, locale } = view;
  const text = figureText(locale);
  const { picture, words } = figureByQuarter(view);
  const quarter = timeOf(view);
  const named = figureName(asked.figure, programme, locale);
  const what = asked.how.kind === "part" ? `${named}${text.partOfCity}` : named;
  const offered = buttons(view).map(([words, action]) => [button(words, action)]);
  const lines = body(view, quarter);
  const unlisted = reckoned.lines.length - LISTED;
  const chart = figureChart(view);
  // What a picture shows is told once more in words, but behind a tap.
  const told = chart.length > 0 ? 1 : SHOWN + 1;
  const rest = [...lines.slice(told), ...(unlisted > 0 ? [text.unlisted(unlisted)] : [])];
  const lacking = reckoned.missing
    .slice(0, SHOWN)
    .map((town) => text.lacking(nameIn(view, town), whyMissing(view, town)));
  const without = lacking.length > 0 && asked.how.kind !== "ends" && reckoned.lines.length > 0;
  return card({ title: text.title(named, quarter), subtitle: nameOf(programme, locale), template: "blue" }, [
    md(lines.slice(0, told).join("<br>")),
    ...picture,
    ...words,
    ...chart,
    ...(rest.length > 0 ? [panel(text.list, [md(rest.join(text.next), "notation")])] : []),
    ...(without ? [md(text.without(lacking, reckoned.missing.length))] : []),
    md(text.understood([whoseText(asked.whom, programme, locale), quarter, what]), "notation"),
    ...(offered.length > 0 ? [row(offered, [], "flow")] : []),
  ]);
}

/** The quarter of the figure, or the part of a year; of one that has not ended, as far as it has come. */
function timeOf({ period, after, until, locale }: FigureView): string {
  if (until === null) return spanName(period, after, locale);
  return figureText(locale).soFar(spanName(until, after, locale), periodName(period, locale));
}

/** The headline, then what it means or every town's line. */
function body(view: FigureView, quarter: string): string[] {
  const { asked, reckoned, meaning, locale, programme } = view;
  const text = figureText(locale);
  const { lines, missing, total } = reckoned;
  const print = (value: number) => printed(asked.figure, value, programme, locale);
  const [first] = lines;
  if (!first) {
    const none = asked.how.kind === "filter" && total !== null;
    return none ? [text.nobody(quarter)] : missing.slice(0, SHOWN).map((town) => missingText(view, town));
  }
  if (asked.how.kind === "part") return partLines(view, quarter);
  const standing = standingText(first, locale);
  if (lines.length === 1 && missing.length === 0 && asked.how.kind === "value") {
    const means = meaning ? meaningLine(asked.figure, meaning, programme, locale) : "";
    const headline = text.one(print(first.value), `${nameIn(view, first.town)} · ${quarter}`, standing);
    return [headline, ...(means === "" ? [] : [means])];
  }
  if (asked.figure.kind === "photos" && first.value === 0 && isTop(asked.how))
    return [text.noPhotos(quarter)];
  // A standing all have in common is said once.
  const mixed = lines.some((line) => line.standing !== first.standing);
  const when = mixed ? quarter : text.dated(quarter, standing);
  const lead = leadOf(view, total === null ? "" : print(total), when);
  const toldOf = (line: Line, i: number) => {
    const of = standingText(line, locale);
    if (i === 0 && lead === "") return text.dated(quarter, of);
    return mixed ? of : null;
  };
  const listed = lines.slice(0, LISTED).map((line, i) => {
    // A place is its own number.
    const n = asked.figure.kind === "place" ? null : i + 1;
    return text.line(n, nameIn(view, line.town), print(line.value), toldOf(line, i));
  });
  return [...(lead === "" ? [] : [lead]), ...listed];
}

/** What part of all towns' sum the towns asked about are. */
function partLines(view: FigureView, quarter: string): string[] {
  const { asked, reckoned, whole, programme, locale } = view;
  const text = figureText(locale);
  const total = reckoned.total ?? 0;
  const print = (value: number) => printed(asked.figure, value, programme, locale);
  if (!whole) return [text.nobody(quarter)];
  const whose = whoseText(asked.whom, programme, locale);
  return [
    text.part(formatPercent(roundHalfUp((total / whole) * 100, 1)), whose, quarter),
    text.partOf(print(total), print(whole)),
  ];
}

function leadOf({ asked, reckoned, locale }: FigureView, total: string, when: string): string {
  const text = figureText(locale);
  const { lines } = reckoned;
  switch (asked.how.kind) {
    case "sum":
      return text.sum(total, lines.length, when);
    case "mean":
      return text.mean(total, lines.length, when);
    case "filter":
      if (asked.figure.kind === "pace" && asked.how.than === 0)
        return (asked.how.is === "below" ? text.slower : text.faster)(lines.length, when);
      return text.within(lines.length, asked.how, total, when);
    default:
      return "";
  }
}

function isTop(how: How): boolean {
  return how.kind === "ends" && how.end === "top";
}

function nameIn({ programme, locale }: FigureView, town: Town): string {
  return distinctTownName(programme, town, locale);
}

function missingText(view: FigureView, town: Town): string {
  return figureText(view.locale).none(nameIn(view, town), whyMissing(view, town), timeOf(view));
}

function whyMissing({ states, excused, published, asked, locale }: FigureView, { slug }: Town): string {
  const text = figureText(locale);
  const state = states.get(slug);
  if (asked.figure.kind === "photos" && state === undefined) return text.hidden;
  if (excused?.has(slug)) return text.excused;
  if (published) return text.notReported;
  return state ? stateTerm(state, locale).text : text.notPublished;
}

function standingText({ standing }: Line, locale: Locale): string {
  return answerText(locale).standing[standing];
}

/** What one may ask next of this answer. */
function buttons({
  asked,
  reckoned,
  published,
  period,
  quarters,
  locale,
}: FigureView): Array<[string, Action]> {
  const text = figureText(locale);
  const [town, more] = [...reckoned.lines.map((line) => line.town), ...reckoned.missing];
  const ranking: Array<[string, Action]> = published ? [[text.ranking, query.ranking(period)]] : [];
  if (asked.whom === "all" || !town || more) return ranking;
  const known = reckoned.missing.length === 0;
  const trends =
    known && quarters.length < 2 && asked.figure.kind !== "photos" && asked.figure.kind !== "light";
  return [
    ...(known && published && isResult(asked.figure)
      ? [[text.why, query.explain(town.slug, period)] satisfies [string, Action]]
      : []),
    ...(trends
      ? [[text.trend, query.trend(town.slug, figureKey(asked.figure))] satisfies [string, Action]]
      : []),
    [text.status, query.status(town.slug)],
    ...(isResult(asked.figure) ? ranking : []),
  ];
}
