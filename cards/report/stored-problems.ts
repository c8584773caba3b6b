import { sectionOf } from "../../src/domain/report/cells.ts";
import { checkFigures, type Problem } from "../../src/domain/report/hard-checks.ts";
import { firstProblems } from "./problem-lines.ts";
import type { ReportView } from "./view.ts";

/**
 * Saved figures that became invalid later, because an earlier quarter was approved or the plan changed. They prevent
 * submission and are shown beforehand.
 */
export function storedProblems({ report, basis }: ReportView): Problem[] {
  const saved = checkFigures(report.content, basis).filter(({ key }) => report.saved[sectionOf(key)]);
  return firstProblems(saved);
}
