import type { Locale } from "../../src/domain/programme/people.ts";
import type { Programme } from "../../src/domain/programme/programme.ts";
import type { OwedItem } from "../../src/domain/reminders/owed-item.ts";
import { type Action, actionToken } from "../action.ts";
import type { Card, CardElement } from "../card.ts";
import { button, card, md, panel, row } from "../elements.ts";
import { nameOf } from "../names.ts";
import { query } from "../query.ts";
import { type ReminderText, reminderText } from "../text/reminders.ts";
import { itemLine, type ListedItem, ownItem } from "./item-line.ts";
import { folded } from "./overdue.ts";

/**
 * What waits for one person: `owed`, their own items; `watched`, overdue ones of others they supervise; `unheld`, those
 * of posts nobody holds, which the office is told of instead. `noGroup`: some are told them because no group is bound.
 */
export type MyDayView = {
  programme: Programme;
  owed: readonly ListedItem[];
  watched: readonly ListedItem[];
  unheld: readonly ListedItem[];
  noGroup: boolean;
  locale: Locale;
};

/** Items in sight, and those of the fold that have a button as well; the list leads to any further ones. */
const SHOWN = 8;
const WITH_BUTTON = 20;
/** Most lines of a part, because of the card's size limit. */
const LISTED = 30;

/** Everything that waits for one person, by day due, one tap each. It is also the day's reminder. */
export function myDayCard(view: MyDayView): Card {
  const { programme, owed, watched, unheld, noGroup, locale } = view;
  const text = reminderText(locale);
  const tasks: Action = { kind: "list", scope: "mine", page: "1" };
  const lines = (items: readonly ListedItem[]) => items.map((one) => itemLine(one, view, true));
  return card({ ...head(view, text), subtitle: nameOf(programme, locale) }, [
    ...(owed.length > 0 ? ownLines(view, text) : [md(text.noneOwed)]),
    ...(watched.length > 0 ? [md(text.watched), ...folded(lines(watched), locale, { most: LISTED })] : []),
    ...(noGroup ? [md(text.noGroup, "notation")] : []),
    ...(unheld.length > 0 ? [md(text.unheld), ...folded(lines(unheld), locale, { most: LISTED })] : []),
    ...(owed.some(({ item }) => item.kind === "report") ? [md(text.late, "notation")] : []),
    button(text.tasks, tasks),
    md(text.note, "notation"),
  ]);
}

/** The title stays the same, for it also stands on the lines that lead from older cards; what changes is in the tags. */
function head({ owed, watched, unheld }: MyDayView, text: ReminderText) {
  const late = owed.filter((one) => one.late).length;
  const ofOthers = watched.length + unheld.length;
  const isLate = late + watched.length + unheld.filter((one) => one.late).length > 0;
  const tags = [
    ...(owed.length > 0 ? [{ text: text.mine(owed.length), color: "blue" }] : []),
    ...(late > 0 ? [{ text: text.lateTag(late), color: "red" }] : []),
    ...(ofOthers > 0 ? [{ text: text.attention(ofOthers), color: "orange" }] : []),
  ];
  const none = { text: text.nothing, color: "neutral" };
  const template = isLate ? ("orange" as const) : ("blue" as const);
  return { title: text.myDay, template, tags: tags.length > 0 ? tags : [none] };
}

/** One's own items, by day due; what is late stands first. */
function ownLines(view: MyDayView, text: ReminderText): CardElement[] {
  const { owed, watched, unheld } = view;
  const names = new Set<string>();
  const rows = owed.slice(0, WITH_BUTTON).map((one) => {
    const line = md(ownItem(one, view));
    const { label, action, name } = wayTo(one.item, text);
    // Two obligations of one record have one way.
    if (names.has(name)) return line;
    names.add(name);
    return row([[line], [{ ...button(label, action), name }]], [1, 0]);
  });
  const lines = owed.slice(WITH_BUTTON).map((one) => `- ${itemLine(one, view, false)}`);
  const rest = lines.length > LISTED ? [...lines.slice(0, LISTED), "- …"] : lines;
  const more = [...rows.slice(SHOWN), ...(rest.length > 0 ? [md(rest.join("\n"))] : [])];
  return [
    ...(watched.length + unheld.length > 0 ? [md(text.owed)] : []),
    ...rows.slice(0, SHOWN),
    ...(more.length > 0 ? [panel(text.more(owed.length - SHOWN), more)] : []),
  ];
}

/** The button that leads to an item; its name tells it from those of the other items. */
function wayTo({ kind, subject, town, period }: OwedItem, text: ReminderText) {
  const action: Action =
    kind === "record"
      ? { kind: "show", id: subject }
      : kind === "visits"
        ? { kind: "new", procedure: "visit", about: "//" }
        : kind === "review" && town !== null && period !== null
          ? { kind: "review", period, town }
          : query.myForm();
  return { label: text.ways[kind], action, name: actionToken(action) };
}
