import { foldName } from "../domain/places/place-index.ts";
import { textSimilarity } from "../domain/reading/similarity.ts";

/** Similarity from which a word is proposed for another. */
const NEAR = 0.5;
const MOST = 2;

/** Of a list of words those a text was probably meant as, nearest first: 填报员 is near 填报人. */
export function nearestWords(text: string, words: readonly string[]): string[] {
  const wanted = foldName(text);
  if (wanted.length < 2) return [];
  const scored = words.map((word) => ({ word, likeness: likeness(wanted, foldName(word)) }));
  return scored
    .filter((one) => one.likeness >= NEAR)
    .toSorted((a, b) => b.likeness - a.likeness)
    .slice(0, MOST)
    .map(({ word }) => word);
}

/** By pairs of characters; words of one length that differ in one character are near too. */
function likeness(a: string, b: string): number {
  const changed =
    a.length === b.length && [...a].filter((char, i) => char !== b[i]).length === 1 && a.length > 2;
  return Math.max(textSimilarity(a, b), changed ? 1 - 1 / a.length : 0);
}
