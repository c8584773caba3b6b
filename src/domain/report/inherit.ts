import type { Report } from "./report.ts";

/**
 * Passes unsaved input of a post's former holders to their successor, who finds it in the forms. The successor's own
 * input in the same form is kept. Returns the same object when there is nothing to pass on.
 */
export function inheritTyped(report: Report, from: string[], to: string): Report {
  const own = new Set(report.pending.filter((p) => p.by === to).map((p) => p.section));
  const inherited = report.pending.filter((p) => from.includes(p.by) && !own.has(p.section));
  if (inherited.length === 0) return report;
  const last = new Map(inherited.map((p) => [p.section, { ...p, by: to }]));
  const rest = report.pending.filter((p) => !inherited.includes(p));
  return { ...report, revision: report.revision + 1, pending: [...rest, ...last.values()] };
}
