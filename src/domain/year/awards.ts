import type { Publication } from "../ranking/publication.ts";
import { readAmount, readNumber } from "../reading/numbers.ts";
import {
  type Entry,
  mayBeAwarded,
  type Split,
  splitByTiers,
  splitHybrid,
  splitProportionally,
} from "../scoring/award-split.ts";
import { roundSplit } from "../scoring/round-split.ts";

// 以奖代补 (scoring.md 6): the possible splits of a pot, side by side. The office chooses one.

export const AWARD_METHODS = ["proportional", "tiers", "hybrid"] as const;
export type AwardMethod = (typeof AWARD_METHODS)[number];

/**
 * Amounts in 万元. `floor`: the score above which points earn money; `base`: the fixed amount for each town in
 * the hybrid split.
 */
export type AwardTerms = { pot: number; floor: number; base: number; tied: "by_id" | "equal" };
/** Why a town gets no award. */
export type Excluded = { town: string; reason: "not_scored" | "red" | "misreported" };
export type AwardOptions = {
  excluded: Excluded[];
  /** In rank order; `hybrid` is null when the bases alone exceed the pot. */
  splits: Record<AwardMethod, Split | null>;
};

export const AWARD_DEFAULTS: Omit<AwardTerms, "pot"> = { floor: 60, base: 0, tied: "equal" };
/** First to third prizes: one, two and three towns at 5, 3 and 2 shares each. */
const AWARD_TIERS = [
  { winners: 1, shares: 5 },
  { winners: 2, shares: 3 },
  { winners: 3, shares: 2 },
];
/** Awards are rounded to 0.1 万元 (1,000 yuan). */
const AWARD_STEP = 0.1;

/** Every split of a published quarter in steps of 0.1 万元; awards and remainder add up to the pot. */
export function awardOptions({ result }: Pick<Publication, "result">, terms: AwardTerms): AwardOptions {
  const { pot, floor, base, tied } = terms;
  const rows = result.rows.map(({ town, score, unrounded, light, misreport }) => {
    const misreported = misreport === true;
    const fit = mayBeAwarded({ score, light, misreported });
    const entry = fit && score !== null ? { id: town, score, unrounded: unrounded ?? score } : null;
    return { town, score, misreported, entry };
  });
  const entries = rows.flatMap(({ entry }): Entry[] => (entry ? [entry] : []));
  const rounded = (split: Split | null) => split && roundSplit(split, AWARD_STEP, tied);
  return {
    excluded: rows.flatMap(({ town, score, misreported, entry }): Excluded[] =>
      entry ? [] : [{ town, reason: score === null ? "not_scored" : misreported ? "misreported" : "red" }],
    ),
    splits: {
      proportional: rounded(splitProportionally(pot, entries, floor)),
      tiers: rounded(splitByTiers(pot, entries, AWARD_TIERS)),
      hybrid: rounded(splitHybrid(pot, entries, { base, floor })),
    },
  };
}

/** Parses the submitted terms; an empty floor or base is 0. Returns the reason for invalid input. */
export function readTerms(typed: Record<string, unknown>): AwardTerms | "bad_pot" | "bad_number" {
  const pot = readAmount(String(typed.pot ?? ""));
  if (!pot.ok || pot.value <= 0) return "bad_pot";
  const [floor, base] = [readOwn(typed.floor, ["分"]), readOwn(typed.base, ["万元", "万"])];
  if (floor === null || base === null) return "bad_number";
  return { pot: pot.value, floor, base, tied: typed.tied === "by_id" ? "by_id" : "equal" };
}

/** An empty input is 0. */
function readOwn(typed: unknown, units: readonly string[]): number | null {
  const read = readNumber(String(typed ?? ""), units);
  if (!read.ok) return read.reason === "empty" ? 0 : null;
  return read.value < 0 ? null : read.value;
}
