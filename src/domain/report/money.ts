/** Rounds 万元 to two decimals, removing binary rounding errors. */
export function cents(value: number): number {
  return Math.round(value * 100) / 100;
}
