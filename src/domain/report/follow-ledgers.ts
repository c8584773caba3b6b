import type { AreaContent, Basis } from "./content.ts";
import type { Report } from "./report.ts";

/**
 * A draft whose items follow the ledgers of their town (`basis.recorded`): those of areas that nobody has saved this
 * quarter, and those that follow already. What a person gave stays, and so does everything once it is submitted. Returns
 * the same object when nothing changes.
 */
export function followLedgers(report: Report, basis: Basis): Report {
  const { recorded } = basis;
  if (report.status !== "draft" || recorded === undefined) return report;
  let changed = false;
  const areas = Object.entries(report.content.areas).map(([id, area]): [string, AreaContent] => {
    const next = followed(area, recorded, report.saved[id] === undefined);
    changed ||= next !== area;
    return [id, next];
  });
  return changed ? { ...report, content: { ...report.content, areas: Object.fromEntries(areas) } } : report;
}

function followed(area: AreaContent, recorded: ReadonlyMap<string, number>, unsaved: boolean): AreaContent {
  const before = area.derived ?? [];
  const derived = Object.keys(area.items).filter(
    (id) => recorded.has(id) && (unsaved || before.includes(id)),
  );
  const items = Object.fromEntries(
    Object.entries(area.items).map(([id, percent]) => [
      id,
      derived.includes(id) ? (recorded.get(id) ?? percent) : percent,
    ]),
  );
  const same = Object.keys(items).every((id) => items[id] === area.items[id]);
  if (same && derived.join() === before.join()) return area;
  const { derived: _, ...rest } = area;
  return { ...rest, items, ...(derived.length > 0 ? { derived } : {}) };
}
