import type { Locale } from "../../src/domain/programme/people.ts";
import type { Programme } from "../../src/domain/programme/programme.ts";
import type { Card } from "../card.ts";
import { button, card, grid, md, typed } from "../elements.ts";
import { nameOf } from "../names.ts";
import { askText } from "../text/ask.ts";
import { capital, type Tap } from "./questions.ts";

/** `text`: what was written, at most 50 characters of which are shown; `suggestions`: questions the bot answers. */
export type SuggestView = { programme: Programme; text: string; suggestions: Tap[]; locale: Locale };

const ECHOED = 50;
const OFFERED = 6;

/** The answer to a message that was not understood: possible meanings, one button each. */
export function suggestCard({ programme, text: written, suggestions, locale }: SuggestView): Card {
  const text = askText(locale);
  const echo = typed(written.trim().replace(/\s+/g, " "), ECHOED);
  const offered = suggestions.slice(0, OFFERED);
  const buttons = offered.map(({ phrase, action }) => button(capital(phrase), action));
  const lead = echo === "" ? text.suggestLeadEmpty : text.suggestLead(echo);
  return card({ title: text.suggestTitle, subtitle: nameOf(programme, locale), template: "wathet" }, [
    md(lead),
    ...(buttons.length > 0 ? [grid(buttons, 2)] : []),
    md(text.noSuggestions, "notation"),
  ]);
}
