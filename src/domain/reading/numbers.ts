import { foldNumerals, type NumeralDoubt, readNumeral } from "./numerals.ts";
import { readableFrom, withoutGaps } from "./readable.ts";
import { withoutBrackets } from "./remarks.ts";

// Reads figures as officials type them (domain.md 8) into 万元 and %. An ambiguous figure is asked back, never guessed;
// whether a figure is plausible is for the checks.

/** Why a figure cannot be read with certainty. */
export type Doubt =
  | NumeralDoubt
  /** ¥8820 without 万 or 元. */
  | "currency"
  /** 0.72: 0.72% or 72%? */
  | "share"
  /** 百分点 are a difference, not a percentage. */
  | "points"
  /** 72% where money is expected, 8820万 where a percentage is. */
  | "kind"
  /** Two numbers side by side. */
  | "several";
/** A figure as read, or the doubt to ask about. */
export type Reading =
  | { ok: true; value: number; estimate: boolean }
  | {
      ok: false;
      reason: "empty" | "not_a_number" | "ambiguous" | "too_large";
      hint?: Doubt;
      /** The possible readings, where known. */
      options?: number[];
    };

/** Above this, two decimals of 万元 are no longer exact in binary. */
const LARGEST = 1e13;
const ABOUT =
  /^(大约|大概|约为|约合|约|估计|预计|将近|接近|近|差不多|≈|~|about|approximately|approx\.?|around)/;
const LABEL =
  /^(累计|共计|合计|总计|总共|共|已|完成|实际|投资额?|形象进度|形象|进度|资金|达到|达|为|是|有|:)/;
/** The unit as the English cards print it, and as a person repeats it: 8,820 (CNY 10k). */
const TENS_OF_THOUSANDS = /\s*\(?(?:cny|rmb)\s*10[ ,]?(?:k|000)\)?\s*$/i;
const TAIL = /(左右|上下|\(?(?:预估|估算|估)\)?|[。.;,!]|吧|整|了)$/;
const BOUND = /^(超过|超|逾|不到|不足|至少|大于|小于|上|过)|(以上|以下|有余|余|多|\+)$/;

/**
 * Reads money into 万元, to 2 decimals (rounded half up). A bare number is 万元; 万, 亿 and 元 are applied. 约, 左右 and the
 * like mark an estimate; 多, 余, 不到, ranges and bare ¥ are asked back.
 */
export function readAmount(text: string): Reading {
  const { body, estimate, sign, doubtful } = strip(text.replace(TENS_OF_THOUSANDS, "万元"));
  if (doubtful || /\s/.test(body)) return ask("several");
  if (body === "") return { ok: false, reason: "empty" };
  if (BOUND.test(body)) return ask("vague");
  if (/%|成$|分之/.test(body)) return ask("kind");
  const marked = /^(¥|rmb|cny|人民币)/.test(body);
  const amount = body
    .replace(/^(¥|rmb|cny|人民币)/, "")
    .replace(/(million|billion)(?=$|yuan|rmb|cny)/, (word) => (word === "million" ? "百万" : "十亿"))
    .replace(/(w|wan)(?=$|元|yuan|rmb|cny)/, "万");
  const yuan = /(元|块钱|块|yuan|rmb|cny)$/.exec(amount);
  const numeral = readNumeral(yuan ? amount.slice(0, -yuan[0].length) : amount, yuan !== null);
  if (!numeral.ok) return numeral.doubt ? ask(numeral.doubt) : { ok: false, reason: "not_a_number" };
  const inYuan = yuan !== null || numeral.scaled;
  if (marked && !inYuan) return ask("currency", [numeral.value, round2(numeral.value / 10_000)]);
  return reading(sign * (inYuan ? numeral.value / 10_000 : numeral.value), estimate);
}

/**
 * Reads a percentage, to 2 decimals: 72% · 72 · 百分之七十二 · 七成二. A bare number between 0 and 1 is asked back, and so
 * are 过半 and the like. More than 100 is read; whether it is allowed is for the checks.
 */
export function readPercent(text: string): Reading {
  const { body, estimate, sign, doubtful } = strip(text);
  if (doubtful || /\s/.test(body)) return ask("several");
  if (body === "") return { ok: false, reason: "empty" };
  if (/百分点$|个点$/.test(body)) return ask("points");
  if (BOUND.test(body) || /半/.test(body.replace(/成半$/, ""))) return ask("vague");
  if (body === "百分百") return reading(sign * 100, estimate);
  const share = /^(.+)分之(.+)$/.exec(body);
  if (share) return readFraction(share[1] ?? "", share[2] ?? "", sign, estimate);
  const tenths = /^(.+?)成([一二三四五六七八九\d半]?)$/.exec(body);
  if (tenths) return readTenths(tenths[1] ?? "", tenths[2] ?? "", sign, estimate);
  const unit = /(%|percent|pct)$/.exec(body);
  const numeral = readNumeral(unit ? body.slice(0, -unit[0].length) : body);
  if (!numeral.ok) return numeral.doubt ? ask(numeral.doubt) : { ok: false, reason: "not_a_number" };
  if (numeral.scaled) return ask("kind");
  const { value } = numeral;
  if (!unit && value > 0 && value < 1) return ask("share", [sign * value, round2(sign * value * 100)]);
  return reading(sign * value, estimate);
}

/** Whole things, 120 · 1.2万 · 一百二十人; `units`: the words that may follow. Money, shares and parts are asked back. */
export function readCount(text: string, units: readonly string[]): Reading {
  const read = readNumber(text, units);
  return read.ok && !Number.isInteger(read.value) ? ask("kind") : read;
}

/** Any number, unrounded; `units`: the words that may follow. Money and shares are asked back. */
export function readNumber(text: string, units: readonly string[]): Reading {
  const words = units.map(foldNumerals);
  const { body, estimate, sign, doubtful } = strip(text, words);
  if (doubtful || /\s/.test(body)) return ask("several");
  if (body === "") return { ok: false, reason: "empty" };
  const unit = words.find((word) => word !== "" && body.endsWith(word)) ?? "";
  const number = body.slice(0, body.length - unit.length);
  if (BOUND.test(number)) return ask("vague");
  if (/[%元¥]|成$|分之/.test(number)) return ask("kind");
  const numeral = readNumeral(number, true);
  if (!numeral.ok) return numeral.doubt ? ask(numeral.doubt) : { ok: false, reason: "not_a_number" };
  const value = sign * numeral.value;
  return Math.abs(value) < LARGEST
    ? { ok: true, value: value || 0, estimate }
    : { ok: false, reason: "too_large" };
}

/** `1,250`: a number of whole things. Throws on what is no number. */
export function formatCount(value: number): string {
  return formatAmount(value).replace(/\.\d+$/, "");
}

/** Formats an amount in 万元: `8,820.00`. Throws when it is not a finite number. */
export function formatAmount(value: number): string {
  const [whole = "", decimals = ""] = Math.abs(finite(value)).toFixed(2).split(".");
  const sign = value < 0 && Number(value.toFixed(2)) !== 0 ? "-" : "";
  return `${sign}${whole.replace(/\B(?=(\d{3})+$)/g, ",")}.${decimals}`;
}

/** Formats a percentage: `72%`, `66.5%`, at most 2 decimals. Throws when it is not a finite number. */
export function formatPercent(value: number): string {
  return `${round2(finite(value))}%`;
}

/** The number without the words, remarks and blanks people put around and into it. */
function strip(
  text: string,
  units: readonly string[] = [],
): { body: string; estimate: boolean; sign: 1 | -1; doubtful: boolean } {
  const seen = withoutBrackets(foldNumerals(withoutGaps(readableFrom(text)).text), units);
  let body = seen.text.trim();
  let { estimate } = seen;
  for (let before = ""; before !== body; ) {
    before = body;
    if (ABOUT.test(body)) estimate = true;
    body = body.replace(ABOUT, "").replace(LABEL, "").trim();
    const tail = TAIL.exec(body)?.[0] ?? "";
    if (/左右|上下|估/.test(tail)) estimate = true;
    body = body.slice(0, body.length - tail.length).trim();
  }
  const sign = /^[-负]/.test(body) ? -1 : 1;
  const number = body.replace(/^[-+负]\s*/, "").replace(/(?<![\d%])\s+|\s+(?!\d)/g, "");
  return { body: number, estimate, sign, doubtful: seen.doubtful };
}

function readFraction(den: string, num: string, sign: number, estimate: boolean): Reading {
  const whole = den === "百" ? 100 : den === "千" ? 1000 : numberOr(den, 0);
  const part = num === "百" ? 100 : numberOr(num, Number.NaN);
  if (whole <= 0 || Number.isNaN(part)) return { ok: false, reason: "not_a_number" };
  const percent = (part / whole) * 100;
  return reading(sign * percent, estimate || Math.abs(round2(percent) - percent) > 1e-9);
}

function readTenths(tenths: string, rest: string, sign: number, estimate: boolean): Reading {
  const whole = readNumeral(tenths);
  if (!whole.ok) return whole.doubt ? ask(whole.doubt) : { ok: false, reason: "not_a_number" };
  const more = rest === "半" ? 5 : rest === "" ? 0 : numberOr(rest, Number.NaN);
  return whole.scaled ? ask("kind") : reading(sign * (whole.value * 10 + more), estimate);
}

function numberOr(text: string, otherwise: number): number {
  const numeral = readNumeral(text);
  return numeral.ok ? numeral.value : otherwise;
}

function reading(value: number, estimate: boolean): Reading {
  if (!(Math.abs(value) < LARGEST)) return { ok: false, reason: "too_large" };
  // 12元 in a field of 万元 would round to 0: more likely the unit is wrong.
  if (value !== 0 && round2(value) === 0) return ask("unit");
  return { ok: true, value: round2(value), estimate };
}

function ask(hint: Doubt, options?: number[]): Reading {
  return { ok: false, reason: "ambiguous", hint, ...(options ? { options } : {}) };
}

/** Rounds half up at the second decimal of the number as written, not of its binary neighbour. Never -0. */
function round2(value: number): number {
  const cents = Math.round(Number((Math.abs(value) * 100).toPrecision(15)));
  return cents === 0 ? 0 : (Math.sign(value) * cents) / 100;
}

function finite(value: number): number {
  if (!Number.isFinite(value)) throw new Error(`${value} is no figure to print`);
  return value;
}
