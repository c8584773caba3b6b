// Annual scores of towns and counties (scoring.md 2). A missing score is never estimated: the annual score is null too.

export type AnnualRule = {
  /** Weights of the four quarters; they sum to 1. */
  quarters: readonly [number, number, number, number];
  /** Share of the four quarters in the annual score; the rest is the year-end appraisal. */
  process: number;
};
export type FourQuarters = readonly [number | null, number | null, number | null, number | null];

/** scoring.md 2. */
export const ANNUAL_RULE: AnnualRule = { quarters: [0.15, 0.2, 0.25, 0.4], process: 0.7 };

/**
 * `process`: the weighted quarters, null unless all four have a score. `year`: process and appraisal by their shares,
 * null also without an appraisal.
 */
export function annualScore(
  quarters: FourQuarters,
  appraisal: number | null,
  rule: AnnualRule = ANNUAL_RULE,
): { process: number | null; year: number | null } {
  const weighted = quarters.map((score, i) => (score === null ? null : score * (rule.quarters[i] ?? 0)));
  const process = sumOrNull(weighted);
  if (process === null || appraisal === null) return { process, year: null };
  return { process, year: rule.process * process + (1 - rule.process) * appraisal };
}

/**
 * The weighted mean of the quarters so far, as a provisional annual score. Null without any quarter, or when one of
 * them has no score.
 */
export function scoreSoFar(
  quarters: FourQuarters,
  counted: readonly boolean[],
  rule: AnnualRule = ANNUAL_RULE,
): number | null {
  const parts = quarters.flatMap((score, i) => (counted[i] ? [{ score, plan: rule.quarters[i] ?? 0 }] : []));
  return countyScore(parts, "plan");
}

/**
 * A county's score: the mean of its towns, or weighted by year plan (万元). With `duty`, the score on the county's own
 * duties has that share (0.1 in the 90/10 variant). Null without towns, when a town has no score, or when all plans are
 * zero.
 */
export function countyScore(
  towns: ReadonlyArray<{ score: number | null; plan: number }>,
  by: "plain" | "plan",
  duty?: { score: number; share: number },
): number | null {
  const weightOf = (plan: number) => (by === "plan" ? plan : 1);
  const sum = sumOrNull(towns.map(({ score, plan }) => (score === null ? null : score * weightOf(plan))));
  const weight = towns.reduce((total, { plan }) => total + weightOf(plan), 0);
  if (sum === null || weight <= 0) return null;
  return duty ? (1 - duty.share) * (sum / weight) + duty.share * duty.score : sum / weight;
}

function sumOrNull(values: Array<number | null>): number | null {
  return values.reduce<number | null>(
    (sum, value) => (sum === null || value === null ? null : sum + value),
    0,
  );
}
