import type { Locale } from "../../src/domain/programme/people.ts";
import type { Programme } from "../../src/domain/programme/programme.ts";
import type { Card } from "../card.ts";
import { button, card, grid, md, panel, typed } from "../elements.ts";
import { nameOf } from "../names.ts";
import { type OfficeText, officeText } from "../text/office.ts";

export type GroupKind = "leading_group" | "all_towns" | "county";
export type BindView = { programme: Programme; chatName: string; locale: Locale };
/** `area`: the county's slug when `kind` is county, else "". `byName`: the person who answered. */
export type BoundView = {
  programme: Programme;
  kind: GroupKind;
  area: string;
  byName: string;
  locale: Locale;
};

/** Asked once when the bot is added to a group: which group is this? */
export function bindCard({ programme, chatName, locale }: BindView): Card {
  const text = officeText(locale);
  return card({ title: text.bindTitle, subtitle: nameOf(programme, locale), template: "blue" }, [
    md(text.bindText(typed(chatName, 60), nameOf(programme.office, locale))),
    grid(groupButtons(text), 3),
  ]);
}

/** The follow-up question for a county's group. */
export function bindCountyCard({ programme, chatName, locale }: BindView): Card {
  const text = officeText(locale);
  const counties = programme.counties.map((county) =>
    button(nameOf(county, locale), { kind: "bind", group: "county", area: county.slug }),
  );
  return card({ title: text.bindCountyTitle, subtitle: nameOf(programme, locale), template: "blue" }, [
    md(text.bindCountyText(typed(chatName, 60))),
    grid(counties, 3),
  ]);
}

/** Replaces the question after the answer; offers to change it. */
export function boundCard({ programme, kind, area, byName, locale }: BoundView): Card {
  const text = officeText(locale);
  const county = programme.counties.find((one) => one.slug === area);
  const name = kind === "county" && county ? text.countyGroup(nameOf(county, locale)) : text.bindKinds[kind];
  return card({ title: text.boundTitle, subtitle: nameOf(programme, locale), template: "green" }, [
    md(text.boundText(name, typed(byName, 30))),
    panel(text.bindAgain, [grid(groupButtons(text), 3)]),
  ]);
}

function groupButtons(text: OfficeText) {
  return [
    button(text.bindKinds.leading_group, { kind: "bind", group: "leading_group", area: "" }),
    button(text.bindKinds.all_towns, { kind: "bind", group: "all_towns", area: "" }),
    button(text.bindKinds.county, { kind: "bind_county" }),
  ];
}
