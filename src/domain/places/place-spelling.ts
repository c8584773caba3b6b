import { foldText } from "../reading/fold-text.ts";
import { READINGS } from "./character-readings.ts";

// Pronunciation and abbreviation of place names, so that a misspelt name can be asked back.

/** A text of many characters with several readings is read in this many ways at most. */
const MOST_WAYS = 64;
let readings: Map<string, string[]> | undefined;

/**
 * The ways a text can be read in pinyin without tones or spaces, the commonest of each character first: 双池 is
 * `shuangchi`, 长治 `changzhi` or `zhangzhi`. Letters and digits are kept, in lower case; ü is v.
 */
export function pinyinsOf(text: string): string[] {
  return [...new Set(waysToRead(text).map((syllables) => syllables.join("")))];
}

/** The ways to read a place's name; where one of them begins with the spelling the place goes by, only such. */
export function pinyinsOfName(name: string, spelling: string): string[] {
  const ways = pinyinsOf(name);
  const known = ways.filter((way) => way.startsWith(spelling));
  return known.length > 0 ? known : ways;
}

/** First letters of a place's name: 双池 is `sc`. The spelling it goes by (`changzhi`) says which reading is meant. */
export function initialsOf(name: string, spelling: string): string {
  const ways = waysToRead(name);
  const known = ways.find((syllables) => syllables.join("") === spelling) ?? ways[0] ?? [];
  return known.map((syllable) => syllable.charAt(0)).join("");
}

/** Whether two strings are equal or differ by one insertion, deletion, substitution or swap. */
export function isWithinOneEdit(a: string, b: string): boolean {
  const [short, long] = a.length <= b.length ? [a, b] : [b, a];
  if (long.length - short.length > 1) return false;
  let at = 0;
  while (at < short.length && short[at] === long[at]) at += 1;
  const swapped = short[at] === long[at + 1] && short[at + 1] === long[at];
  if (short.length < long.length) return short.slice(at) === long.slice(at + 1);
  return (
    short.slice(at + 1) === long.slice(at + 1) || (swapped && short.slice(at + 2) === long.slice(at + 2))
  );
}

function waysToRead(text: string): string[][] {
  readings ??= readTable(READINGS);
  let ways: string[][] = [[]];
  for (const character of foldText(text)) {
    const all = readings.get(character) ?? [character];
    const few = ways.length * all.length > MOST_WAYS ? all.slice(0, 1) : all;
    ways = ways.flatMap((way) => few.map((syllable) => [...way, syllable]));
  }
  return ways;
}

/** The readings of each character, the commonest first. */
function readTable(table: string): Map<string, string[]> {
  const rows = [...table.matchAll(/([a-z]+)([^a-z,]*),?([^a-z]*)/g)];
  const read = new Map<string, string[]>();
  for (const [, syllable = "", first = ""] of rows)
    for (const character of first) read.set(character, [syllable]);
  for (const [, syllable = "", , further = ""] of rows)
    for (const character of further) read.get(character)?.push(syllable);
  return read;
}
