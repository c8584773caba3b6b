import { foldText } from "../reading/fold-text.ts";
import { readable } from "../reading/readable.ts";

// Words of a header, compared without what offices put around them.

/** A header for comparing: without units and remarks in brackets, stars, marks, blanks and line breaks. */
export function foldHeader(text: string): string {
  return foldText(readable(text))
    .replace(/[\s'’-]/g, "")
    .replace(/[[【〔{]/g, "(")
    .replace(/[\]】〕}]/g, ")")
    .replace(/\([^()]*\)/g, "")
    .replace(/[_*★☆※●:;,、/\\.]/g, "")
    .replace(/(?:必填项?|选填)$/, "");
}

/** Words by column. */
export type HeaderWords<C extends string> = Readonly<Partial<Record<C, readonly string[]>>>;

/** The column a header names, by its words; null for any other header. */
export function columnNamed<C extends string>(
  words: HeaderWords<C>,
  columns: readonly C[],
  header: string,
): C | null {
  const wanted = foldHeader(header);
  if (wanted === "") return null;
  return columns.find((column) => foldedWords(words[column] ?? []).has(wanted)) ?? null;
}

const folded = new WeakMap<readonly string[], ReadonlySet<string>>();

/** A column's words for comparing, worked out once: every cell of a sheet's first rows is looked up. */
function foldedWords(words: readonly string[]): ReadonlySet<string> {
  const known = folded.get(words) ?? new Set(words.map(foldHeader));
  folded.set(words, known);
  return known;
}

type MoneyUnit = "元" | "万元" | "亿元";

const IN_BRACKETS = /[（(【[]\s*(?:单位\s*[:：]?\s*)?(?:人民币)?\s*(万元|亿元|元)\s*[）)】\]]/;
const SAID = /单位\s*[:：]\s*(?:人民币)?\s*(万元|亿元|元)/;

/** The unit of money a header or a title gives: 年度投资（亿元）, 单位：万元. */
export function unitIn(text: string): MoneyUnit | null {
  const found = (IN_BRACKETS.exec(text) ?? SAID.exec(text))?.[1];
  return found === "元" || found === "万元" || found === "亿元" ? found : null;
}

/** A bare number with the unit of its column or row; 万元 needs no saying. */
export function withUnit(text: string, unit: MoneyUnit | null): string {
  return unit !== null && unit !== "万元" && /^[-+]?[\d.,，\s]*\d[\d.,，\s]*$/.test(text)
    ? `${text}${unit}`
    : text;
}
