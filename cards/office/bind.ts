import type { Locale } from "../../src/domain/programme/people.ts";
import type { Programme } from "../../src/domain/programme/programme.ts";
import type { Card } from "../card.ts";
import { button, card, grid, md, panel, typed } from "../elements.ts";
import { nameOf } from "../names.ts";
import { type OfficeText, officeText } from "../text/office.ts";

export type GroupKind = "leading_group" | "all_towns" | "county" | "office";
export type BindView = { programme: Programme; chatName: string; locale: Locale };
/**
 * `area`: the county's slug when `kind` is county, else "". `byName`: the person who answered. `instead`: the name of the
 * group that had this purpose before; "" where there was none.
 */
export type BoundView = {
  programme: Programme;
  kind: GroupKind;
  area: string;
  byName: string;
  instead: string;
  locale: Locale;
};
/** `chatName`: the group that has this one's purpose from now on. */
export type ReleasedView = Pick<BoundView, "programme" | "kind" | "area" | "locale"> & { chatName: string };

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
export function boundCard({ programme, kind, area, byName, instead, locale }: BoundView): Card {
  const text = officeText(locale);
  const name = purposeName({ programme, kind, area, locale });
  const gets = kind === "office" ? text.boundOffice : text.boundRankings;
  return card({ title: text.boundTitle, subtitle: nameOf(programme, locale), template: "green" }, [
    md(text.boundText(name, typed(byName, 30), gets)),
    ...(instead === "" ? [] : [md(text.boundInstead(typed(instead, 60)))]),
    panel(text.bindAgain, [grid(groupButtons(text), 3)]),
  ]);
}

/** Told to a group whose purpose another one has taken over; it may be given another. */
export function releasedCard({ programme, kind, area, chatName, locale }: ReleasedView): Card {
  const text = officeText(locale);
  const name = purposeName({ programme, kind, area, locale });
  return card({ title: text.releasedTitle, subtitle: nameOf(programme, locale), template: "grey" }, [
    md(text.releasedText(name, typed(chatName, 60))),
    panel(text.bindAgain, [grid(groupButtons(text), 3)]),
  ]);
}

function purposeName({ programme, kind, area, locale }: Omit<ReleasedView, "chatName">): string {
  const text = officeText(locale);
  const county = programme.counties.find((one) => one.slug === area);
  return kind === "county" && county ? text.countyGroup(nameOf(county, locale)) : text.bindKinds[kind];
}

function groupButtons(text: OfficeText) {
  return [
    button(text.bindKinds.leading_group, { kind: "bind", group: "leading_group", area: "" }),
    button(text.bindKinds.all_towns, { kind: "bind", group: "all_towns", area: "" }),
    button(text.bindKinds.county, { kind: "bind_county" }),
    button(text.bindKinds.office, { kind: "bind", group: "office", area: "" }),
  ];
}
