/**
 * Standard competition ranks (1, 2, 3, 3, 5) of rounded scores, highest first; NaN gets rank 0 (not ranked). Same
 * length and order as `scores`.
 */
export function competitionRanks(scores: Float64Array): Int32Array {
  const ranks = new Int32Array(scores.length);
  const sorted = scores.slice().sort();
  let ranked = sorted.length;
  while (ranked > 0 && Number.isNaN(sorted[ranked - 1])) ranked -= 1;
  for (let i = 0; i < scores.length; i += 1) {
    const score = scores[i] ?? Number.NaN;
    if (!Number.isNaN(score)) ranks[i] = 1 + ranked - countUpTo(sorted, ranked, score);
  }
  return ranks;
}

/** The number of the first `length` ascending values that are at most `limit`. */
function countUpTo(sorted: Float64Array, length: number, limit: number): number {
  let low = 0;
  let high = length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((sorted[middle] ?? Number.POSITIVE_INFINITY) <= limit) low = middle + 1;
    else high = middle;
  }
  return low;
}
