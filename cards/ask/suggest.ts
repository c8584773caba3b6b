import { parsePeriod } from "../../src/domain/calendar/period.ts";
import type { Locale } from "../../src/domain/programme/people.ts";
import type { Programme } from "../../src/domain/programme/programme.ts";
import { townBySlug } from "../../src/domain/programme/programme.ts";
import type { Card } from "../card.ts";
import { button, card, grid, md, typed } from "../elements.ts";
import { nameOf, periodName, townName } from "../names.ts";
import type { Query } from "../query.ts";
import { type AskText, askText } from "../text/ask.ts";

/** What can be suggested: questions the bot answers. */
export type Suggestion = Query<"status" | "ranking" | "explain" | "missing" | "my_form" | "help">;
/** `text`: what was written, at most 50 characters of which are shown. */
export type SuggestView = { programme: Programme; text: string; suggestions: Suggestion[]; locale: Locale };

const ECHOED = 50;
const OFFERED = 6;

/** The answer to a message that was not understood: possible meanings, one button each. */
export function suggestCard({ programme, text: written, suggestions, locale }: SuggestView): Card {
  const text = askText(locale);
  const echo = typed(written.trim().replace(/\s+/g, " "), ECHOED);
  const offered = suggestions.slice(0, OFFERED);
  // Rankings of several quarters name theirs: two buttons never say the same.
  const several = offered.filter(({ what }) => what === "ranking").length > 1;
  const buttons = offered.map((action) => {
    const period = several && action.what === "ranking" ? parsePeriod(action.about) : null;
    const called = words(action, programme, locale, text);
    return button(period ? text.ofPeriod(periodName(period, locale), called) : called, action);
  });
  const lead = echo === "" ? text.suggestLeadEmpty : text.suggestLead(echo);
  return card({ title: text.suggestTitle, subtitle: nameOf(programme, locale), template: "wathet" }, [
    md(lead),
    ...(buttons.length > 0 ? [grid(buttons, 2)] : []),
    md(text.noSuggestions, "notation"),
  ]);
}

function words(action: Suggestion, programme: Programme, locale: Locale, text: AskText): string {
  const { phrases } = text;
  const named = (slug: string) => {
    const town = townBySlug(programme, slug);
    return town ? (locale === "en" ? townName(town, locale) : town.short) : slug;
  };
  switch (action.what) {
    case "status":
      return phrases.status(named(action.about));
    case "explain":
      return phrases.why(named(action.about));
    case "ranking":
      return phrases.ranking;
    case "missing":
      return phrases.missing;
    case "my_form":
      return phrases.myForm;
    case "help":
      return phrases.help;
  }
}
