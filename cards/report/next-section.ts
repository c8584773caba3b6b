import { needsInput, sectionState } from "../../src/domain/report/completeness.ts";
import { type Basis, type SectionId, sectionsOf } from "../../src/domain/report/content.ts";
import type { Report } from "../../src/domain/report/report.ts";

/**
 * The section to fill in after `section`, in cyclic order: the next one with something missing or newly due, then the
 * next area with unfinished items that was not saved this quarter; null when there is none.
 */
export function nextSection(report: Report, basis: Basis, section: SectionId): SectionId | null {
  const sections = sectionsOf(basis.programme);
  const at = sections.indexOf(section);
  const order = [...sections.slice(at + 1), ...sections.slice(0, Math.max(at, 0))];
  const lacking = order.find((id) => needsInput(sectionState(report, basis, id)));
  return lacking ?? order.find((id) => !report.saved[id] && isUnfinished(id, report)) ?? null;
}

function isUnfinished(id: SectionId, report: Report): boolean {
  const { items = {}, derived = [] } = report.content.areas[id] ?? {};
  return Object.entries(items).some(([item, percent]) => percent < 100 && !derived.includes(item));
}
