import type { Locale } from "../../src/domain/programme/people.ts";
import { type Programme, townBySlug } from "../../src/domain/programme/programme.ts";
import type { Debtor, OwedItem } from "../../src/domain/reminders/owed-item.ts";
import { typed } from "../elements.ts";
import { dayName, nameOf, periodName, townName } from "../names.ts";
import { reminderText } from "../text/reminders.ts";

/** An obligation as a card lists it. `days`: working days left or, if it is late, passed; null where they are not known. */
export type ListedItem = { item: OwedItem; late: boolean; days: number | null };

type Named = { programme: Programme; locale: Locale };

const LONGEST_TITLE = 60;

/** One of the reader's own obligations: what it is, and below it the day, in red once that is past. */
export function ownItem({ item, late, days }: ListedItem, view: Named): string {
  const text = reminderText(view.locale);
  const when = whenOf({ item, late, days }, view.locale);
  const what = `**${text.kinds[item.kind](about(item, view))}**`;
  return when === "" ? what : `${what}<br>${late ? text.lit(when) : when}`;
}

/** One obligation in one line; `withPlace`: of somebody else, who is named. */
export function itemLine({ item, late, days }: ListedItem, view: Named, withPlace: boolean): string {
  const text = reminderText(view.locale);
  const said = about(item, view);
  const what = withPlace && item.kind === "record" ? text.quoted(said) : text.kinds[item.kind](said);
  const place = withPlace ? placeOf(item.owes, view) : null;
  const when = whenOf({ item, late, days }, view.locale);
  const comma = view.locale === "en" ? ": " : "，";
  return `${place ? text.about(place, what) : what}${when === "" ? "" : comma + when}`;
}

function whenOf({ item, late, days }: ListedItem, locale: Locale): string {
  const text = reminderText(locale);
  if (item.due === null) return "";
  const due = dayName(item.due, locale);
  if (days === null) return late ? text.passed(due) : text.until(due);
  if (late) return text.gone(days, due);
  return days === 0 ? text.today : text.daysLeft(days, due);
}

/** The quarter, the town and quarter of a review, or the title a person gave. */
function about(item: OwedItem, { programme, locale }: Named): string {
  if (!item.period) return typed(titleOf(item, locale), LONGEST_TITLE);
  const period = periodName(item.period, locale);
  const town = item.kind === "review" && item.town !== null ? townBySlug(programme, item.town) : undefined;
  return town ? `${townName(town, locale)}${locale === "en" ? " " : ""}${period}` : period;
}

function titleOf({ title, titleEn = title }: OwedItem, locale: Locale): string {
  return locale === "en" ? titleEn : title;
}

/** The town that owes it; otherwise whoever owes it. */
function placeOf(owes: Debtor, { programme, locale }: Named): string | null {
  if (owes.kind === "office") return nameOf(programme.office, locale);
  if (owes.kind === "leader" || owes.kind === "person") return null;
  const places = { town: programme.towns, county: programme.counties, department: programme.departments };
  const place = places[owes.kind].find(({ slug }) => slug === owes.slug);
  return place ? nameOf(place, locale) : null;
}
