import type { PeriodId } from "../../src/domain/calendar/period.ts";
import type { Locale, Role } from "../../src/domain/programme/people.ts";
import type { Programme, Town } from "../../src/domain/programme/programme.ts";
import type { Action } from "../action.ts";
import type { Card } from "../card.ts";
import { button, card, md, row } from "../elements.ts";
import { nameOf, townName } from "../names.ts";
import { query } from "../query.ts";
import { type AskText, askText } from "../text/ask.ts";

/**
 * `period`: the quarter being reported; `published`: the last published one, null before the first. `town`: the town
 * used in examples, the asker's own if there is one, else the programme's first.
 */
export type HelpView = {
  role: Role;
  programme: Programme;
  period: PeriodId;
  published: PeriodId | null;
  town?: Town;
  locale: Locale;
};

/** What this role can ask, with examples that can be sent as they are. */
export function helpCard(view: HelpView): Card {
  const { programme, role, locale } = view;
  const text = askText(locale);
  const lines = examples(view, text).map(([phrase, what]) => `- ${text.say(phrase, what)}`);
  const buttons = actions(view, text);
  return card({ title: text.helpTitle, subtitle: nameOf(programme, locale), template: "blue" }, [
    md(`${text.helpLead}\n\n${lines.join("\n")}`),
    md(role === "department" ? text.departmentScope : text.scope, "notation"),
    ...(buttons.length > 0
      ? [
          row(
            buttons.map(([words, action], i) => [
              button(words, action, { type: i === 0 ? "primary" : "default" }),
            ]),
            [],
            "flow",
          ),
        ]
      : []),
  ]);
}

function examples({ role, programme, town, locale }: HelpView, text: AskText): Array<[string, string]> {
  const { phrases, does } = text;
  const example = town ?? programme.towns[0];
  const name = example ? (locale === "en" ? townName(example, locale) : example.short) : "";
  const other = programme.towns.find(({ slug }) => slug !== example?.slug);
  const otherName = other ? (locale === "en" ? townName(other, locale) : other.short) : "";
  const asking: Array<[string, string]> = [
    [phrases.status(name), does.status],
    [phrases.ranking, does.ranking],
    [phrases.why(name), does.why],
    ...(other ? [[phrases.compare(name, otherName), does.compare] satisfies [string, string]] : []),
    [phrases.whatIf(name), does.whatIf],
  ];
  const tasks: [string, string] = [phrases.tasks, does.tasks];
  if (role === "department" || role === "town_principal") return [tasks, ...asking];
  if (role !== "town_official") {
    const urgent: Array<[string, string]> = role === "city_office" ? [[phrases.urgent, does.urgent]] : [];
    const year: Array<[string, string]> =
      role === "city_office" || role === "leader"
        ? [
            [phrases.plan, does.plan],
            [phrases.annual, does.annual],
            [phrases.award, does.award],
          ]
        : [];
    const slips: [string, string] = [phrases.slips, does.slips];
    return [...asking, [phrases.missing, does.missing], tasks, slips, ...year, ...urgent];
  }
  return [
    [phrases.myForm, does.myForm],
    [text.quoteExample, does.quote],
    [text.photoExample, does.photo],
    tasks,
    ...asking,
  ];
}

function actions({ role, period, published }: HelpView, text: AskText): Array<[string, Action]> {
  const { buttons } = text;
  const myForm: [string, Action] = [buttons.myForm, query.myForm()];
  const missing: [string, Action] = [buttons.missing, query.missing(period)];
  const progress: [string, Action] = [buttons.progress, { kind: "progress", period }];
  const ranking: Array<[string, Action]> = published ? [[buttons.ranking, query.ranking(published)]] : [];
  const tasks: [string, Action] = [buttons.tasks, { kind: "list", scope: "mine", page: "1" }];
  switch (role) {
    case "town_official":
      return [myForm, tasks, ...ranking];
    case "city_office":
      return [progress, missing, tasks, ...ranking];
    case "county_reviewer":
    case "county_principal":
    case "leader":
      return [missing, tasks, ...ranking];
    case "town_principal":
    case "department":
      return [tasks, ...ranking];
  }
}
