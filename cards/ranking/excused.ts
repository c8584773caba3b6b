import type { Locale } from "../../src/domain/programme/people.ts";
import type { Programme } from "../../src/domain/programme/programme.ts";
import type { RankedTown } from "../../src/domain/ranking/ranked-town.ts";
import { distinctTownName, nameOf } from "../names.ts";
import { taskText } from "../text/task.ts";

/** Most towns listed by name, and most items listed for each. */
const NAMED = 5;

/**
 * The items excluded from scoring, by town, because a department accepted a blocker; empty if there are none.
 */
export function excusedLines(
  programme: Programme,
  rows: ReadonlyArray<Pick<RankedTown, "town" | "excused">>,
  locale: Locale,
): string[] {
  const text = taskText(locale);
  const named = programme.areas.flatMap(({ items }) => items);
  const excused = rows.filter((row) => (row.excused ?? []).length > 0);
  const lines = excused.slice(0, NAMED).map(({ town, excused: items = [] }) => {
    const names = items.slice(0, NAMED).map((id) => {
      const item = named.find((one) => one.id === id);
      return item ? nameOf(item, locale) : id;
    });
    return text.excused(distinctTownName(programme, town, locale), names, items.length);
  });
  const more = excused.length - lines.length;
  return [...lines, ...(more > 0 ? [text.excusedMore(more)] : [])];
}
