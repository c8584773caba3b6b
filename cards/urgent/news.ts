import type { Locale } from "../../src/domain/programme/people.ts";
import type { Programme } from "../../src/domain/programme/programme.ts";
import type { Card } from "../card.ts";
import { button, card, md, typed } from "../elements.ts";
import { momentName, nameOf } from "../names.ts";
import { query } from "../query.ts";
import { urgentText } from "../text/urgent.ts";

/** `until`: UTC ms. `ended`: the town has reported, or its time has passed; null while it runs. */
export type UrgentNewsView = {
  programme: Programme;
  words: string;
  reason: string;
  until: number;
  ended: "reported" | "time" | null;
  locale: Locale;
};

/** An approved urgent message as a town's officials get it, and what becomes of it. It names no person. */
export function urgentNewsCard({ programme, words, reason, until, ended, locale }: UrgentNewsView): Card {
  const text = urgentText(locale);
  const office = nameOf(programme.office, locale);
  const over = ended === "reported" ? text.reported : text.timeOver(office);
  return card(
    {
      title: text.newsTitle,
      subtitle: nameOf(programme, locale),
      template: ended === null ? "red" : "grey",
      tags: ended === null ? [{ text: text.newsTag, color: "red" }] : [],
    },
    [
      ...(ended === null ? [] : [md(over)]),
      md(typed(words)),
      md(`${text.because}${typed(reason)}`),
      ...(ended === null ? [md(text.before(momentName(until, locale)))] : []),
      md(text.approved(office), "notation"),
      ...(ended === "reported"
        ? []
        : [button(text.myForm, query.myForm(), { type: ended === null ? "primary" : "default" })]),
    ],
  );
}
