import type { Locale } from "../card/locale-text.ts";

/** Times are shown in China time, wherever the browser runs. China has no daylight saving. */
export const ZONE = "Asia/Shanghai";

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const OFFSET = 8 * HOUR;
const languages = { zh_cn: "zh-CN", en_us: "en-US" } as const;

function dayOf(ms: number): number {
  return Math.floor((ms + OFFSET) / DAY);
}

function startOf(day: number): number {
  return day * DAY - OFFSET;
}

// Day of the week, 0 for Monday; 1 January 1970 was a Thursday.
function weekday(day: number): number {
  return (day + 3) % 7;
}

/** The times of the clock buttons: an hour later, tomorrow 09:00, next Monday 09:00. UTC ms. */
export function forwardMoments(now: number): { hour: number; tomorrow: number; monday: number } {
  const today = dayOf(now);
  return {
    hour: now + HOUR,
    tomorrow: startOf(today + 1) + 9 * HOUR,
    monday: startOf(today + 7 - weekday(today)) + 9 * HOUR,
  };
}

const formatters = new Map<string, Intl.DateTimeFormat>();

// A formatter is made once: making one takes far longer than using it, and every message has a time.
function format(ms: number, locale: Locale, options: Intl.DateTimeFormatOptions): string {
  const key = `${locale} ${JSON.stringify(options)}`;
  const known = formatters.get(key);
  const formatter = known ?? new Intl.DateTimeFormat(languages[locale], { timeZone: ZONE, ...options });
  if (!known) formatters.set(key, formatter);
  return formatter.format(ms);
}

/** Time of day, such as `09:05`. */
export function hourMinute(ms: number): string {
  return format(ms, "zh_cn", { hour: "2-digit", minute: "2-digit", hourCycle: "h23" });
}

/** Date, weekday and time to the second. */
export function clockText(ms: number, locale: Locale): string {
  const date = format(ms, locale, { year: "numeric", month: "long", day: "numeric", weekday: "short" });
  const time = format(ms, locale, {
    hour: "2-digit",
    minute: "2-digit",
    second: "2-digit",
    hourCycle: "h23",
  });
  return `${date} ${time}`;
}

const near = {
  zh_cn: ["今天", "昨天"],
  en_us: ["Today", "Yesterday"],
} as const;

/**
 * The line between two days of messages: today, yesterday, otherwise the date, with the year if it differs
 * from the current one.
 */
export function dateLine(ms: number, now: number, locale: Locale): string {
  const away = dayOf(now) - dayOf(ms);
  const word = near[locale][away];
  if (word) return word;
  const otherYear = format(ms, locale, { year: "numeric" }) !== format(now, locale, { year: "numeric" });
  return format(ms, locale, {
    month: "long",
    day: "numeric",
    weekday: "long",
    ...(otherYear && { year: "numeric" }),
  });
}

/** The short time shown in the chat list. */
export function listTime(ms: number, now: number, locale: Locale): string {
  const away = dayOf(now) - dayOf(ms);
  if (away === 0) return hourMinute(ms);
  if (away === 1) return near[locale][1];
  const otherYear = format(ms, locale, { year: "numeric" }) !== format(now, locale, { year: "numeric" });
  return format(
    ms,
    locale,
    otherYear ? { year: "numeric", month: "numeric", day: "numeric" } : { month: "short", day: "numeric" },
  );
}

/** A future day and time, such as `10月20日周二 17:00`, with the year if it differs from the current one. */
export function shortTime(ms: number, now: number, locale: Locale): string {
  const otherYear = format(ms, locale, { year: "numeric" }) !== format(now, locale, { year: "numeric" });
  const day = format(ms, locale, {
    month: locale === "en_us" ? "short" : "long",
    day: "numeric",
    weekday: "short",
    ...(otherYear && { year: "numeric" }),
  });
  return `${day} ${hourMinute(ms)}`;
}

/** Whether two times (UTC ms) are on the same day in China. */
export function isSameDay(a: number, b: number): boolean {
  return dayOf(a) === dayOf(b);
}

/** China time as `yyyy-MM-ddTHH:mm`, the format of a datetime-local input. */
export function boxTime(ms: number): string {
  return new Date(ms + OFFSET).toISOString().slice(0, 16);
}

/** UTC ms of a datetime-local input's value; `undefined` while incomplete. */
export function fromBoxTime(value: string): number | undefined {
  const ms = Date.parse(`${value}:00+08:00`);
  return Number.isFinite(ms) ? ms : undefined;
}
