import { type PeriodId, quarterOf, yearOf } from "../../src/domain/calendar/period.ts";
import { isOff } from "../../src/domain/procedure/definition.ts";
import type { Locale, Role } from "../../src/domain/programme/people.ts";
import type { Programme, Town } from "../../src/domain/programme/programme.ts";
import type { Understood } from "../../src/domain/question/intent.ts";
import { QUESTION_KINDS } from "../../src/domain/question/kinds.ts";
import type { QuestionKind } from "../../src/domain/question/question-kind.ts";
import { townName } from "../names.ts";
import { type Query, query } from "../query.ts";
import { type ExampleNames, type QuestionWords, questionWords } from "../text/questions.ts";

/** A kind of question with its words. */
export type Question = QuestionKind & { words: Record<Locale, QuestionWords> };

/**
 * Every kind of question of the product, in the order they are tried. Understanding, suggestions, help, menu and README
 * all use this list.
 */
export const QUESTIONS: readonly Question[] = QUESTION_KINDS.map((kind) => ({
  ...kind,
  words: { "zh-CN": questionWords["zh-CN"][kind.id], en: questionWords.en[kind.id] },
}));

const ORDER = new Map(Object.keys(questionWords["zh-CN"]).map((id, i) => [id, i]));

/** In the order of their words, for reading; kinds without a place there are last. */
function inOrder(questions: readonly Question[]): Question[] {
  const place = ({ id }: Question) => ORDER.get(id) ?? ORDER.size;
  return questions.toSorted((a, b) => place(a) - place(b));
}

/** Names for examples: the asker's own town or the pack's first, and another one. */
export function exampleNames(
  programme: Programme,
  locale: Locale,
  { town, period }: { town?: Town; period?: PeriodId } = {},
): ExampleNames {
  const example = town ?? programme.towns[0];
  const other = programme.towns.find(({ slug }) => slug !== example?.slug) ?? example;
  const name = (one: Town | undefined) => (one ? (locale === "en" ? townName(one, locale) : one.short) : "");
  return { town: name(example), other: name(other), period: period ? quarterName(period, locale) : "" };
}

/** A quarter as people type it: `2026年二季度`, `2026Q2`. */
function quarterName(period: PeriodId, locale: Locale): string {
  return locale === "en" ? period : `${yearOf(period)}年${"一二三四"[quarterOf(period) - 1]}季度`;
}

function helps({ help, procedure }: Question, role: Role, programme: Programme): boolean {
  return help.includes(role) && !(procedure && isOff({ id: procedure }, programme));
}

/** What the help of a role shows: an example of each kind, and what it is answered with. */
export function examplesFor(
  questions: readonly Question[],
  role: Role,
  names: ExampleNames,
  programme: Programme,
  locale: Locale,
): Array<[say: string, does: string]> {
  return inOrder(questions)
    .filter((one) => helps(one, role, programme))
    .map(({ words }) => [words[locale].say(names), words[locale].does]);
}

/** A question as a button: its words, and what a press asks. */
export type Tap = { phrase: string; action: Query<"ask"> };

/** The examples a role's help has as buttons: those of its kinds that are in the menu. */
export function tapsFor(
  questions: readonly Question[],
  role: Role,
  programme: Programme,
  locale: Locale,
): Tap[] {
  return inOrder(questions)
    .filter((one) => one.menu !== undefined && helps(one, role, programme))
    .map(({ id, words }) => ({
      phrase: words[locale].say(exampleNames(programme, locale)),
      action: query.ask(id),
    }));
}

/** The bot's menu, as the developer console takes it. */
export function menuOf(
  questions: readonly Question[],
): Array<{ text: string; text_en: string; event_key: string }> {
  const none = { town: "", other: "", period: "" };
  return inOrder(questions).flatMap(({ menu, words }) =>
    menu === undefined
      ? []
      : [{ text: words["zh-CN"].say(none), text_en: capital(words.en.say(none)), event_key: menu }],
  );
}

export function capital(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1);
}

const MOST = 4;

/**
 * At most four questions this role can use, near to what was understood of a text and in its language; help is the
 * last. Every one of them is itself understood.
 */
export function suggested(
  questions: readonly Question[],
  { towns, period, english }: Understood,
  programme: Programme,
  role: Role,
): Tap[] {
  const locale = english ? "en" : "zh-CN";
  const tap = ({ id, words }: Question, town?: Town): Tap => {
    const names = { ...(town ? { town } : {}), ...(period ? { period } : {}) };
    const phrase = words[locale].say(exampleNames(programme, locale, names));
    return { phrase, action: query.ask(id, town?.slug, period) };
  };
  const of = (near: Question["suggest"]) =>
    inOrder(questions).filter(({ suggest, help }) => suggest === near && help.includes(role));
  // Of one town everything is offered, of several only the first kind.
  const kinds = towns.length === 1 ? of("town") : of("town").slice(0, 1);
  const near = towns.slice(0, 2).flatMap((town) => kinds.map((one) => tap(one, town)));
  const help = questions.filter(({ suggest }) => suggest === "last").map((one) => tap(one));
  return [...[...near, ...of("always").map((one) => tap(one))].slice(0, MOST - 1), ...help];
}

/** The kinds as a table for the README. */
export function questionTable(questions: readonly Question[], programme: Programme, locale: Locale): string {
  const names = exampleNames(programme, locale);
  const head = locale === "en" ? ["Say", "Answered with", "Menu key"] : ["这样说", "得到", "菜单事件"];
  const rows = inOrder(questions).map(({ words, menu }) => [
    words[locale].say(names),
    words[locale].does,
    menu === undefined ? "" : `\`${menu}\``,
  ]);
  return [head, head.map(() => "---"), ...rows].map((cells) => `| ${cells.join(" | ")} |`).join("\n");
}
