import type { Locale } from "../../src/domain/people.ts";
import type { Card } from "../card.ts";
import { button, card, md } from "../elements.ts";
import { momentName } from "../names.ts";
import { livingText } from "../text/living.ts";

/** One line in the place of a card that gave way to a newer one of its record, with a button that shows the present state. */
export function olderCard(view: { kind: string; subject: string; drawn: Card; locale: Locale }): Card {
  const { kind, subject, drawn, locale } = view;
  const text = livingText(locale);
  const latest = button(text.latest, { kind: "latest", card: kind, subject });
  return card({ title: drawn.header.title.content, template: "grey" }, [md(text.older), latest]);
}

/** What stands where the card of a former holder was: nothing to press, nothing of the record. */
export function notYoursCard({ title, locale }: { title: string; locale: Locale }): Card {
  return card({ title, template: "grey" }, [md(livingText(locale).notYours)]);
}

/** The card with a line that older ones, which the platform does not let us change any more, are not to be gone by. */
export function withFrozenNote(drawn: Card, locale: Locale): Card {
  return withLine(drawn, livingText(locale).frozen);
}

/** The card with the moment it speaks of (UTC ms) as its last line. */
export function asOf(drawn: Card, now: number, locale: Locale): Card {
  return withLine(drawn, livingText(locale).asOf(momentName(now, locale)));
}

function withLine(drawn: Card, line: string): Card {
  return { ...drawn, body: { ...drawn.body, elements: [...drawn.body.elements, md(line, "notation")] } };
}
