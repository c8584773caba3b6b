import type { Investment } from "./content.ts";
import { cents } from "./money.ts";

// What was invested this year so far is said in up to three ways: as the cumulative sum itself, as this quarter's sum
// upon last quarter's cumulative, and as the total of the fund sources. What a person typed stands. Only a cumulative
// nobody typed follows the others, and says which. Two ways that disagree are a question for the town.

export const SUM_WAYS = ["cumulative", "quarter", "sources"] as const;
export type SumWay = (typeof SUM_WAYS)[number];

/** 万元 within which two sums are the same. */
const SAME = 0.005;

/** The total of the fund sources, 万元; null when none is given. */
export function sourcesTotal({ sources }: Investment): number | null {
  const amounts = Object.values(sources);
  return amounts.length === 0 ? null : cents(amounts.reduce((sum, amount) => sum + amount, 0));
}

/** This quarter's sum as typed upon last quarter's cumulative (`before`, 万元); null when nobody typed it. */
function totalByQuarter({ quarter }: Investment, before: number): number | null {
  return quarter === undefined ? null : cents(before + quarter);
}

/** The investment with its cumulative following this quarter's sum or else the sources, unless somebody gave it. */
export function followSums(investment: Investment, before: number): Investment {
  if (investment.cumulative !== null && investment.derived === undefined) return investment;
  const { derived: _, ...rest } = investment;
  const byQuarter = totalByQuarter(rest, before);
  if (byQuarter !== null) return { ...rest, cumulative: byQuarter, derived: "quarter" };
  const total = sourcesTotal(rest);
  return total === null ? { ...rest, cumulative: null } : { ...rest, cumulative: total, derived: "sources" };
}

/**
 * What the cumulative follows from; undefined when a person gave it. One that no longer is what it followed, because last
 * quarter's cumulative moved, stays as it was shown and counts as given.
 */
export function followedWay(investment: Investment, before: number): Investment["derived"] {
  const { derived, cumulative } = investment;
  return derived !== undefined && sumBy(investment, derived, before) === cumulative ? derived : undefined;
}

/**
 * Two ways that disagree: the cumulative as it stands (`stands` says what it follows from) against `other`, 万元 each,
 * `gap` what the other lacks of it. `amount` of sources is 0 when none is given.
 */
export type Unequal = {
  stands: { way: SumWay; amount: number };
  other: { way: "quarter" | "sources"; amount: number };
  gap: number;
};

/** The first disagreement between the ways, or null when all that is given says the same. */
export function unequalSums(investment: Investment, before: number): Unequal | null {
  const { cumulative } = investment;
  if (cumulative === null) return null;
  const stands = { way: followedWay(investment, before) ?? ("cumulative" as const), amount: cumulative };
  const byQuarter = totalByQuarter(investment, before);
  const against = (way: "quarter" | "sources", amount: number): Unequal | null => {
    const gap = cents(cumulative - amount);
    return Math.abs(gap) > SAME ? { stands, other: { way, amount }, gap } : null;
  };
  return (
    (byQuarter === null ? null : against("quarter", byQuarter)) ??
    against("sources", sourcesTotal(investment) ?? 0)
  );
}

/**
 * The investment once a person said which way is right. What was typed another way and disagrees gives way only where it
 * can follow: this quarter's sum does, single sources do not.
 */
export function settleSums(investment: Investment, right: SumWay, before: number): Investment {
  const { derived: _, quarter, ...rest } = investment;
  const agrees = totalByQuarter(investment, before) === sumBy(investment, right, before);
  const kept = quarter !== undefined && agrees ? { ...rest, quarter } : rest;
  return right === "cumulative" ? kept : followSums({ ...kept, cumulative: null }, before);
}

/** What the cumulative would be if this way is right, 万元; null when nothing is given that way. */
export function sumBy(investment: Investment, way: SumWay, before: number): number | null {
  if (way === "sources") return sourcesTotal(investment);
  return way === "quarter" ? totalByQuarter(investment, before) : investment.cumulative;
}
