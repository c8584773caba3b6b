import { addDays } from "../calendar/shanghai-time.ts";
import { isWorkingDay } from "../calendar/working-days.ts";
import { foldWidth } from "./fold-text.ts";
import { readNumeral } from "./numerals.ts";

// Reads days as people write them.

/** `2026-09-30`, `2026/9/30`, `2026年9月30日`, `9月30日` (of `year`) as `YYYY-MM-DD`; null when it is no day. */
export function readDay(text: string, year: number): string | null {
  const folded = foldWidth(text).trim();
  const match =
    /^(?:(\d{4})\s*[-/.年])?\s*(\d{1,2})\s*[-/.月]\s*(\d{1,2})\s*[日号]?$/.exec(folded) ??
    /^(\d{4})(\d{2})(\d{2})$/.exec(folded);
  if (!match) return null;
  const [, y = String(year), m = "", d = ""] = match;
  const day = `${y}-${m.padStart(2, "0")}-${d.padStart(2, "0")}`;
  return isDay(day) ? day : null;
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
  const folded = foldWidth(text).toLowerCase();
  if (!/顺延|延期|延后|延长|推迟|宽限|postpone|extend|extension|more time/.test(folded)) return null;
  const until = /(?:到|至|为|to|until)\s*([\d年月日号/.-]+)/.exec(folded)?.[1];
  if (until) return readDay(until, Number(due.slice(0, 4))) ?? "";
  const by = /([\d零一二两三四五六七八九十半]+)\s*(个星期|个月|天|日|周|星期|月|day|week|month)/.exec(folded);
  const n = by?.[1] === "半" ? null : readNumeral(by?.[1] ?? "");
  if (!by || !n?.ok || !Number.isInteger(n.value) || n.value <= 0 || n.value > 365) return "";
  return nextWorkingDay(addDays(due, n.value * (UNITS[by[2] ?? ""] ?? 1)));
}

function nextWorkingDay(day: string): string {
  let at = day;
  while (isWorkingDay(at) === false) at = addDays(at, 1);
  return at;
}

/** Whether the text is an existing day, `YYYY-MM-DD`. */
function isDay(text: string): boolean {
  const at = /^\d{4}-\d{2}-\d{2}$/.test(text) ? Date.parse(`${text}T00:00:00Z`) : Number.NaN;
  return !Number.isNaN(at) && new Date(at).toISOString().startsWith(text);
}
