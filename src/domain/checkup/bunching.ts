import { INVESTMENT } from "../report/content.ts";
import type { CheckupFlag } from "./checkup-flag.ts";

const SLACK = 1e-9;
/** Below this number of towns the share means nothing. */
const FEWEST = 5;

/**
 * Just-at-target over all towns (scoring.md 5, bunching): more than half of the investment ratios in [1.00, 1.02) and
 * none in [0.95, 1.00). About the programme, never about one town. Null below five ratios.
 */
export function bunching(ratios: readonly number[]): CheckupFlag | null {
  const within = (low: number, high: number) =>
    ratios.filter((r) => r >= low - SLACK && r < high - SLACK).length;
  const k = within(1, 1.02);
  const n = ratios.length;
  if (n < FEWEST || k * 2 <= n || within(0.95, 1) > 0) return null;
  return { key: "bunching:all", kind: "bunching", section: INVESTMENT, severity: "flag", values: { n, k } };
}
