import { LONGEST_OBJECTION, type Objection } from "../../src/domain/objection.ts";
import type { Locale } from "../../src/domain/people.ts";
import type { PeriodId } from "../../src/domain/period.ts";
import { type Programme, type Town, townBySlug } from "../../src/domain/programme.ts";
import { isGroup, nodesOf } from "../../src/domain/scoring/scheme-tree.ts";
import type { Card, CardElement } from "../card.ts";
import { button, card, form, input, md, row, select, submitButton, typed } from "../elements.ts";
import { momentName, nameOf, periodName, townName } from "../names.ts";
import { objectionText } from "../text/objection.ts";

type View = { programme: Programme; locale: Locale };
/** `office`: the reader may open the report again for the town to mend. */
export type ObjectionView = View & { objection: Objection; office?: boolean };
/** `typed`: what was written before a refusal, `problem`: why it was refused. */
export type ObjectionFormView = View & {
  period: PeriodId;
  town: Town;
  typed?: { indicator: string; text: string };
  problem?: string;
};

/** What is wrong, and why? One objection per indicator. */
export function objectionFormCard(view: ObjectionFormView): Card {
  const { programme, period, town, locale } = view;
  const text = objectionText(locale);
  const indicators = leaves(programme, locale);
  return card(head(view, text.formTitle(townName(town, locale), periodName(period, locale)), "orange"), [
    ...(view.problem ? [md(`<font color='red'>${typed(view.problem)}</font>`)] : []),
    form("object_form", [
      md(text.whichIndicator),
      select("indicator", [...indicators, ["other", text.other]], view.typed?.indicator ?? "other"),
      input({
        name: "text",
        label: text.reason,
        ...(view.typed ? { value: view.typed.text } : {}),
        lines: 4,
        maxLength: LONGEST_OBJECTION,
      }),
      submitButton(text.send, { kind: "object", period, town: town.slug }, { type: "primary" }),
    ]),
  ]);
}

/** The office's form for one objection: accept or not, always with a reason. */
export function answerFormCard(view: ObjectionView): Card {
  const { objection, locale } = view;
  const text = objectionText(locale);
  return card(head(view, text.answerTitle, "orange"), [
    md(question(view)),
    md(text.openToAll, "notation"),
    form("answer_form", [
      input({ name: "answer", label: text.answer, lines: 4, maxLength: LONGEST_OBJECTION }),
      submitButton(
        text.accept,
        { kind: "answer_objection", id: objection.id, verdict: "accept" },
        { type: "primary" },
      ),
      submitButton(text.reject, { kind: "answer_objection", id: objection.id, verdict: "reject" }),
    ]),
    button(text.back, { kind: "progress", period: objection.period }),
  ]);
}

/** An objection as it stands: waiting, or with its answer. */
export function answeredCard(view: ObjectionView): Card {
  const { objection, locale } = view;
  const text = objectionText(locale);
  const waiting = objection.answer === null;
  return card(head(view, waiting ? text.waitingTitle : text.answeredTitle, waiting ? "blue" : "green"), [
    md(question(view)),
    md(waiting ? text.waiting : answerLine(view)),
    ...(view.office ? officeButtons(view) : []),
    ...(view.office
      ? []
      : [button(text.objectMore, { kind: "object_form", period: objection.period, town: objection.town })]),
  ]);
}

/** What is accepted is mended by the town; and back to the quarter. */
function officeButtons({ objection, locale }: ObjectionView): CardElement[] {
  const text = objectionText(locale);
  const { period, town } = objection;
  const reopen = button(text.reopen, { kind: "return_form", period, town, revision: "0" });
  const back = button(text.back, { kind: "progress", period });
  return [row(objection.accepted ? [[reopen], [back]] : [[back]], [], "flow")];
}

/** Question and answer for all towns. */
export function objectionNewsCard(view: ObjectionView): Card {
  return card(head(view, objectionText(view.locale).newsTitle, "blue"), [
    md(question(view)),
    md(answerLine(view)),
  ]);
}

function head({ programme, locale }: View, title: string, template: "orange" | "blue" | "green") {
  return { title, subtitle: nameOf(programme, locale), template };
}

function question({ programme, objection, locale }: ObjectionView): string {
  const town = townBySlug(programme, objection.town);
  const text = objectionText(locale);
  const about = leaves(programme, locale).find(([id]) => id === objection.indicator)?.[1] ?? text.other;
  const name = town ? townName(town, locale) : objection.town;
  return `${text.asked(name, about, momentName(objection.at, locale))}<br>${typed(objection.text)}`;
}

function answerLine({ objection, locale }: ObjectionView): string {
  const text = objectionText(locale);
  return `**${objection.accepted ? text.accepted : text.rejected}**<br>${typed(objection.answer ?? "")}`;
}

function leaves(programme: Programme, locale: Locale): Array<[string, string]> {
  return nodesOf(programme.scheme.root)
    .filter((node) => !isGroup(node))
    .map((leaf) => [leaf.id, (locale === "en" ? leaf.labelEn : leaf.label) ?? leaf.id]);
}
