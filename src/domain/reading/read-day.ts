import { addDays } from "../calendar/shanghai-time.ts";
import { isWorkingDay } from "../calendar/working-days.ts";
import { foldText } from "./fold-text.ts";
import { readNumeral } from "./numerals.ts";
import { readable } from "./readable.ts";
import { dayOfTerm } from "./terms.ts";

// Reads days as people and spreadsheets write them.

/** `year`: of a day without one. `today` (`YYYY-MM-DD`): what 周五, 月底 and 明年 are counted from; without it they are no days. */
export type DayAt = {
  year: number;
  today?: string /** The day a month or quarter stands for: its last, unless `start`. */;
  edge?: "start";
};

const OUTER =
  /^(?:于|在|自|从|截至|截止到?|至|到|不晚于|不迟于|最迟|最晚|争取|确保|力争|预计|by |until |before )+|(?:之前|以前|前|以内|之内|内|止|为止|起|开始|完成)+$/g;
const WEEKDAY = /\(?(?:周|星期|礼拜)([一二三四五六日天])\)?$/;
const TIME =
  /(?:t|[\s,]|(?<=[日号]))\s*(?:上午|下午|早上|晚上?|中午|am|pm)?\s*\d{1,2}(?::\d{2}|点|时)(?::?\d{2}(?:\.\d+)?|半|整|\d{1,2}分)?\s*(?:am|pm)?$/;
const ISO_TIME = /^\d{4}-\d\d-\d\dt\d\d:\d\d(?::\d\d(?:\.\d+)?)?(?:z|[+-]\d\d:?\d\d)$/;
/** Days of Excel's calendar, 1 January 2000 to 31 December 2099. */
const SERIAL = /^(\d{5})(?:\.\d+)?$/;
const [FIRST_SERIAL, LAST_SERIAL] = [36526, 73050];

/**
 * A day as `YYYY-MM-DD`: 2026-09-30, 9月30日前, 9月底, 2026年9月, 三季度末, 年底, 46295 (Excel's number), with a time or a
 * weekday beside it. Null for what is no day, and for a weekday that is not the day's.
 */
export function readDay(text: string, at: DayAt): string | null {
  const seen = foldText(readable(text)).trim();
  if (ISO_TIME.test(seen)) return shanghaiDayOf(seen);
  const said = seen.replace(OUTER, "").replace(TIME, "").replace(OUTER, "").trim();
  const [beside = "", weekday] = WEEKDAY.exec(said) ?? [];
  const rest = said.slice(0, said.length - beside.length).replace(/[\s,]+$/, "");
  if (weekday !== undefined && rest !== "" && !/^[这本下上]个?$/.test(rest)) {
    const day = dayIn(rest, at);
    return day !== null && weekdayOf(day) === "日一二三四五六".indexOf(weekday.replace("天", "日"))
      ? day
      : null;
  }
  return dayIn(said, at);
}

/** The day of Excel's number, where 1 is 1 January 1900. `from1904`: the workbook counts from 1904. */
export function daySerial(serial: number, from1904 = false): string | null {
  const days = Math.floor(serial) + (from1904 ? 1462 : 0);
  // Excel has a 29 February 1900 that never was.
  return days > 60 && days <= 2_958_465 ? addDays("1899-12-30", days) : null;
}

function dayIn(said: string, at: DayAt): string | null {
  const text = withDigits(said);
  const serial = SERIAL.exec(text);
  if (serial) {
    const n = Number(serial[1]);
    return n >= FIRST_SERIAL && n <= LAST_SERIAL ? daySerial(n) : null;
  }
  const match =
    /^(?:(\d{4}|[2-3]\d(?=\s*[-/.年]\s*\d{1,2}\s*[-/.月]\s*\d))\s*[-/.年])?\s*(\d{1,2})\s*[-/.月]\s*(\d{1,2})\s*[日号]?$/.exec(
      text,
    ) ?? /^(\d{4})(\d{2})(\d{2})$/.exec(text);
  if (!match) return existing(dayOfTerm(text, at) ?? "");
  const [, y = String(at.year), m = "", d = ""] = match;
  return existing(`${y.length === 2 ? `20${y}` : y}-${m.padStart(2, "0")}-${d.padStart(2, "0")}`);
}

/** Chinese numbers before 年, 月, 日 and 季 as digits: 二〇二六年九月三十日. */
function withDigits(text: string): string {
  return text.replace(/[〇零一二三四五六七八九十]+(?=\s*[年月日号季])/g, (word) => {
    const numeral = readNumeral(word.replaceAll("〇", "零"));
    return numeral.ok ? String(numeral.value) : word;
  });
}

function shanghaiDayOf(iso: string): string | null {
  const ms = Date.parse(iso.toUpperCase());
  return Number.isNaN(ms) ? null : existing(new Date(ms + 8 * 3_600_000).toISOString().slice(0, 10));
}

function weekdayOf(day: string): number {
  return new Date(`${day}T00:00:00Z`).getUTCDay();
}

const UNITS: Record<string, number> = {
  天: 1,
  日: 1,
  周: 7,
  个星期: 7,
  星期: 7,
  个月: 30,
  月: 30,
  day: 1,
  week: 7,
  month: 30,
};

/**
 * The new due day a sentence requests: 顺延三天 (calendar days from `due`, then on to the next working day), 延期到9月30日. ""
 * when an extension is requested without a length; null when none is requested.
 */
export function readExtension(text: string, due: string): string | null {
  const folded = foldText(readable(text));
  if (!/顺延|延期|延后|延长|推迟|宽限|postpone|extend|extension|more time/.test(folded)) return null;
  const until = /(?:到|至|为|until|to)\s*([^,，。;；\s]+)/.exec(folded)?.[1];
  if (until) return dayAtStart(until, { year: Number(due.slice(0, 4)) }) ?? "";
  const by = /([\d零一二两三四五六七八九十半]+)\s*(个星期|个月|天|日|周|星期|月|day|week|month)/.exec(folded);
  const n = by?.[1] === "半" ? null : readNumeral(by?.[1] ?? "");
  if (!by || !n?.ok || !Number.isInteger(n.value) || n.value <= 0 || n.value > 365) return "";
  return nextWorkingDay(addDays(due, n.value * (UNITS[by[2] ?? ""] ?? 1)));
}

/** The day a text begins with: 10月20日前竣工. A date is never cut short. */
function dayAtStart(text: string, at: DayAt): string | null {
  for (let end = text.length; end > 1; end -= 1) {
    const day = /[\d日号(]/.test(text.charAt(end)) ? null : readDay(text.slice(0, end), at);
    if (day !== null) return day;
  }
  return null;
}

function nextWorkingDay(day: string): string {
  let at = day;
  while (isWorkingDay(at) === false) at = addDays(at, 1);
  return at;
}

/** The day if it exists; a year before 1900 is a slip. */
function existing(day: string): string | null {
  const at = /^(?:19|[2-9]\d)\d{2}-\d{2}-\d{2}$/.test(day) ? Date.parse(`${day}T00:00:00Z`) : Number.NaN;
  return !Number.isNaN(at) && new Date(at).toISOString().startsWith(day) ? day : null;
}
