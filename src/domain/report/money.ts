/** Money to the cent of a 万元 (two decimals), free of binary dust. */
export function cents(value: number): number {
  return Math.round(value * 100) / 100;
}
