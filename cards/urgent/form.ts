import type { Locale, Person } from "../../src/domain/people.ts";
import type { Programme } from "../../src/domain/programme.ts";
import { LONGEST_REASON, LONGEST_WORDS } from "../../src/domain/urgent-request.ts";
import type { Card } from "../card.ts";
import { button, card, form, input, md, multiSelect, select, submitButton, typed } from "../elements.ts";
import { distinctTownName, momentName, nameOf } from "../names.ts";
import { receiverName } from "../receiver.ts";
import { urgentText } from "../text/urgent.ts";

/** How many urgent messages were sent: what one more costs. */
export type Price = { month: number; quarter: number };
export type UrgentTyped = {
  towns: string[];
  words: string;
  reason: string;
  approver: string;
  until: string;
};

/**
 * `missing`: towns that have not reported yet. `approvers`: at least one. `ends`: UTC ms, the usual one first.
 * `typed`: what was chosen and written so far, `problem`: why it was refused.
 */
export type UrgentFormView = {
  programme: Programme;
  price: Price;
  missing: number;
  approvers: Person[];
  ends: number[];
  typed?: Partial<UrgentTyped>;
  problem?: string;
  locale: Locale;
};

/** The choice of all towns that have not reported: no slug begins like this. */
export const ALL_MISSING = "@missing";

/** The office's form: to whom, what, why, who approves it and until when; and how many there were already. */
export function urgentFormCard(view: UrgentFormView): Card {
  const { programme, locale, typed: was = {}, price } = view;
  const text = urgentText(locale);
  return card({ title: text.formTitle, subtitle: nameOf(programme, locale), template: "orange" }, [
    ...(view.problem ? [md(`<font color='red'>${typed(view.problem)}</font>`)] : []),
    md(text.price(price.month, price.quarter)),
    md(text.formIntro, "notation"),
    form("urgent_form", [
      md(text.towns),
      multiSelect("towns", text.chooseTowns, townOptions(view), was.towns ?? []),
      input({
        name: "words",
        label: text.words,
        value: was.words ?? "",
        lines: 3,
        maxLength: LONGEST_WORDS,
      }),
      input({
        name: "reason",
        label: text.reason,
        value: was.reason ?? "",
        lines: 2,
        maxLength: LONGEST_REASON,
      }),
      md(text.approver),
      choice("approver", text.approver, approverOptions(view), was.approver),
      md(text.until),
      choice("until", text.until, endOptions(view), was.until),
      submitButton(text.propose, { kind: "urgent" }, { type: "primary" }),
    ]),
    button(text.leave, { kind: "help" }),
  ]);
}

type Options = Array<[value: string, text: string]>;

/** A drop-down that starts with what was chosen before, or with the first. */
function choice(name: string, label: string, options: Options, was = "") {
  const known = options.some(([value]) => value === was);
  return select({ name, label, options, chosen: known ? was : (options[0]?.[0] ?? "") });
}

function townOptions({ programme, missing, locale }: UrgentFormView): Options {
  const all: Options = missing > 0 ? [[ALL_MISSING, urgentText(locale).allMissing(missing)]] : [];
  const towns = programme.towns.map((town): Options[number] => [
    town.slug,
    distinctTownName(programme, town, locale),
  ]);
  return [...all, ...towns];
}

function approverOptions({ programme, approvers, locale }: UrgentFormView): Options {
  return approvers.map((person) => [
    person.openId,
    `${person.name} · ${receiverName({ kind: "person", person }, programme, locale)}`,
  ]);
}

function endOptions({ ends, locale }: UrgentFormView): Options {
  return ends.map((at) => [String(at), momentName(at, locale)]);
}
