import { type AreaContent, type Basis, INVESTMENT, type Investment } from "./content.ts";
import type { Report } from "./report.ts";

/**
 * A draft whose items and figures follow the ledgers of their town (`basis.recorded`, `basis.figures`): those of sections
 * that nobody has saved this quarter, and those that follow already. What a person gave stays, and so does everything once it is submitted. Returns
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
  const { investment: before } = report.content;
  const investment = withFigures(before, basis.figures ?? new Map(), report.saved[INVESTMENT] === undefined);
  if (!changed && investment === before) return report;
  const content = {
    ...report.content,
    investment,
    areas: changed ? Object.fromEntries(areas) : report.content.areas,
  };
  return { ...report, content };
}

function withFigures(
  investment: Investment,
  figures: ReadonlyMap<string, number>,
  unsaved: boolean,
): Investment {
  const { byLedger: before = [], more, ...rest } = investment;
  const following = [...figures.keys()].filter((id) => unsaved || before.includes(id));
  const now = { ...more, ...Object.fromEntries(following.map((id) => [id, figures.get(id) ?? 0])) };
  const same = following.every((id) => more?.[id] === now[id]);
  if (same && following.join() === before.join()) return investment;
  return {
    ...rest,
    ...(Object.keys(now).length > 0 ? { more: now } : {}),
    ...(following.length > 0 ? { byLedger: following } : {}),
  };
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
