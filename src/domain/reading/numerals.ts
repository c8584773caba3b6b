import { foldWidth } from "./fold-text.ts";

// Reads a number as people write it: 8,820 · 0.882亿 · 1亿2000万 · 八千八百二十万 · 八千八百二 · 8.82千万. Ambiguous numbers
// are refused with a doubt the caller can ask about.

/** Why a numeral is ambiguous. */
export type NumeralDoubt =
  /** 八千多, 几千, 过半: no definite number. */
  | "vague"
  /** 七八百, 8000-9000: two numbers. */
  | "range"
  /** 88,20: a comma that does not separate thousands. */
  | "grouping"
  /** 1亿2000: the unit of the tail is missing. */
  | "unit";
export type Numeral =
  /** `scaled`: written with 万 or 亿. */
  { ok: true; value: number; scaled: boolean } | { ok: false; doubt: NumeralDoubt | null };

const DIGITS = "零一二三四五六七八九";
const YI = 100_000_000;
const WAN = 10_000;
/** Financial, traditional and look-alike signs, aligned with the plain ones below. */
const VARIANTS = "〇○壹贰貳叁參肆伍陆陸柒捌玖拾佰仟萬億點兩圆圓個負約￥";
const PLAIN = "零零一二二三三四五六六七八九十百千万亿点两元元个负约¥";

/** Full-width to half-width, lower case, variant numerals to plain ones; positions stay. */
export function foldNumerals(text: string): string {
  return foldWidth(text).replace(/[\u0080-\uffff]/g, (char) => {
    const variant = VARIANTS.indexOf(char);
    return variant < 0 ? char : PLAIN.charAt(variant);
  });
}

/**
 * Reads one unsigned number from folded text without spaces. With `exact` (元 follows) the tail is literal: 一万二 is
 * 12,000 but 一万零二元 is 10,002.
 */
export function readNumeral(text: string, exact = false): Numeral {
  if (/[几数多余来半若]/.test(text)) return refused("vague");
  if (/[\d一二三四五六七八九十百千万亿成元%][-~—–至到]\.?[\d一二两三四五六七八九十]/.test(text))
    return refused("range");
  return readScaled(text, exact);
}

function readScaled(text: string, exact: boolean): Numeral {
  for (const [sign, unit] of [["亿", YI] as const, ["万", WAN] as const]) {
    const at = text.lastIndexOf(sign);
    if (at < 0) continue;
    const left = text.slice(0, at).replace(/个$/, "");
    const head = unit === YI && left.includes("万") ? readScaled(left, true) : readSection(left);
    const tail = readTail(text.slice(at + 1), unit, exact);
    if (!head.ok) return head;
    if (!tail.ok) return tail;
    if (tail.value > 0 && !Number.isInteger(head.value)) return refused("unit");
    return { ok: true, value: head.value * unit + tail.value, scaled: true };
  }
  return readSection(text);
}

/** The part after 亿 or 万. */
function readTail(text: string, unit: number, exact: boolean): Numeral {
  if (text === "") return plain(0);
  const digit = digitOf(text);
  if (digit !== null && !exact) return plain((digit * unit) / 10);
  const tail = text.includes("万") ? readScaled(text, exact) : readSection(text.replace(/^零(?=.)/, ""));
  if (!tail.ok) return tail;
  const clear = exact || text.startsWith("零") || tail.scaled || (unit === WAN && tail.value >= 1000);
  const spoken = unit === WAN && /[十百千]/.test(text);
  return (clear || spoken) && tail.value < unit ? tail : refused("unit");
}

/** A number below 万: Arabic, spoken with 千百十, digit by digit, or with 点. */
function readSection(text: string): Numeral {
  if (/^\d+\.?\d*$|^\.\d+$/.test(text)) return plain(Number(text));
  if (/^[\d.]*,[\d.,]*$/.test(text)) {
    if (!/^[1-9]\d{0,2}(,\d{3})+(\.\d+)?$/.test(text)) return refused("grouping");
    return plain(Number(text.replaceAll(",", "")));
  }
  if (/^[百千]?$/.test(text)) return refused(text === "" ? null : "vague");
  const unit = { 十: 10, 百: 100, 千: 1000 }[text.slice(-1)];
  if (unit !== undefined && /^\d|点/.test(text)) {
    const times = readSection(text.slice(0, -1));
    return times.ok ? plain(times.value * unit) : times;
  }
  return readSpoken(text);
}

const SPOKEN =
  /^(?:([\d一二两三四五六七八九])千)?(零)?(?:([\d一二两三四五六七八九])百)?(零)?(?:([\d一二两三四五六七八九])?(十))?(零)?([\d一二两三四五六七八九])?$/;

function readSpoken(text: string): Numeral {
  const [whole = "", fraction] = text.split("点", 2);
  if (fraction !== undefined) {
    const head = readSpoken(whole);
    if (!head.ok || !/^[零一二三四五六七八九]+$/.test(fraction) || text.split("点").length > 2)
      return refused(null);
    return plain(Number(`${head.value}.${spell(fraction)}`));
  }
  const parts = SPOKEN.exec(text);
  if (parts && text !== "") {
    const [, thousands, , hundreds, , tens, ten, , last] = parts;
    const step = ten || text.at(-2) === "零" ? 1 : hundreds ? 10 : thousands ? 100 : 1;
    const of = (digit: string | undefined) => (digit === undefined ? 0 : (digitOf(digit) ?? 0));
    return plain(
      of(thousands) * 1000 + of(hundreds) * 100 + (ten ? (tens ? of(tens) : 1) * 10 : 0) + of(last) * step,
    );
  }
  if (!/^[零一二三四五六七八九]+$/.test(text))
    return refused(/[一二两三四五六七八九]{2}/.test(text) ? "range" : null);
  return text.length > 2 || text.includes("零") ? plain(Number(spell(text))) : refused("range");
}

function digitOf(char: string): number | null {
  if (char === "两") return 2;
  if (/^[1-9]$/.test(char)) return Number(char);
  const at = char.length === 1 ? DIGITS.indexOf(char) : -1;
  return at > 0 ? at : null;
}

function spell(digits: string): string {
  return [...digits].map((char) => DIGITS.indexOf(char)).join("");
}

function plain(value: number): Numeral {
  return { ok: true, value, scaled: false };
}

function refused(doubt: NumeralDoubt | null): Numeral {
  return { ok: false, doubt };
}
