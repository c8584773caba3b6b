import type { Investment } from "./content.ts";
import { cents } from "./money.ts";

// This year's investment can be given in up to three ways: the cumulative sum, this quarter's sum added to last
// quarter's cumulative, and the total of the fund sources. A typed value is kept. A cumulative nobody typed is derived
// from the others and records from which. If two ways disagree, the town is asked.

export const SUM_WAYS = ["cumulative", "quarter", "sources"] as const;
export type SumWay = (typeof SUM_WAYS)[number];

/** Sums closer than this (万元) are equal. */
const SAME = 0.005;

/** The total of the fund sources, 万元; null when none is given. */
export function sourcesTotal({ sources }: Investment): number | null {
  const amounts = Object.values(sources);
  return amounts.length === 0 ? null : cents(amounts.reduce((sum, amount) => sum + amount, 0));
}

/** This quarter's typed sum added to last quarter's cumulative (`before`, 万元); null when it was not typed. */
function totalByQuarter({ quarter }: Investment, before: number): number | null {
  return quarter === undefined ? null : cents(before + quarter);
}

/**
 * The investment with its cumulative derived from this quarter's sum or else from the sources, unless a person gave it.
 */
export function followSums(investment: Investment, before: number): Investment {
  if (investment.cumulative !== null && investment.derived === undefined) return investment;
  const { derived: _, ...rest } = investment;
  const byQuarter = totalByQuarter(rest, before);
  if (byQuarter !== null) return { ...rest, cumulative: byQuarter, derived: "quarter" };
  const total = sourcesTotal(rest);
  return total === null ? { ...rest, cumulative: null } : { ...rest, cumulative: total, derived: "sources" };
}

/**
 * What the cumulative is derived from; undefined when a person gave it. A derived one that no longer equals its origin,
 * because last quarter's cumulative changed, keeps its value and counts as given.
 */
export function followedWay(investment: Investment, before: number): Investment["derived"] {
  const { derived, cumulative } = investment;
  return derived !== undefined && sumBy(investment, derived, before) === cumulative ? derived : undefined;
}

/**
 * Two sums that disagree: the cumulative (`stands`: what it is derived from) and `other`, in 万元; `gap`: cumulative
 * minus the other. `amount` of sources is 0 when none is given.
 */
export type Unequal = {
  stands: { way: SumWay; amount: number };
  other: { way: "quarter" | "sources"; amount: number };
  gap: number;
};

/** The first disagreement between the sums; null when all given ones agree. */
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
 * The investment after a person chose the right sum. A disagreeing value is replaced only where it can be derived: this
 * quarter's sum can, single sources cannot.
 */
export function settleSums(investment: Investment, right: SumWay, before: number): Investment {
  const { derived: _, quarter, ...rest } = investment;
  const agrees = totalByQuarter(investment, before) === sumBy(investment, right, before);
  const kept = quarter !== undefined && agrees ? { ...rest, quarter } : rest;
  return right === "cumulative" ? kept : followSums({ ...kept, cumulative: null }, before);
}

/** The cumulative sum according to one way, 万元; null when nothing is given that way. */
export function sumBy(investment: Investment, way: SumWay, before: number): number | null {
  if (way === "sources") return sourcesTotal(investment);
  return way === "quarter" ? totalByQuarter(investment, before) : investment.cumulative;
}
