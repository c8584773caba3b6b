import type { PeriodId } from "../../src/domain/calendar/period.ts";
import type { Locale } from "../../src/domain/programme/people.ts";
import type { Programme, Town } from "../../src/domain/programme/programme.ts";
import type { Card } from "../card.ts";
import { button, card, md } from "../elements.ts";
import { firstNames } from "../first-names.ts";
import { nameOf, periodName, townName } from "../names.ts";
import { query } from "../query.ts";
import { lockedText } from "../text/locked.ts";

/** `saved`: sections the town had filled in before the lock. */
export type LockedTownView = {
  programme: Programme;
  period: PeriodId;
  town: Town;
  saved: number;
  locale: Locale;
};
/** `missing`: never submitted; `unfinished`: returned or under review. In the pack's order. */
export type LockedOfficeView = {
  programme: Programme;
  period: PeriodId;
  missing: Town[];
  unfinished: Town[];
  locale: Locale;
};

/** Tells a town that its quarter was locked without its report, what that means and what is still possible. */
export function lockedTownCard({ programme, period, town, saved, locale }: LockedTownView): Card {
  const text = lockedText(locale);
  return card(
    { title: text.title(periodName(period, locale)), subtitle: nameOf(programme, locale), template: "grey" },
    [md(text.town(townName(town, locale), saved)), md(text.townNext), button(text.form, query.myForm())],
  );
}

/** Tells the office which towns did not report and which reports are unfinished. */
export function lockedOfficeCard(view: LockedOfficeView): Card {
  const { programme, period, missing, unfinished, locale } = view;
  const text = lockedText(locale);
  const names = (towns: Town[]) => firstNames(towns, locale);
  return card(
    {
      title: text.title(periodName(period, locale)),
      subtitle: nameOf(programme, locale),
      template: missing.length > 0 ? "orange" : "green",
    },
    [
      md(
        missing.length > 0
          ? text.missing(missing.length, names(missing))
          : text.allIn(programme.towns.length),
      ),
      ...(unfinished.length > 0 ? [md(text.unfinished(unfinished.length, names(unfinished)))] : []),
      button(text.progress, { kind: "progress", period }, { type: "primary" }),
    ],
  );
}
