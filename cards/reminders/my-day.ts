import type { Locale } from "../../src/domain/programme/people.ts";
import type { Programme } from "../../src/domain/programme/programme.ts";
import type { OwedItem } from "../../src/domain/reminders/owed-item.ts";
import { type Action, actionToken } from "../action.ts";
import type { Card, CardElement } from "../card.ts";
import { button, card, md, panel, row } from "../elements.ts";
import { nameOf } from "../names.ts";
import { query } from "../query.ts";
import { firstToFit } from "../size.ts";
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
/** Most lines of a part that have none: as many as the card has room for. */
const LISTED = [30, 12, 4];

/** Everything that waits for one person, by day due, one tap each. It is also the day's reminder. */
export function myDayCard(view: MyDayView): Card {
  return firstToFit(LISTED.map((listed) => () => draw(view, listed)));
}

function draw(view: MyDayView, listed: number): Card {
  const { programme, owed, watched, unheld, noGroup, locale } = view;
  const text = reminderText(locale);
  const tasks: Action = { kind: "list", scope: "mine", page: "1" };
  // Rows with a button take most of a card's room; what one has to do oneself comes first.
  const room = Math.max(0, WITH_BUTTON - owed.length);
  const seen = watched.slice(0, Math.min(SHOWN, room));
  const known = new Set(owed.slice(0, WITH_BUTTON).map(({ item }) => wayTo(item, text).name));
  return card({ ...head(view, text), subtitle: nameOf(programme, locale) }, [
    ...(owed.length > 0 ? ownLines(view, text, listed) : [md(text.noneOwed)]),
    ...(watched.length > 0
      ? [md(text.watched), ...others(watched, { shown: seen.length, listed }, known, view)]
      : []),
    ...(noGroup ? [md(text.noGroup, "notation")] : []),
    ...(unheld.length > 0
      ? [
          md(text.unheld),
          ...others(unheld, { shown: Math.min(SHOWN, room - seen.length), listed }, known, view),
        ]
      : []),
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
function ownLines(view: MyDayView, text: ReminderText, listed: number): CardElement[] {
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
  const rest = lines.length > listed ? [...lines.slice(0, listed), "- …"] : lines;
  const more = [...rows.slice(SHOWN), ...(rest.length > 0 ? [md(rest.join("\n"))] : [])];
  return [
    ...(watched.length + unheld.length > 0 ? [md(text.owed)] : []),
    ...rows.slice(0, SHOWN),
    ...(more.length > 0 ? [panel(text.more(owed.length - SHOWN), more)] : []),
  ];
}

/** Items of others: the first so many are looked at with one tap where they are records; `known`: ways on the card already. */
function others(
  items: readonly ListedItem[],
  { shown, listed }: { shown: number; listed: number },
  known: Set<string>,
  view: MyDayView,
): CardElement[] {
  const text = reminderText(view.locale);
  const rows = items.slice(0, shown).map((one) => {
    const line = md(`- ${itemLine(one, view, true)}`);
    const { action, name } = wayTo(one.item, text);
    if (one.item.kind !== "record" || known.has(name)) return line;
    known.add(name);
    return row([[line], [{ ...button(text.look, action), name }]], [1, 0]);
  });
  const more = items.slice(shown).map((one) => itemLine(one, view, true));
  return [...rows, ...folded(more, view.locale, { ...(shown > 0 ? { shown: 0 } : {}), most: listed })];
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
