import { INVESTMENT } from "../report/content.ts";
import type { CheckupFlag } from "./checkup-flag.ts";

/** Flags more money paid than work in place (scoring.md 5, two ledgers), both in 万元; null unless both are known. */
export function paidAhead(paid: number | null, inPlace: number | null): CheckupFlag | null {
  if (paid === null || inPlace === null || paid <= inPlace + 1e-9) return null;
  const values = { paid, inPlace };
  return {
    key: `paid_ahead:${INVESTMENT}`,
    kind: "paid_ahead",
    section: INVESTMENT,
    severity: "flag",
    values,
  };
}
