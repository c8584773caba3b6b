// Times are stored as UTC milliseconds; rules work with calendar days in Asia/Shanghai, which has been UTC+8 without
// summer time since 1991. A day is written YYYY-MM-DD, so days compare as text.

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const OFFSET = 8 * HOUR;

const DAY_PATTERN = /^\d{4}-\d{2}-\d{2}$/;
const TIME_PATTERN = /^([01]\d|2[0-3]):([0-5]\d)$/;

/** The day in Shanghai at a UTC millisecond. Throws on an invalid time. */
export function shanghaiDay(ms: number): string {
  return new Date(ms + OFFSET).toISOString().slice(0, 10);
}

/** The year in Shanghai at a UTC millisecond. */
export function shanghaiYear(ms: number): number {
  return Number(shanghaiDay(ms).slice(0, 4));
}

/** The time of day `HH:mm` in Shanghai at a UTC millisecond. */
export function shanghaiClock(ms: number): string {
  return new Date(ms + OFFSET).toISOString().slice(11, 16);
}

/** UTC milliseconds of a day and time (`HH:mm`) in Shanghai. Throws when either is invalid. */
export function shanghaiTime(day: string, time: string): number {
  const match = TIME_PATTERN.exec(time);
  if (!match) throw new Error(`no such time of day: ${time}`);
  return dayStart(day) - OFFSET + Number(match[1]) * HOUR + Number(match[2]) * 60_000;
}

/** The day `n` calendar days later (earlier when negative). Throws on an invalid day. */
export function addDays(day: string, n: number): string {
  return new Date(dayStart(day) + n * DAY).toISOString().slice(0, 10);
}

/** Calendar days from one day to another; negative when the second is earlier. Throws on an invalid day. */
export function daysBetween(from: string, to: string): number {
  return (dayStart(to) - dayStart(from)) / DAY;
}

/** Midnight UTC of the date: for day arithmetic only, not a moment in Shanghai. */
function dayStart(day: string): number {
  const ms = DAY_PATTERN.test(day) ? Date.parse(`${day}T00:00:00Z`) : Number.NaN;
  // 30 February is read as 2 March.
  if (Number.isNaN(ms) || new Date(ms).getUTCDate() !== Number(day.slice(8)))
    throw new Error(`no such day: ${day}`);
  return ms;
}
