import type { Locale } from "../../src/domain/programme/people.ts";
import type { Card } from "../card.ts";
import { button, card, md } from "../elements.ts";
import { momentName } from "../names.ts";
import { livingText } from "../text/living.ts";

/** Replaces a card that a newer one of its record supersedes: one line, and a button that shows the present state. */
export function olderCard(view: { kind: string; subject: string; drawn: Card; locale: Locale }): Card {
  const { kind, subject, drawn, locale } = view;
  const text = livingText(locale);
  const latest = button(text.latest, { kind: "latest", card: kind, subject });
  return card({ title: drawn.header.title.content, template: "grey" }, [md(text.older), latest]);
}

/** Replaces the card of a former holder: no buttons, no content of the record. */
export function notYoursCard({ title, locale }: { title: string; locale: Locale }): Card {
  return card({ title, template: "grey" }, [md(livingText(locale).notYours)]);
}

/** Adds a line saying that older cards, which can no longer be updated, are out of date. */
export function withFrozenNote(drawn: Card, locale: Locale): Card {
  return withLine(drawn, livingText(locale).frozen);
}

/** Adds the moment the card describes (UTC ms) as its last line. */
export function asOf(drawn: Card, now: number, locale: Locale): Card {
  return withLine(drawn, livingText(locale).asOf(momentName(now, locale)));
}

function withLine(drawn: Card, line: string): Card {
  return { ...drawn, body: { ...drawn.body, elements: [...drawn.body.elements, md(line, "notation")] } };
}
