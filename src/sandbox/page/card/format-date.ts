import type { Locale } from "./locale-text.ts";

const languages = { zh_cn: "zh-CN", en_us: "en-US" } as const;

function parts(ms: number, zone: string): Record<string, string> {
  const format = new Intl.DateTimeFormat("en-US", {
    timeZone: zone,
    hourCycle: "h23",
    year: "numeric",
    month: "2-digit",
    day: "2-digit",
    hour: "2-digit",
    minute: "2-digit",
    second: "2-digit",
  });
  return Object.fromEntries(format.formatToParts(ms).map((part) => [part.type, part.value]));
}

/** A time zone's UTC offset at a given time, such as `+08:00`. */
function offsetOf(ms: number, zone: string): string {
  const format = new Intl.DateTimeFormat("en-US", { timeZone: zone, timeZoneName: "longOffset" });
  const name = format.formatToParts(ms).find((part) => part.type === "timeZoneName")?.value ?? "GMT";
  return name.slice("GMT".length) || "+00:00";
}

/**
 * A table's date cell: UTC milliseconds in the viewer's zone, by a pattern of YYYY, MM, DD, HH, mm and ss
 * (year and day in either case). Without a pattern in RFC 3339 format, such as `2026-10-01T00:05:09+08:00`
 * (table).
 */
export function formatDate(ms: number, pattern: string | undefined, zone: string): string {
  if (!Number.isFinite(ms)) return "";
  const part = parts(ms, zone);
  const words: Record<string, string | undefined> = {
    YYYY: part.year,
    yyyy: part.year,
    MM: part.month,
    DD: part.day,
    dd: part.day,
    HH: part.hour,
    hh: part.hour,
    mm: part.minute,
    ss: part.second,
  };
  const written = (pattern || "YYYY-MM-DDTHH:mm:ss").replace(
    /YYYY|yyyy|MM|DD|dd|HH|hh|mm|ss/g,
    (word) => words[word] ?? word,
  );
  return pattern ? written : written + offsetOf(ms, zone);
}

const shapes: Record<string, Intl.DateTimeFormatOptions> = {
  date_short: { month: "short", day: "numeric" },
  date: { year: "numeric", month: "long", day: "numeric" },
  week: { weekday: "long" },
  week_short: { weekday: "short" },
  time: { hour: "2-digit", minute: "2-digit", hourCycle: "h23" },
  time_sec: { hour: "2-digit", minute: "2-digit", second: "2-digit", hourCycle: "h23" },
};

/** In English, full dates have an abbreviated month (rich text, local_datetime). */
const englishDate: Intl.DateTimeFormatOptions = { year: "numeric", month: "short", day: "numeric" };

/**
 * Markdown's `<local_datetime>`: UTC milliseconds in one of the platform's eight formats (rich text,
 * local_datetime); any other format is drawn as a numeric date.
 */
export function formatLocalTime(ms: number, form: string, zone: string, locale: Locale): string {
  if (!Number.isFinite(ms)) return "";
  if (form === "timezone") return `GMT${offsetOf(ms, zone).replace(/^([+-])0/, "$1")}`;
  const shape = form === "date" && locale === "en_us" ? englishDate : shapes[form];
  if (shape === undefined) return formatDate(ms, "YYYY-MM-DD", zone);
  return new Intl.DateTimeFormat(languages[locale], { timeZone: zone, ...shape }).format(ms);
}
