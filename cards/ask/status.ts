import type { Locale, Role } from "../../src/domain/programme/people.ts";
import type { Programme } from "../../src/domain/programme/programme.ts";
import type { TownStatus } from "../../src/domain/views.ts";
import type { Action } from "../action.ts";
import type { Card, CardElement } from "../card.ts";
import { button, card, md, panel, row, typed } from "../elements.ts";
import { countyName, periodName, sectionName, townName } from "../names.ts";
import { FEW_PICTURES, pictureBlock } from "../pictures/picture-block.ts";
import { query } from "../query.ts";
import { answerText } from "../text/answers.ts";
import { type AskText, askText } from "../text/ask.ts";
import { picturesText } from "../text/pictures.ts";
import { quarterLine, supplementLine, supplementTerm } from "../text/quarter.ts";
import { lightTerm, stateTerm } from "../text/terms.ts";
import { imageLine, investmentLine, standingLine } from "./figures.ts";
import { historyElements } from "./history.ts";

/**
 * `viewer`: the asker's role, which decides the buttons; the figures were selected for the asker beforehand. `forAll`: for
 * readers of both languages.
 */
export type StatusView = {
  programme: Programme;
  status: TownStatus;
  viewer: Role;
  forAll?: true;
  locale: Locale;
};

type Notation = ReturnType<typeof historyElements>["words"][number];

const PROBLEMS = 8;
const PROBLEM_CHARACTERS = 120;

/** One town's status: its quarters, the stage of its report, investment, image progress, rank and problems. */
export function statusCard(view: StatusView): Card {
  const { programme, status, locale } = view;
  const { town, investment } = status;
  const text = askText(locale);
  const { picture, words } = historyElements(view);
  const positioning = locale === "en" ? town.positioningEn : town.positioning;
  return card(
    {
      title: text.statusTitle(townName(town, locale), periodName(status.period, locale)),
      subtitle: text.subtitle(countyName(programme, town, locale), positioning),
      template: "blue",
      tags: investment ? [lightTerm(investment.light, locale)] : [],
    },
    [
      ...picture,
      md(opening(status, text, locale)),
      ...figures(view),
      ...problems(view, text),
      ...folded(view, words),
      row(
        actions(view, text).map(([words, action]) => [button(words, action)]),
        [],
        "flow",
      ),
    ],
  );
}

/** The photos, and with them the earlier quarters in words, folded so that the answer fits one screen of a phone. */
function folded({ status, ...view }: StatusView, words: Notation[]): CardElement[] {
  const { photos } = status;
  if (photos.length === 0) return words;
  const shown = pictureBlock(photos, view, { most: FEW_PICTURES, counted: true });
  const title = picturesText(view.locale).folded(photos.length, words.length > 0);
  return [panel(title, [...words, ...shown])];
}

/** States first which quarter the figures are of, so that published ones are not taken for current ones. */
function opening(status: TownStatus, text: AskText, locale: Locale): string {
  const { figuresOf, supplement } = status;
  if (status.excused && (figuresOf !== status.period || status.standing === "published"))
    return besides(text.excused, status, locale);
  if (!status.current && status.quarter.stage === "published")
    return besides(text.notReported, status, locale);
  if (!status.current && figuresOf === null)
    return status.published === null ? text.notPublished : text.onlyResults;
  if (!status.current && figuresOf !== null) return text.lastPublished(periodName(figuresOf, locale));
  const owes = status.state === "not_started" || status.state === "draft";
  const words = stateTerm(status.state, locale).text;
  const asked = text.state(
    supplement ? text.asSupplement(words, supplementTerm(locale).text) : words,
    quarterLine(status.quarter, locale, owes) + (supplement ? supplementLine(locale, "is") : ""),
  );
  const state = status.excused ? text.excused : asked;
  if (figuresOf === null) return `${state}<br>${text.noFigures}`;
  if (figuresOf === status.period && status.standing && status.standing !== "published") {
    const words = answerText(locale);
    return text.together(state, words.figuresAre(words.standing[status.standing]));
  }
  return figuresOf === status.period ? state : `${state}<br>${text.figuresOf(periodName(figuresOf, locale))}`;
}

/** Why the quarter has no report of this town, and of which one the figures are. */
function besides(why: string, { figuresOf }: TownStatus, locale: Locale): string {
  const earlier = figuresOf === null ? [] : [askText(locale).figuresOf(periodName(figuresOf, locale))];
  return [why, ...earlier].join("<br>");
}

function figures(view: StatusView): CardElement[] {
  const { status, locale } = view;
  const lines = [
    status.investment ? investmentLine(status.investment, locale) : "",
    status.image ? imageLine(status.image, locale) : "",
    status.published ? standingLine(status.published, view.programme, locale) : "",
  ].filter((line) => line !== "");
  return lines.length > 0 ? [md(lines.join("<br>"))] : [];
}

/** What the town reported as problems; several are folded, so that the card stays within a phone's screen. */
function problems({ programme, status, locale }: StatusView, text: AskText): CardElement[] {
  // Of another town only published figures are shown, never its texts.
  if (status.figuresOf === null || !status.current) return [];
  if (status.problems.length === 0) return [md(text.noProblems)];
  const lines = status.problems
    .slice(0, PROBLEMS)
    .map(({ section, text: words }) =>
      text.problem(sectionName(programme, section, locale), typed(words, PROBLEM_CHARACTERS)),
    );
  const more = status.problems.length - PROBLEMS;
  if (status.problems.length === 1) return [md([text.problems, ...lines].join(" "))];
  const listed = md([...lines, ...(more > 0 ? [text.moreProblems(more)] : [])].join("<br>"));
  return [panel(text.problemCount(status.problems.length), [listed])];
}

function actions(
  { status, viewer, locale }: StatusView,
  text: AskText,
): Array<[words: string, action: Action]> {
  const { period, town, published, current, photos, figuresOf } = status;
  const offers: Array<[string, Action]> = [
    ...(published
      ? [[text.buttons.ranking, query.ranking(published.period)] satisfies [string, Action]]
      : []),
    ...(published && published.row.rank !== null
      ? [[text.buttons.why, query.explain(town.slug)] satisfies [string, Action]]
      : []),
    ...(photos.length > FEW_PICTURES && figuresOf !== null
      ? [[picturesText(locale).seeAll, query.photos(town.slug, figuresOf)] satisfies [string, Action]]
      : []),
    ...(viewer === "town_official" && current
      ? [[text.buttons.myForm, query.myForm()] satisfies [string, Action]]
      : []),
    ...(viewer === "city_office"
      ? [[text.buttons.progress, { kind: "progress", period }] satisfies [string, Action]]
      : []),
  ];
  // Refreshing is never all there is to do.
  const first: Array<[string, Action]> = [[text.buttons.deadline, query.ask("deadline")]];
  return [...(offers.length > 0 ? offers : first), [text.buttons.refresh, query.status(town.slug)]];
}
