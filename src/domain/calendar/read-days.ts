import { addDays } from "./shanghai-time.ts";

/** Days (`YYYY-MM-DD`) read from one sentence, and the contradictions found in it. */
export type DayList = {
  off: string[];
  workdays: string[];
  doubts: Array<"not_understood" | "weekday" | "count">;
};

const WEEKDAYS = "日一二三四五六";
const DAY = "(?:(\\d{4})年)?(?:(\\d{1,2})月)?(\\d{1,2})日(?:\\(([^)]*)\\))?";
const OFF = /^(?:全国)?(?:放假调休|调休放假|放假|补休|调休|照常公休|休息|公休)/;
const WORK = /^(?:起)?(?:正常|照常)?上班/;

type Found = { first: string; last: string; end: number };

/**
 * Reads the days of one sentence by the verb that follows them: `2月15日至23日放假调休，共9天`, `2月2日(星期六)、2月3日上班`. An
 * omitted month or year is taken from the day before. Weekdays in brackets and the number after 共 are verified.
 */
export function readDays(sentence: string, year: number): DayList {
  const list: DayList = { off: [], workdays: [], doubts: [] };
  const counted = /共(\d{1,2})天/.exec(sentence);
  const reader = dayReader(sentence, year, list);
  let waiting: Found[] = [];
  for (let found = reader(); found; found = reader()) {
    waiting.push(found);
    const rest = sentence.slice(found.end);
    const days = waiting.flatMap(daysOf);
    if (OFF.test(rest)) list.off.push(...days);
    else if (WORK.test(rest)) list.workdays.push(...days);
    else continue;
    waiting = [];
  }
  if (waiting.length > 0) list.doubts.push("not_understood");
  if (counted && Number(counted[1]) !== new Set(list.off).size) list.doubts.push("count");
  return list;
}

/** Returns a function that reads the next day or range at each call; null at the end. */
function dayReader(text: string, year: number, list: DayList): () => Found | null {
  const pattern = new RegExp(`${DAY}(?:至${DAY})?`, "g");
  let month = 0;
  let inYear = year;
  const dayAt = (y: string | undefined, m: string | undefined, d: string, brackets: string | undefined) => {
    if (y !== undefined) inYear = Number(y);
    // A year once given holds to the end of its range; 1 January after 30 December is in the next year.
    else if (m !== undefined && month === 12 && Number(m) === 1) inYear += 1;
    if (m !== undefined) month = Number(m);
    const day = dayOf(inYear, month, Number(d));
    if (day === null) list.doubts.push("not_understood");
    else if (!weekdayFits(day, brackets)) list.doubts.push("weekday");
    return day;
  };
  return () => {
    const match = pattern.exec(text);
    if (!match) return null;
    const first = dayAt(match[1], match[2], match[3] ?? "", match[4]);
    const last = match[7] === undefined ? first : dayAt(match[5], match[6], match[7], match[8]);
    return { first: first ?? "", last: last ?? "", end: pattern.lastIndex };
  };
}

function dayOf(year: number, month: number, date: number): string | null {
  const at = new Date(Date.UTC(year, month - 1, date));
  return month >= 1 && month <= 12 && at.getUTCDate() === date ? at.toISOString().slice(0, 10) : null;
}

/** Whether a remark in brackets names no weekday, or the right one. */
function weekdayFits(day: string, remark: string | undefined): boolean {
  const named = /(?:周|星期|礼拜)([日天一二三四五六])/.exec(remark ?? "")?.[1];
  if (named === undefined) return true;
  return WEEKDAYS[new Date(`${day}T00:00:00Z`).getUTCDay()] === (named === "天" ? "日" : named);
}

/** The days of a range; empty when it runs backwards or over two months or more. */
function daysOf({ first, last }: Found): string[] {
  const days: string[] = [];
  for (let day = first; day !== "" && day <= last && days.length < 60; day = addDays(day, 1)) days.push(day);
  return days;
}
