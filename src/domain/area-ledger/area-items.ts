import type { Area, Programme } from "../programme/programme.ts";

// What the ledger of a content area is about: the pack's items, figures, and the places and problems of the grid.

export type LedgerItem = Area["items"][number];
export type LedgerFigure = Area["figures"][number];

/** The items whose state is kept one by one: those that are no part of the grid and follow no figure. */
export function keptItems({ items, figures }: Area): LedgerItem[] {
  const measured = new Set(figures.map(({ item }) => item));
  return items.filter(({ id, is }) => is !== "place" && is !== "problem" && !measured.has(id));
}

/** The places and problems of the grid; both empty in an area without one. */
export function gridOf({ items }: Area): { places: LedgerItem[]; problems: LedgerItem[] } {
  const places = items.filter(({ is }) => is === "place");
  const problems = items.filter(({ is }) => is === "problem");
  return places.length > 0 && problems.length > 0 ? { places, problems } : { places: [], problems: [] };
}

/** The area a ledger is of; undefined where the pack has it no more. */
export function areaOf(
  { areas }: Pick<Programme, "areas">,
  record: { data: Record<string, unknown> } | null,
): Area | undefined {
  return areas.find(({ id }) => id === record?.data.area);
}
