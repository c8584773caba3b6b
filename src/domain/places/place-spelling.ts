import { pinyin } from "pinyin-pro";

// Pronunciation and abbreviation of place names, so that a misspelt name can be asked back.

/** Pinyin without tones or spaces: 双池 is `shuangchi`. Letters and digits are kept, in lower case. */
export function pinyinOf(text: string): string {
  return syllables(text).join("");
}

/** First letters: 双池 is `sc`. */
export function initialsOf(text: string): string {
  return syllables(text)
    .map((syllable) => syllable.charAt(0))
    .join("");
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

function syllables(text: string): string[] {
  return pinyin(text, { toneType: "none", type: "array", v: true }).map((s) => s.toLowerCase());
}
