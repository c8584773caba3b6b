import type { Locale } from "../../src/domain/programme/people.ts";
import { type Programme, townBySlug } from "../../src/domain/programme/programme.ts";
import type { Debtor, OwedItem } from "../../src/domain/reminders/owed-item.ts";
import type { Reminder } from "../../src/domain/reminders/plan-reminders.ts";
import { type Action, actionToken } from "../action.ts";
import type { Card, CardElement } from "../card.ts";
import { button, card, md, panel, row, typed } from "../elements.ts";
import { dayName, nameOf, periodName, townName } from "../names.ts";
import { query } from "../query.ts";
import { type ReminderText, reminderText } from "../text/reminders.ts";

/**
 * One person's reminders of a day: `owed`, their own items; `watched`, those of others they supervise; `unheld`, those
 * of posts nobody holds, which the office is told of instead.
 */
export type ReminderView = {
  programme: Programme;
  owed: Reminder[];
  watched: Reminder[];
  unheld: Reminder[];
  locale: Locale;
};
/** A group's overdue items. `noGroup`: sent to a person because no group is bound. */
export type OverdueView = {
  programme: Programme;
  audience: "county_group" | "leading_group";
  reminders: Reminder[];
  noGroup: boolean;
  locale: Locale;
};

/** Lines shown unfolded. */
const SHOWN = 10;
/** Most lines in total, because of the card's size limit. */
const MOST = 60;
const LONGEST_TITLE = 60;
/** Characters of a title on a button. */
const SHORT_TITLE = 14;
/** Most buttons that lead to single items. */
const MOST_BUTTONS = 4;

/** One person's daily reminder, for any number of items. */
export function reminderCard(view: ReminderView): Card {
  const { programme, owed, watched, unheld, locale } = view;
  const text = reminderText(locale);
  const isLate = (reminder: Reminder) => reminder.step > 0;
  const late = owed.filter(isLate).length;
  const lateOfOthers = [...watched, ...unheld.filter(isLate)].length;
  const title =
    late > 0
      ? text.overdue(late)
      : owed.length === 0 && lateOfOthers > 0
        ? text.attention(lateOfOthers)
        : text.reminder(owed.length + unheld.length);
  const own = owed.map((reminder) => line(reminder, view, false));
  const others = watched.map((reminder) => line(reminder, view, true));
  const ofNobody = unheld.map((reminder) => line(reminder, view, true));
  return card(
    {
      title,
      subtitle: nameOf(programme, locale),
      template: late > 0 || (owed.length === 0 && lateOfOthers > 0) ? "orange" : "blue",
    },
    [
      ...(owed.length > 0 && watched.length + unheld.length > 0 ? [md(text.owed)] : []),
      ...folded(own, locale),
      ...(watched.length > 0 ? [md(text.watched), ...folded(others, locale)] : []),
      ...(unheld.length > 0 ? [md(text.unheld), ...folded(ofNobody, locale)] : []),
      ...(owed.some(({ item, step }) => item.kind === "report" && step >= 0)
        ? [md(text.late, "notation")]
        : []),
      ...buttons(view, text),
      md(text.note, "notation"),
    ],
  );
}

/** The overdue items of a county's group or the leading group: places and items, no persons. */
export function overdueCard(view: OverdueView): Card {
  const { programme, audience, reminders, noGroup, locale } = view;
  const text = reminderText(locale);
  const leading = audience === "leading_group";
  return card(
    {
      title: leading ? text.leadingGroup(reminders.length) : text.countyGroup(reminders.length),
      subtitle: nameOf(programme, locale),
      template: leading ? "red" : "orange",
    },
    [
      ...(noGroup ? [md(text.noGroup, "notation")] : []),
      md(leading ? text.leadingLead : text.groupLead),
      ...folded(
        reminders.map((reminder) => line(reminder, view, true)),
        locale,
      ),
    ],
  );
}

function line(
  reminder: Reminder,
  view: { programme: Programme; locale: Locale },
  withPlace: boolean,
): string {
  const { item, days, step } = reminder;
  const { locale } = view;
  const text = reminderText(locale);
  const said = about(reminder, view);
  const what = withPlace && item.kind === "record" ? text.quoted(said) : text.kinds[item.kind](said);
  const due = dayName(item.due ?? reminder.since, locale);
  const when = step > 0 ? text.gone(days, due) : days === 0 ? text.today : text.daysLeft(days, due);
  const place = withPlace ? placeOf(reminder, view) : null;
  return `- ${place ? text.about(place, what) : what}${locale === "en" ? ": " : "，"}${when}`;
}

/** The quarter, the town and quarter of a review, or the title a person gave. */
function about({ item }: Reminder, { programme, locale }: { programme: Programme; locale: Locale }): string {
  const title = locale === "en" ? (item.titleEn ?? item.title) : item.title;
  if (!item.period) return typed(title, LONGEST_TITLE);
  const period = periodName(item.period, locale);
  const town = item.kind === "review" && item.town !== null ? townBySlug(programme, item.town) : undefined;
  return town ? `${townName(town, locale)}${locale === "en" ? " " : ""}${period}` : period;
}

/** The town that owes it; otherwise whoever owes it. */
function placeOf(
  { item }: Reminder,
  { programme, locale }: { programme: Programme; locale: Locale },
): string | null {
  const town = item.owes.kind === "town" ? townBySlug(programme, item.owes.slug) : undefined;
  return town ? townName(town, locale) : debtorName(item.owes, programme, locale);
}

function debtorName(owes: Debtor, programme: Programme, locale: Locale): string | null {
  if (owes.kind === "office") return nameOf(programme.office, locale);
  if (owes.kind === "leader" || owes.kind === "person") return null;
  const places = owes.kind === "department" ? programme.departments : programme.counties;
  const place = places.find(({ slug }) => slug === owes.slug);
  return place ? nameOf(place, locale) : null;
}

function folded(lines: string[], locale: Locale): CardElement[] {
  const more = lines.slice(SHOWN, MOST);
  const left = lines.length - SHOWN - more.length;
  const title = locale === "en" ? `${more.length + left} more` : `其余${more.length + left}件`;
  return [
    ...(lines.length > 0 ? [md(lines.slice(0, SHOWN).join("\n"))] : []),
    ...(more.length > 0 ? [panel(title, [md([...more, ...(left > 0 ? ["- …"] : [])].join("\n"))])] : []),
  ];
}

/** Links to what has to be done: the form, the tasks, and the first few reviews and records. */
function buttons(view: ReminderView, text: ReminderText): CardElement[] {
  const kinds = new Set(view.owed.map(({ item }) => item.kind));
  const has = (...wanted: OwedItem["kind"][]) => wanted.some((kind) => kinds.has(kind));
  const form = has("report", "returned") ? [button(text.form, query.myForm(), { type: "primary" })] : [];
  // Beyond a few, the list leads to each.
  const records = view.owed.filter(({ item }) => item.kind === "record").length;
  const tasks =
    records > MOST_BUTTONS ? [button(text.tasks, { kind: "list", scope: "mine", page: "1" })] : [];
  const all = [...form, ...tasks, ...recordButtons(view, text).slice(0, MOST_BUTTONS)].map((one) => [one]);
  return all.length > 0 ? [row(all, [], "flow")] : [];
}

function recordButtons({ programme, owed, locale }: ReminderView, text: ReminderText) {
  return owed.flatMap(({ item }) => {
    if (item.kind === "record") {
      const title = locale === "en" ? (item.titleEn ?? item.title) : item.title;
      const letters = [...title];
      const words = letters.length > SHORT_TITLE ? `${letters.slice(0, SHORT_TITLE - 1).join("")}…` : title;
      return [button(words, { kind: "show", id: item.subject })];
    }
    const town = item.kind === "review" && item.town !== null ? townBySlug(programme, item.town) : undefined;
    if (!town || !item.period) return [];
    const action: Action = { kind: "review", period: item.period, town: town.slug };
    // The card covers several reports, so the button's name has to include which one.
    return [{ ...button(text.review(townName(town, locale)), action), name: actionToken(action) }];
  });
}
