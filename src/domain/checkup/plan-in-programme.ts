import { yearOf } from "../calendar/period.ts";
import type { Basis, ReportContent } from "../report/content.ts";
import type { PlanInProgramme } from "./plan-ambition.ts";

/**
 * A report's year plan in relation to the whole programme, 万元: the totals of its projects, the sums invested in earlier
 * years (from their fourth quarters), and the years until the last phase, as the office or the pack dates it. Uncertain
 * parts are null.
 */
export function planInProgramme({ investment, image }: ReportContent, basis: Basis): PlanInProgramme {
  const year = yearOf(basis.period);
  const years = basis.programme.phases.map((phase) => phase.year);
  const dated = years.filter((one) => one !== null);
  const known = dated.length > 0 && dated.length === years.length;
  const totals = image.projects.map(({ total }) => total).filter((total) => total !== null);
  return {
    plan: investment.plan,
    programmeTotal:
      totals.length > 0 && totals.length === image.projects.length
        ? totals.reduce((sum, total) => sum + total, 0)
        : null,
    investedBefore: known ? investedBetween(Math.min(...dated), year, basis) : null,
    yearsLeft: known ? Math.max(...dated) - year + 1 : null,
  };
}

/** The sum invested in the years from `first` up to, but excluding, `year`; null when a fourth quarter is missing. */
function investedBetween(first: number, year: number, { earlier }: Basis): number | null {
  let sum = 0;
  for (let y = first; y < year; y += 1) {
    const last = earlier.find(({ period }) => period === `${y}Q4`)?.content.investment.cumulative;
    if (typeof last !== "number") return null;
    sum += last;
  }
  return sum;
}
