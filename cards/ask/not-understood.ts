import { isOff } from "../../src/domain/procedure/definition.ts";
import type { Locale, Role } from "../../src/domain/programme/people.ts";
import type { Programme } from "../../src/domain/programme/programme.ts";
import type { Card, CardElement } from "../card.ts";
import { button, card, md, row, typed } from "../elements.ts";
import { nameOf } from "../names.ts";
import { originText } from "../record/form.ts";
import { wordingText } from "../text/not-understood.ts";

/** `month`: `2026-10`. `texts`: masked, the most frequent first. */
export type NotUnderstoodView = {
  programme: Programme;
  month: string;
  texts: Array<{ words: string; times: number; roles: Role[] }>;
  locale: Locale;
};

/** Texts listed; rarer ones are counted. */
const LISTED = 8;

function meaningButton(words: string, locale: Locale): CardElement {
  const about = originText({ period: "", town: "", ref: words });
  return row([[button(wordingText(locale).meaning, { kind: "new", procedure: "wording", about })]]);
}

/** What was not understood in a month, each text with a button that proposes its meaning to a second person. */
export function notUnderstoodCard({ programme, month, texts, locale }: NotUnderstoodView): Card {
  const text = wordingText(locale);
  const [year = "", n = ""] = month.split("-");
  const times = texts.reduce((sum, one) => sum + one.times, 0);
  const listed = texts.slice(0, LISTED);
  return card(
    { title: text.title(text.month(year, Number(n))), subtitle: nameOf(programme, locale), template: "blue" },
    [
      md(text.lead(texts.length, times)),
      ...listed.flatMap(({ words, times, roles }) => [
        md(
          text.line(
            typed(words),
            times,
            roles.map((role) => text.roles[role]),
          ),
        ),
        ...(isOff({ id: "wording" }, programme) ? [] : [meaningButton(words, locale)]),
      ]),
      ...(texts.length > LISTED ? [md(text.more(texts.length - LISTED))] : []),
      md(text.note, "notation"),
    ],
  );
}
