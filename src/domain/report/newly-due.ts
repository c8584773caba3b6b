import type { Basis, SectionId } from "./content.ts";
import { dueItems, previousContent } from "./plan.ts";
import type { Report } from "./report.ts";

/**
 * The area's items that have come due since the last approved quarter, until somebody saves the area this quarter: ids
 * in the pack's order. Empty in a town's first quarter, when every area has to be filled in anyway.
 */
export function newlyDue(report: Report, basis: Basis, section: SectionId): string[] {
  const area = basis.programme.areas.find(({ id }) => id === section);
  const before = previousContent(basis)?.areas[section];
  if (!area || !before || report.saved[section]) return [];
  return dueItems(basis, area)
    .map(({ id }) => id)
    .filter((id) => before.items[id] === undefined);
}
