import { INVESTMENT } from "../report/content.ts";
import { binomialTail } from "../report/soft-checks.ts";
import type { CheckupFlag } from "./checkup-flag.ts";

/**
 * Flags many sums in whole hundreds of 万元 (scoring.md 5, round numbers; chance 0.01 each): "watch" below a tail
 * probability of 0.05, "flag" below 0.001. Zeros do not count; null below eight sums.
 */
export function roundHundreds(amounts: readonly number[]): CheckupFlag | null {
  const sums = amounts.filter((amount) => amount > 0);
  const k = sums.filter((amount) => Math.round(amount * 100) % 10_000 === 0).length;
  const n = sums.length;
  const tail = binomialTail(n, k, 0.01);
  if (n < 8 || tail >= 0.05) return null;
  const severity = tail < 0.001 ? "flag" : "watch";
  return {
    key: "round_hundreds:report",
    kind: "round_hundreds",
    section: INVESTMENT,
    severity,
    values: { n, k },
  };
}
