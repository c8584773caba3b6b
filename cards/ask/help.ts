import type { PeriodId } from "../../src/domain/calendar/period.ts";
import type { Locale, Role } from "../../src/domain/programme/people.ts";
import type { Programme, Town } from "../../src/domain/programme/programme.ts";
import type { Card } from "../card.ts";
import { button, card, md, panel, row } from "../elements.ts";
import { nameOf } from "../names.ts";
import { askText } from "../text/ask.ts";
import { capital, exampleNames, examplesFor, type Question, tapsFor } from "./questions.ts";

/**
 * `period`: the last published quarter, else the one being reported, for an example. `town`: the town used in examples,
 * the asker's own if there is one, else the programme's first.
 */
export type HelpView = {
  role: Role;
  programme: Programme;
  questions: readonly Question[];
  period: PeriodId;
  town?: Town;
  /** A first greeting says what comes by itself: to a post, or to one's deputy. */
  greets?: "holder" | "deputy";
  locale: Locale;
};

/** Examples shown at once; the rest is behind a tap. */
const SHOWN = 5;

/** What this role can ask, with examples that can be sent as they are. */
export function helpCard({ role, programme, questions, period, town, greets, locale }: HelpView): Card {
  const text = askText(locale);
  const names = exampleNames(programme, locale, { period, ...(town ? { town } : {}) });
  const own: Array<[string, string]> =
    role === "town_official"
      ? [
          [text.quoteExample, text.does.quote],
          [text.photoExample, text.does.photo],
        ]
      : [];
  const lines = [...examplesFor(questions, role, names, programme, locale), ...own].map(
    ([phrase, what]) => `- ${text.say(phrase, what)}`,
  );
  const more = lines.slice(SHOWN);
  const taps = tapsFor(questions, role, programme, locale);
  return card({ title: text.helpTitle, subtitle: nameOf(programme, locale), template: "blue" }, [
    ...(greets ? [md(greets === "deputy" ? text.comesToDeputy : text.comes[role])] : []),
    md(`${text.helpLead}\n\n${lines.slice(0, SHOWN).join("\n")}`),
    ...(more.length > 0 ? [panel(text.moreExamples(more.length), [md(more.join("\n"))])] : []),
    md(role === "department" ? text.departmentScope : text.scope, "notation"),
    row(
      taps.map(({ phrase, action }, i) => [
        button(capital(phrase), action, { type: i === 0 ? "primary" : "default" }),
      ]),
      [],
      "flow",
    ),
  ]);
}
