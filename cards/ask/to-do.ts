import type { PeriodId } from "../../src/domain/calendar/period.ts";
import type { Locale } from "../../src/domain/programme/people.ts";
import { type Programme, townBySlug } from "../../src/domain/programme/programme.ts";
import type { ChatAction } from "../../src/domain/question/action-words.ts";
import type { Action } from "../action.ts";
import { understoodText } from "../answer-lines.ts";
import type { Card } from "../card.ts";
import { distinctTownName, nameOf, periodName } from "../names.ts";
import { query } from "../query.ts";
import { oversightText } from "../text/oversight.ts";
import { type WholeText, wholeText } from "../text/whole.ts";
import { shortAnswer } from "./short-answer.ts";

/**
 * `may`: the reader may do it; `period`: the quarter it is about, `published`: the last published one. `towns`: slugs of
 * those named. `fillsIn`: the reader has a form of their own; `looks`: they may look into reports.
 */
export type ToDoView = {
  programme: Programme;
  action: ChatAction;
  may: boolean;
  period: PeriodId;
  published: PeriodId | null;
  unpublished: PeriodId | null;
  towns: string[];
  /** A reminder as a measure may be meant as well, to the town named. */
  measure: boolean;
  fillsIn: boolean;
  looks: boolean;
  /** Where the bulletin of the quarter is drafted; null for whoever does not draft it. */
  bulletin: { text: string; action: Action } | null;
  locale: Locale;
};

/** Where something asked for in words is done, or who may do it with a button that asks them. */
export function toDoCard(view: ToDoView): Card {
  const { programme, action, may, towns, locale } = view;
  const text = wholeText(locale);
  const office = nameOf(programme.office, locale);
  const what = text.actions[action];
  return shortAnswer({
    programme,
    title: what,
    lines: may
      ? done(view, text, office)
      : [text.officeOnly(what, office), ...others(view, text, office), text.ask(office)],
    note: understoodText([what, ...towns.map((slug) => nameOfTown(programme, slug, locale))], locale),
    offers: may ? doing(view, text) : [[text.buttons.request(office), query.request(action)]],
    locale,
  });
}

function done(
  { action, published, unpublished, measure, locale }: ToDoView,
  text: WholeText,
  office: string,
): string[] {
  switch (action) {
    case "bulletin":
      return [
        ...(unpublished ? [text.notYet(periodName(unpublished, locale))] : []),
        text.bulletin(published && periodName(published, locale)),
      ];
    case "hand_over":
      return [text.handOver(office)];
    case "remind":
      return [text.remind, ...(measure ? [text.measure] : [])];
    case "extension":
    case "correction":
    case "review":
    case "publish":
    case "weigh":
      return [text[action]];
  }
}

/** What those who may not do it can know all the same. */
function others(view: ToDoView, text: WholeText, office: string): string[] {
  return view.action === "hand_over" || view.action === "correction" ? done(view, text, office) : [];
}

function nameOfTown(programme: Programme, slug: string, locale: Locale): string {
  const town = townBySlug(programme, slug);
  return town ? distinctTownName(programme, town, locale) : slug;
}

function doing(
  { programme, action, period, published, towns, measure, fillsIn, looks, bulletin, locale }: ToDoView,
  text: WholeText,
): Array<[string, Action]> {
  const missing: Array<[string, Action]> = looks ? [[text.buttons.missing, query.missing(period)]] : [];
  switch (action) {
    case "remind":
      return [
        [text.buttons.urgent, query.urgent(towns)],
        ...(measure ? towns.map((slug) => toMeasure(programme, slug, locale)) : []),
        ...missing,
      ];
    case "bulletin":
    case "publish":
      return [
        ...(bulletin && action === "bulletin"
          ? [[bulletin.text, bulletin.action] satisfies [string, Action]]
          : []),
        ...(published ? [[text.buttons.ranking, query.ranking(published)] satisfies [string, Action]] : []),
        ...missing,
      ];
    case "weigh":
      return [[text.buttons.weigh, { kind: "weigh_form", period: published ?? period }]];
    case "extension":
      return [[text.buttons.tasks, { kind: "list", scope: "mine", page: "1" }]];
    case "correction":
      return fillsIn ? [[text.buttons.myForm, query.myForm()]] : missing;
    case "hand_over":
    case "review":
      return missing;
  }
}

function toMeasure(programme: Programme, slug: string, locale: Locale): [string, Action] {
  const text = oversightText(locale).remind(nameOfTown(programme, slug, locale));
  return [text, { kind: "new", procedure: "accountability", about: `//${slug}` }];
}
