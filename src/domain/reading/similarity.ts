import { foldText } from "./fold-text.ts";

/**
 * Similarity of two texts, 0 to 1: the Dice coefficient of their character pairs. Spaces, punctuation, width and case
 * do not count. 0 when either has nothing to compare. For scoring.md 5, "copy".
 */
export function textSimilarity(a: string, b: string): number {
  const [left, right] = [letters(a), letters(b)];
  if (left === "" || right === "") return 0;
  if (left === right) return 1;
  const pairs = countPairs(left);
  let shared = 0;
  for (const [pair, n] of countPairs(right)) shared += Math.min(n, pairs.get(pair) ?? 0);
  const total = [...left].length + [...right].length - 2;
  return total === 0 ? 0 : (2 * shared) / total;
}

function letters(text: string): string {
  return foldText(text).replace(/[^\p{L}\p{N}]/gu, "");
}

function countPairs(text: string): Map<string, number> {
  const chars = [...text];
  const counts = new Map<string, number>();
  for (let i = 1; i < chars.length; i += 1) {
    const pair = `${chars[i - 1]}${chars[i]}`;
    counts.set(pair, (counts.get(pair) ?? 0) + 1);
  }
  return counts;
}
