import { type Basis, type SectionId, sectionsOf } from "./content.ts";
import { dueItems, previousContent } from "./plan.ts";
import type { Report } from "./report.ts";

/** The area's items that came due after the last approved quarter, in the pack's order. Empty in a first quarter. */
export function cameDue(basis: Basis, section: SectionId): string[] {
  const area = basis.programme.areas.find(({ id }) => id === section);
  const before = previousContent(basis)?.areas[section];
  if (!area || !before || !sectionsOf(basis.programme).includes(section)) return [];
  return dueItems(basis, area)
    .map(({ id }) => id)
    .filter((id) => before.items[id] === undefined);
}

/** The newly due items while nobody has saved the area this quarter; not those of which its ledger says how far they are. */
export function newlyDue(report: Report, basis: Basis, section: SectionId): string[] {
  const known = report.content.areas[section]?.derived ?? [];
  return report.saved[section] ? [] : cameDue(basis, section).filter((id) => !known.includes(id));
}
