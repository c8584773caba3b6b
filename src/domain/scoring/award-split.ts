import type { Light } from "./lights.ts";

// 以奖代补: ways to split a sum of M 万元 (scoring.md 6). The office chooses between them.

/** A scored unit: ties are by the published `score`, amounts by `unrounded`. */
export type Entry = { id: string; score: number; unrounded: number };
export type Split = {
  /** 万元, in the order of the entries. */
  awards: Array<{ id: string; score: number; amount: number }>;
  /** The part not awarded, 万元; awards and reserve sum to the pot. */
  reserve: number;
};
/** The number of places in a tier, and the shares of each; 1/2/3 winners with 5/3/2 shares in v1. */
export type Tier = { winners: number; shares: number };

const FLOOR = 60;

/** Eligible: not red (as handled), not 未报, no verified misreport. */
export function mayBeAwarded(town: { score: number | null; light: Light; misreported: boolean }): boolean {
  return town.score !== null && town.light !== "red" && !town.misreported;
}

/** M (S - floor) / sum of (S - floor), nothing below the floor; without any unit above it all is reserve. */
export function splitProportionally(pot: number, entries: readonly Entry[], floor = FLOOR): Split {
  const above = entries.map(({ unrounded }) => Math.max(0, unrounded - floor));
  const sum = above.reduce((total, points) => total + points, 0);
  return splitOf(
    pot,
    entries,
    above.map((points) => (sum > 0 ? (pot * points) / sum : 0)),
  );
}

/**
 * By place: each place of a tier is worth its shares of the pot. Equal scores pool the places they span and split them
 * evenly, also across the last place. Unfilled places stay in reserve.
 */
export function splitByTiers(pot: number, entries: readonly Entry[], tiers: readonly Tier[]): Split {
  const places = tiers.flatMap(({ winners, shares }) => new Array<number>(winners).fill(shares));
  const all = places.reduce((sum, shares) => sum + shares, 0);
  const amounts = entries.map(({ score }) => {
    const ahead = entries.filter((other) => other.score > score).length;
    const tied = entries.filter((other) => other.score === score).length;
    const pooled = places.slice(ahead, ahead + tied).reduce((sum, shares) => sum + shares, 0);
    return all > 0 ? (pot * pooled) / all / tied : 0;
  });
  return splitOf(pot, entries, amounts);
}

/** A fixed base for every unit, the rest in proportion; null when the bases alone exceed the pot. */
export function splitHybrid(
  pot: number,
  entries: readonly Entry[],
  { base, floor = FLOOR }: { base: number; floor?: number },
): Split | null {
  const rest = pot - base * entries.length;
  if (rest < 0) return null;
  const shared = splitProportionally(rest, entries, floor);
  return splitOf(
    pot,
    entries,
    shared.awards.map(({ amount }) => amount + base),
  );
}

function splitOf(pot: number, entries: readonly Entry[], amounts: number[]): Split {
  const given = amounts.reduce((sum, amount) => sum + amount, 0);
  const reserve = Math.abs(pot - given) < 1e-9 * Math.max(1, pot) ? 0 : pot - given;
  return { awards: entries.map(({ id, score }, i) => ({ id, score, amount: amounts[i] ?? 0 })), reserve };
}
