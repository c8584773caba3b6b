/** Random numbers that are the same for the same seed. */
export type Chance = {
  /** True so often (0 to 1). */
  of: (share: number) => boolean;
  /** A whole number from `least` to `most`. */
  between: (least: number, most: number) => number;
  pick: <T>(from: readonly [T, ...T[]]) => T;
  /** Chances of its own, so that what one part draws changes nothing for another. */
  apart: (name: string) => Chance;
};

export function seeded(seed: number): Chance {
  let state = (Math.imul(seed, 2_654_435_761) ^ 0x9e3779b9) >>> 0 || 1;
  const next = (): number => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    state >>>= 0;
    return state / 2 ** 32;
  };
  const between = (least: number, most: number) => least + Math.floor(next() * (most - least + 1));
  return {
    of: (share) => next() < share,
    between,
    pick: (from) => from[between(0, from.length - 1)] ?? from[0],
    apart: (name) => seeded([...name].reduce((sum, char) => sum * 31 + char.charCodeAt(0), seed) % 2 ** 31),
  };
}

export function pass(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}
