import { INVESTMENT } from "../report/content.ts";
import type { CheckupFlag } from "./checkup-flag.ts";

/** A year's plan and the rest of the programme, 万元; null where unknown. `yearsLeft` includes this year. */
export type PlanInProgramme = {
  plan: number | null;
  programmeTotal: number | null;
  investedBefore: number | null;
  yearsLeft: number | null;
};

const LOW = 0.8;
const SLACK = 1e-9;

/**
 * m = year plan / (remaining investment / remaining years), scoring.md 5: 1 is an even pace. Null when a part is
 * unknown, nothing remains to invest, or no year remains.
 */
export function planAmbition({
  plan,
  programmeTotal,
  investedBefore,
  yearsLeft,
}: PlanInProgramme): number | null {
  if (plan === null || programmeTotal === null || investedBefore === null || yearsLeft === null) return null;
  const remaining = programmeTotal - investedBefore;
  return remaining <= 0 || yearsLeft <= 0 ? null : plan / (remaining / yearsLeft);
}

/** Flags a plan below 0.8 of an even pace. Shown beside the rank; no effect on the score. */
export function sandbaggedPlan(year: PlanInProgramme): CheckupFlag | null {
  const ambition = planAmbition(year);
  if (ambition === null || year.plan === null || ambition >= LOW - SLACK) return null;
  const values = { plan: year.plan, even: year.plan / ambition, ambition };
  return {
    key: `sandbagged:${INVESTMENT}`,
    kind: "sandbagged",
    section: INVESTMENT,
    severity: "watch",
    values,
  };
}

/** The optional factor on the investment score, off by default: m clamped to 0.9 to 1.1. */
export function ambitionFactor(ambition: number): number {
  return Math.min(Math.max(ambition, 0.9), 1.1);
}
