import { type Basis, INVESTMENT, type ReportContent } from "../report/content.ts";
import { previousContent } from "../report/plan.ts";
import type { CheckupFlag } from "./checkup-flag.ts";

/** The fewest figures worth comparing. */
const FEWEST = 3;

/**
 * Flags a report whose figures all equal last quarter's (scoring.md 5, copy): sum invested, fund sources, image
 * progress and all items. It covers `stagnation`, so ask only this one. Null when everything was finished last
 * quarter, because then nothing could change.
 */
export function copiedFigures(content: ReportContent, basis: Basis): CheckupFlag | null {
  const before = previousContent(basis);
  if (!before) return null;
  const [now, was] = [figuresOf(content), figuresOf(before)];
  const same = [...now].every(([key, value]) => was.get(key) === value);
  const unfinished = [...now].some(([key, value]) => key !== "cumulative" && value !== 0 && value !== 100);
  if (!same || !unfinished || now.size < FEWEST) return null;
  const values = { n: now.size };
  return {
    key: "copied_figures:report",
    kind: "copied_figures",
    section: INVESTMENT,
    severity: "flag",
    values,
  };
}

function figuresOf({ areas, investment, image }: ReportContent): Map<string, number> {
  const items = Object.entries(areas).flatMap(([area, { items }]) =>
    Object.entries(items).map(([id, done]) => [`${area}/${id}`, done] as const),
  );
  const sources = Object.entries(investment.sources).map(([id, sum]) => [`source/${id}`, sum] as const);
  const actual = image.projects.map(({ id, actual }) => [`project/${id}`, actual] as const);
  const own = [{ id: "", more: investment.more }, ...image.projects].flatMap(({ id, more }) =>
    Object.entries(more ?? {}).map(([field, figure]) => [`own/${id}/${field}`, figure] as const),
  );
  const all = [...items, ...sources, ...actual, ...own, ["cumulative", investment.cumulative] as const];
  return new Map(all.flatMap(([key, value]) => (value === null ? [] : [[key, value]])));
}
