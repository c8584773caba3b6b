import type { Locale } from "../../src/domain/programme/people.ts";
import type { Programme } from "../../src/domain/programme/programme.ts";
import type { Card, CardElement } from "../card.ts";
import { card, md, panel } from "../elements.ts";
import { nameOf } from "../names.ts";
import { reminderText } from "../text/reminders.ts";
import { itemLine, type ListedItem } from "./item-line.ts";

/** A group's overdue items. */
export type OverdueView = {
  programme: Programme;
  audience: "county_group" | "leading_group";
  items: readonly ListedItem[];
  locale: Locale;
};

/** Lines shown unfolded. */
const SHOWN = 10;
/** Most lines in total, because of the card's size limit. */
const MOST = 60;

/** The overdue items of a county's group or the leading group: places and items, no persons. */
export function overdueCard(view: OverdueView): Card {
  const { programme, audience, items, locale } = view;
  const text = reminderText(locale);
  const leading = audience === "leading_group";
  const lines = items.map((one) => itemLine(one, view, true));
  return card(
    {
      title: leading ? text.leadingGroup(items.length) : text.countyGroup(items.length),
      subtitle: nameOf(programme, locale),
      template: leading ? "red" : "orange",
    },
    [md(leading ? text.leadingLead : text.groupLead), ...folded(lines, locale)],
  );
}

/** Lines as a list; those beyond the first are folded, those beyond what a card holds are counted. */
export function folded(
  lines: readonly string[],
  locale: Locale,
  { shown = SHOWN, most = MOST }: { shown?: number; most?: number } = {},
): CardElement[] {
  const list = (some: readonly string[]) => md(some.map((line) => `- ${line}`).join("\n"));
  const more = lines.slice(shown, most);
  const left = lines.length - shown - more.length;
  const rest = left > 0 ? [md(`- ${reminderText(locale).more(left)}`)] : [];
  return [
    ...(shown > 0 && lines.length > 0 ? [list(lines.slice(0, shown))] : []),
    ...(more.length > 0
      ? [panel(reminderText(locale).more(more.length + Math.max(0, left)), [list(more), ...rest])]
      : []),
  ];
}
