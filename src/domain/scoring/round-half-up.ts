const POWERS = Array.from({ length: 11 }, (_, decimals) => 10 ** decimals);

/**
 * Rounds half up (toward plus infinity) to `decimals`. A value that is exactly half in decimal but a few units in the
 * last place below it in binary is also rounded up, so results agree with a calculation by hand.
 */
export function roundHalfUp(value: number, decimals: number): number {
  const factor = POWERS[decimals] ?? 10 ** decimals;
  const scaled = value * factor;
  // From here on a number has no decimals left to round.
  if (!(Math.abs(scaled) < 2 ** 52)) return value;
  const slack = Math.min(Math.abs(scaled) * 64 * Number.EPSILON, 1e-3);
  // Adding 0 turns -0 into 0.
  return Math.floor(scaled + 0.5 + slack) / factor + 0;
}
