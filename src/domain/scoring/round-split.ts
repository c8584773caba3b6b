import type { Split } from "./award-split.ts";
import { roundHalfUp } from "./round-half-up.ts";

/** A tolerance in steps: an amount this little below a whole number of steps counts as that number. */
const SLACK = 1e-6;

/**
 * Rounds a split to whole steps (0.1 万元) by largest remainder, equal remainders by id (scoring.md 6). This can leave
 * towns of equal score a step apart; with `tied: "equal"` all of them get the smaller amount and the difference goes to
 * the reserve. Awards and reserve still sum to the pot.
 */
export function roundSplit(split: Split, step: number, tied: "by_id" | "equal"): Split {
  const exact = split.awards.map(({ amount }) => amount / step);
  const steps = exact.map((amount) => Math.floor(amount + SLACK));
  const whole = Math.floor(sumOf(exact) + SLACK);
  const order = exact
    .map((amount, i) => ({
      i,
      id: split.awards[i]?.id ?? "",
      left: roundHalfUp(amount - (steps[i] ?? 0), 6),
    }))
    .sort((a, b) => b.left - a.left || (a.id < b.id ? -1 : 1));
  for (const { i } of order.slice(0, whole - sumOf(steps))) steps[i] = (steps[i] ?? 0) + 1;
  const final = tied === "equal" ? steps.map((_, i) => leastOfTied(split, steps, i)) : steps;
  const pot = sumOf(split.awards.map(({ amount }) => amount)) + split.reserve;
  return {
    awards: split.awards.map(({ id, score }, i) => ({ id, score, amount: money((final[i] ?? 0) * step) })),
    reserve: money(pot - sumOf(final) * step),
  };
}

function leastOfTied({ awards }: Split, steps: number[], i: number): number {
  return Math.min(...steps.filter((_, other) => awards[other]?.score === awards[i]?.score));
}

function sumOf(values: number[]): number {
  return values.reduce((sum, value) => sum + value, 0);
}

function money(amount: number): number {
  return roundHalfUp(amount, 6);
}
