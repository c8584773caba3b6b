// Reads a text as the eye does. Phones and office programs put in characters nobody sees, and signs that only look like
// the usual ones. Free words keep them; whatever is compared or counted is read through here first.

/** A text as it is seen; `at`: where each of its characters stands in the original. */
export type Readable = { text: string; at: readonly number[] };

/** Format, direction and control characters, variation selectors and fillers. Tabs and line ends are seen. */
const UNSEEN = /(?![\t\n\r\u2028\u2029\u0085])[\p{Cf}\p{Cc}\p{Default_Ignorable_Code_Point}]/u;
/** Outside of what texts are mostly made of, where everything is seen. */
const RARE = /[^\n\t\x20-\x7e\u3001-\u301f\u4e00-\u9fff\uff01-\uff5e]/;
/** Signs with one usual form: full width, small forms, kinds of spaces, dashes and points, radicals that look like characters. */
const UNUSUAL =
  /[\r\u0085\u00a0\u066a\u1680\u2000-\u200a\u2010-\u2015\u2024\u2028\u2029\u202f\u2043\u205f\u2212\u2800\u2e80-\u2fdf\u3000\uf900-\ufaff\ufe50-\ufe6b\uff01-\uff5e\uffe5]/g;
const DASHES = "\u2010\u2011\u2012\u2013\u2014\u2015\u2043\u2212\ufe58\ufe63";
const SPACES = /[\p{Zs}\u2800]/u;

/** The text without what nobody sees and in the usual signs; capitals and traditional characters stay. */
export function readable(text: string): string {
  return usualSigns(withoutUnseen(text));
}

/** The text without characters nobody sees; all others stay as they are, as in a path or a key. */
export function withoutUnseen(text: string): string {
  if (!RARE.test(text)) return text;
  return Array.from(text, (char) => (UNSEEN.test(char) ? "" : char)).join("");
}

/** As `readable`, with the place of every character in the original. */
export function readableFrom(text: string): Readable {
  const kept: number[] = [];
  let at = 0;
  for (const char of text) {
    if (!UNSEEN.test(char)) for (let i = 0; i < char.length; i += 1) kept.push(at + i);
    at += char.length;
  }
  return { text: usualSigns(kept.map((i) => text.charAt(i)).join("")), at: kept };
}

/** Every unusual sign by its usual form; all positions stay. */
export function usualSigns(text: string): string {
  // 1️⃣ numbers a line.
  return text.replace(/\u20e3/g, "、").replace(UNUSUAL, (sign) => {
    const known = usualForms.get(sign) ?? usualForm(sign);
    usualForms.set(sign, known);
    return known;
  });
}

/** Full stops and brackets come in every sentence. */
const usualForms = new Map<string, string>();

function usualForm(sign: string): string {
  if (DASHES.includes(sign)) return "-";
  if (SPACES.test(sign)) return " ";
  if (sign === "\u2024") return ".";
  if (sign === "\u066a") return "%";
  if (/[\r\u0085\u2028\u2029]/.test(sign)) return "\n";
  const plain = sign.normalize("NFKC");
  return plain.length === sign.length ? plain : sign;
}

/** Digits parted by blanks, and what follows them of the same number. */
const PARTED = /(?<![\d.,])\d+(?:[ \t]+\d+)+(?![\d,])/g;

/**
 * Joins digits parted by blanks where they can only be one number: every digit stands alone (8 8 2 0), or the groups are
 * of three (8 820). Any other blank stays, and the number is asked about.
 */
export function withoutGaps({ text, at }: Readable): Readable {
  const gone = new Set<number>();
  for (const run of text.matchAll(PARTED)) {
    if (!isOneNumber(run[0].trim().split(/[ \t]+/))) continue;
    for (let i = 0; i < run[0].length; i += 1) if (/[ \t]/.test(run[0].charAt(i))) gone.add(run.index + i);
  }
  if (gone.size === 0) return { text, at };
  const kept = at.map((_, i) => i).filter((i) => !gone.has(i));
  return { text: kept.map((i) => text.charAt(i)).join(""), at: kept.map((i) => at[i] ?? i) };
}

function isOneNumber(groups: string[]): boolean {
  const [first = "", ...more] = groups;
  if (groups.every((group) => group.length === 1)) return true;
  return first.length <= 3 && !first.startsWith("0") && more.every((group) => group.length === 3);
}

/** Typed words as a part of a sentence that goes on: without their own full stop. */
export function withoutStop(words: string): string {
  return words.replace(/[。；;.\s]+$/, "");
}
