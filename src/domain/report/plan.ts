import { previousInYear, quarterOf } from "../calendar/period.ts";
import type { Area } from "../programme/programme.ts";
import type { AreaContent, Basis, Investment, Project, ReportContent } from "./content.ts";
import { followSums } from "./sums.ts";

// The initial content of a quarter: the plan's due items and last quarter's values, so that known figures are not
// asked.

/** The plan of a town without a plan: every item due, investment and projects unknown. */
export const UNPLANNED = { investment: null, dueFrom: null, projects: [] };

/** The area's items due by the end of the report's quarter. */
export function dueItems(basis: Basis, area: Area): Area["items"] {
  const { dueFrom } = basis.plan;
  if (!dueFrom) return area.items;
  const quarter = quarterOf(basis.period);
  return area.items.filter((item) => (dueFrom[item.id] ?? 5) <= quarter);
}

/** The content of the last approved quarter, of any year; null when there is none. */
export function previousContent(basis: Basis): ReportContent | null {
  return basis.earlier.at(-1)?.content ?? null;
}

/** The content of the quarter before within the year, from which cumulative sums continue; null in a first quarter. */
export function previousThisYear(basis: Basis): ReportContent | null {
  const wanted = previousInYear(basis.period);
  if (!wanted) return null;
  const sameYear = basis.earlier.filter((e) => e.period.slice(0, 4) === basis.period.slice(0, 4));
  return sameYear.at(-1)?.content ?? null;
}

/** Cumulative investment of this year before this quarter, 万元. */
export function cumulativeBefore(basis: Basis): number {
  return previousThisYear(basis)?.investment.cumulative ?? 0;
}

/** The content a quarter opens with: known plan figures and last quarter's values. */
export function openingContent(basis: Basis): ReportContent {
  return {
    areas: Object.fromEntries(basis.programme.areas.map((area) => [area.id, openingArea(basis, area)])),
    investment: openingInvestment(basis),
    image: { projects: openingProjects(basis), words: "" },
  };
}

function openingArea(basis: Basis, area: Area): AreaContent {
  const before = previousContent(basis)?.areas[area.id];
  const items = dueItems(basis, area).map((item) => [item.id, before?.items[item.id] ?? 0]);
  // An open problem stays until the town removes it; progress and next steps are new every quarter.
  return {
    items: Object.fromEntries(items),
    words: { progress: "", next: "", problem: before?.words.problem ?? "" },
  };
}

/** No sum is given yet for this quarter: it is derived from the sources, which start from last quarter's. */
function openingInvestment(basis: Basis): Investment {
  const before = previousThisYear(basis)?.investment;
  const plan = basis.plan.investment ?? before?.plan ?? null;
  const opening = { plan, cumulative: null, sources: { ...before?.sources }, words: "" };
  return followSums(opening, cumulativeBefore(basis));
}

function openingProjects(basis: Basis): Project[] {
  const before = previousContent(basis)?.image.projects ?? [];
  const quarter = quarterOf(basis.period);
  const planned = basis.plan.projects.map((p) => ({
    id: p.id,
    name: p.name,
    total: p.total,
    planned: p.planned[quarter - 1] ?? null,
    actual: before.find((b) => b.id === p.id)?.actual ?? null,
  }));
  const own = before.filter((b) => !planned.some((p) => p.id === b.id)).map(({ more: _, ...p }) => p);
  return [...planned, ...own.map((p) => ({ ...p, planned: p.planned === 100 ? 100 : null }))];
}

/** Whether the office's plan has this project's planned progress, which is then shown and not asked. */
export function plannedIsKnown(basis: Basis, projectId: string): boolean {
  return basis.plan.projects.some((p) => p.id === projectId);
}
