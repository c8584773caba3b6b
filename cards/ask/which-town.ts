import type { Locale } from "../../src/domain/programme/people.ts";
import type { Programme, Town } from "../../src/domain/programme/programme.ts";
import type { Action } from "../action.ts";
import type { Card } from "../card.ts";
import { button, card, grid, md } from "../elements.ts";
import { countyName, nameOf, townName } from "../names.ts";
import { query } from "../query.ts";
import { askText } from "../text/ask.ts";

/** `about`: the question to answer once a town is chosen; its status by default. */
export type WhichTownView = {
  programme: Programme;
  options: Town[];
  about?: (town: Town) => Action;
  locale: Locale;
};

/** Asks which town is meant when a name fits several (domain.md 3). */
export function whichTownCard({ programme, options, about, locale }: WhichTownView): Card {
  const text = askText(locale);
  const buttons = options.map((town) =>
    button(
      text.townIn(townName(town, locale), countyName(programme, town, locale)),
      about?.(town) ?? query.status(town.slug),
    ),
  );
  return card({ title: text.whichTitle, subtitle: nameOf(programme, locale), template: "wathet" }, [
    md(text.whichLead),
    ...(buttons.length > 0 ? [grid(buttons, 2)] : []),
  ]);
}
