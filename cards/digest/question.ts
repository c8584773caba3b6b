import { readAbout } from "../../src/domain/digest/about.ts";
import type { Locale, Role } from "../../src/domain/people.ts";
import type { Programme, Town } from "../../src/domain/programme.ts";
import { LONGEST_ANSWER, LONGEST_QUESTION, type TrackedQuestion } from "../../src/domain/tracked-question.ts";
import type { Card, CardElement } from "../card.ts";
import { button, card, form, input, md, submitButton, typed } from "../elements.ts";
import { momentName, nameOf, periodName, townName } from "../names.ts";
import { questionText } from "../text/question.ts";
import { rankingText } from "../text/ranking.ts";
import { aboutName } from "./about-name.ts";

type View = { programme: Programme; town: Town; locale: Locale };
/** `title`: the task's, when it is about one; `said`: what the town intended, when about that. */
export type AskFormView = View & {
  about: string;
  title: string;
  said: string;
  typed?: string;
  problem?: string;
};
/** `age`: working days waited; `asker`: the post of whoever asked, never the name. */
export type QuestionView = View & {
  question: TrackedQuestion;
  title: string;
  age: number | null;
  asker: Role | null;
};

/** A courteous question, ready to send or to change. */
export function askFormCard(view: AskFormView): Card {
  const { programme, town, about, title, locale } = view;
  const text = questionText(locale);
  const name = townName(town, locale);
  return card(head(view, text.formTitle(name), "blue"), [
    ...(view.problem ? [md(`<font color='red'>${typed(view.problem)}</font>`)] : []),
    md(text.aboutLine(aboutName(about, title, programme, locale))),
    form("ask_form", [
      input({
        name: "question",
        label: text.label,
        value: view.typed ?? draft(view),
        lines: 4,
        maxLength: LONGEST_QUESTION,
      }),
      submitButton(text.send, { kind: "ask", town: town.slug, about }, { type: "primary" }),
    ]),
    md(text.formNote(name), "notation"),
    button(text.back, { kind: "digest" }),
  ]);
}

/** What the form starts with, no longer than a question may be. */
function draft({ about, title, said, locale }: AskFormView): string {
  const text = questionText(locale).drafts;
  const meant = readAbout(about);
  const cut = (words: string) => ([...words].length > 60 ? `${[...words].slice(0, 60).join("")}…` : words);
  if (meant.kind === "task") return text.task(cut(title));
  return meant.kind === "promise"
    ? text.promise(cut(said))
    : text[meant.kind](periodName(meant.period, locale));
}

/** A question as its asker sees it: waiting, or with its answer. */
export function askedCard(view: QuestionView): Card {
  const { programme, town, question, title, age, locale } = view;
  const text = questionText(locale);
  const name = townName(town, locale);
  const waiting = question.answer === null;
  return card(
    head(view, waiting ? text.askedTitle(name) : text.answeredTitle(name), waiting ? "blue" : "green"),
    [
      md(text.aboutLine(aboutName(question.about, title, programme, locale))),
      md(text.asked(typed(question.text))),
      md(question.answer === null ? text.waiting(age) : text.answered(typed(question.answer))),
      md(text.askedAt(momentName(question.askedAt, locale)), "notation"),
      button(text.back, { kind: "digest" }),
    ],
  );
}

/**
 * A question as the town sees it: waiting, with the way to answer it, or answered. `form`: with the box for the answer,
 * with what was typed and why it was not taken.
 */
export function townQuestionCard(view: QuestionView & { form?: { typed?: string; problem?: string } }): Card {
  const { programme, question, title, asker, locale } = view;
  const text = questionText(locale);
  const who = asker === "leader" ? text.from.leader : text.from.office(nameOf(programme.office, locale));
  const asked = md(
    `${text.fromLine(who, aboutName(question.about, title, programme, locale))}<br>${typed(question.text)}`,
  );
  if (question.answer !== null)
    return card(head(view, text.townAnsweredTitle, "green"), [
      asked,
      md(text.answered(typed(question.answer))),
    ]);
  return card(head(view, text.openTitle, "orange"), [
    ...(view.form?.problem ? [md(`<font color='red'>${typed(view.form.problem)}</font>`)] : []),
    asked,
    ...(view.form ? [answerForm(view, view.form.typed)] : [openButton(view)]),
    md(text.replyHint, "notation"),
    button(rankingText(locale).seeTown, { kind: "status", town: view.town.slug }),
  ]);
}

function openButton({ question, locale }: QuestionView): CardElement {
  return button(questionText(locale).openAnswer, { kind: "question", id: question.id }, { type: "primary" });
}

function answerForm({ question, locale }: QuestionView, written: string | undefined): CardElement {
  const text = questionText(locale);
  return form("answer_form", [
    input({
      name: "answer",
      label: text.answerLabel,
      placeholder: text.answerHint,
      ...(written ? { value: written } : {}),
      lines: 4,
      maxLength: LONGEST_ANSWER,
    }),
    submitButton(text.answer, { kind: "answer_question", id: question.id }, { type: "primary" }),
  ]);
}

function head({ programme, locale }: View, title: string, template: "orange" | "blue" | "green") {
  return { title, subtitle: nameOf(programme, locale), template };
}
