import { addDays } from "../calendar/shanghai-time.ts";
import { readNumeral } from "../reading/numerals.ts";
import { readDay } from "../reading/read-day.ts";

// The past days people name, for what can be asked as it stood then: 去年12月31号, 三月底的时候, 2月份, 上个月, 三天前.

const N = "\\d{1,2}|[一二三四五六七八九十]{1,3}";
const OF_YEAR = "(?:(20\\d\\d)年|(今年|本年|去年|上年|前年)(?:年)?的?)?";
/** What a time may be followed by: 的时候, 那会儿. */
const THEN = "(?:的?(?:时候|那时候?|当时|那会儿?|那天|时点?|为止))?";
export const MONTH = new RegExp(
  `${OF_YEAR}(?<![\\d个一二三四五六七八九十])(${N})月(?:份|(${N})[日号]|([上中下]旬|[底末初中]))?${THEN}`,
);
const ISO = /\d{4}[-/.]\d{1,2}[-/.]\d{1,2}/;
export const YEARS: Record<string, number> = { 去年: 1, 上年: 1, 前年: 2 };
/** Days of a month its parts end on; what is not here is its last. */
const PARTS: Record<string, number> = { 初: 1, 上旬: 10, 中: 15, 中旬: 20 };
const AGO: Record<string, number> = { 昨天: 1, 昨日: 1, 前天: 2, yesterday: 1 };
const BEFORE = new RegExp(
  `(\\d{1,3}|[一二两三四五六七八九十半]{1,3})(天|周|个?星期|个?月|年)(?:以|之)?前${THEN}`,
);
export const MONTHS =
  "january february march april may june july august september october november december".split(" ");
/** A month in English, whole or of three letters. */
export const MONTH_NAMES = MONTHS.map((m) => `${m.slice(0, 3)}(?:${m.slice(3)})?`).join("|");
const ENGLISH = new RegExp(
  `\\b(?:at )?(?:the )?(?:end of |(?:in|on|by|of) |(\\d{1,2})(?:st|nd|rd|th)?(?: of)? )(${MONTH_NAMES})\\b(?: (\\d{1,2})(?:st|nd|rd|th)?\\b)?(?:,? (20\\d\\d|last year))?`,
);

/** `piece`: the words that name the day. */
export type PastDay = { day: string; piece: string };

/**
 * The day before today (`YYYY-MM-DD`) that a folded text names; a month is its last day. `back`: what is still to come this
 * year means last year's, where only the past can be meant.
 */
export function pastDayIn(text: string, today: string, back = false): PastDay | null {
  for (const read of [byDate, byMonth, byEnglishMonth, byDistance]) {
    const found = read(text, today, back);
    if (found && found.day < today) return found;
  }
  return null;
}

type Read = (text: string, today: string, back: boolean) => PastDay | null;

const byDate: Read = (text) => {
  const [piece = ""] = ISO.exec(text) ?? [];
  const day = piece === "" ? null : readDay(piece, { year: 0 });
  return day === null ? null : { day, piece };
};

const byMonth: Read = (text, today, back) => {
  const match = MONTH.exec(text);
  if (!match) return null;
  const [piece, year, word, month, date, part = ""] = match;
  const named = { year: year ?? word, month: numberOf(month), date: numberOf(date) ?? PARTS[part] };
  const day = dayOf(today, back, named);
  return day === null ? null : { day, piece };
};

const byEnglishMonth: Read = (text, today, back) => {
  const match = ENGLISH.exec(text);
  if (!match) return null;
  const [piece, before, name = "", after, year] = match;
  const month = MONTHS.findIndex((one) => one.startsWith(name.slice(0, 3))) + 1;
  const day = dayOf(today, back, {
    year: year === "last year" ? "去年" : year,
    month,
    date: numberOf(before ?? after),
  });
  return day === null ? null : { day, piece };
};

/** 上个月, 上周, 昨天, 三天前, 半年前. */
const byDistance: Read = (text, today) => {
  const [last] = new RegExp(`上个?月(?:份|底|末)?${THEN}|\\b(?:end of )?last month\\b`).exec(text) ?? [];
  if (last !== undefined) return { day: addDays(`${today.slice(0, 8)}01`, -1), piece: last };
  const [week] =
    new RegExp(`上个?(?:周|星期)(?![一二三四五六日天])末?${THEN}|\\blast week\\b`).exec(text) ?? [];
  if (week !== undefined) {
    const weekday = (new Date(`${today}T00:00:00Z`).getUTCDay() + 6) % 7;
    return { day: addDays(today, -weekday - 1), piece: week };
  }
  const word = Object.keys(AGO).find((one) => text.includes(one));
  if (word !== undefined) return { day: addDays(today, -(AGO[word] ?? 0)), piece: word };
  const [piece, n, unit = ""] = BEFORE.exec(text) ?? [];
  if (piece === undefined) return null;
  const days = (n === "半" ? 0.5 : (numberOf(n) ?? 0)) * (UNITS[unit.replace("个", "")] ?? 1);
  return { day: addDays(today, -Math.round(days)), piece };
};
const UNITS: Record<string, number> = { 天: 1, 周: 7, 星期: 7, 月: 30, 年: 365 };

export function numberOf(said: string | undefined): number | undefined {
  const numeral = readNumeral(said ?? "");
  return numeral.ok ? numeral.value : undefined;
}

/** Without a date the month's last day. */
function dayOf(
  today: string,
  back: boolean,
  { year, month, date }: { year: string | undefined; month: number | undefined; date: number | undefined },
): string | null {
  if (month === undefined || month < 1 || month > 12) return null;
  const now = Number(today.slice(0, 4));
  const named = year === undefined ? null : /^\d/.test(year) ? Number(year) : now - (YEARS[year] ?? 0);
  for (const one of named === null ? [now, ...(back ? [now - 1] : [])] : [named]) {
    const next = month === 12 ? `${one + 1}-01-01` : `${one}-${String(month + 1).padStart(2, "0")}-01`;
    const day = date === undefined ? addDays(next, -1) : readDay(`${one}-${month}-${date}`, { year: one });
    if (day !== null && day < today) return day;
  }
  return null;
}
