// Times in a script, on the sandbox clock; local times are Shanghai time (UTC+8, no daylight saving).

const MINUTE_MS = 60_000;
const HOUR_MS = 3_600_000;
const DAY_MS = 86_400_000;
const OFFSET_MS = 8 * HOUR_MS;
const UNITS: Record<string, number> = { s: 1_000, m: MINUTE_MS, h: HOUR_MS, d: DAY_MS };

/**
 * The time (UTC ms) meant by a step's `at`: an ISO time (Shanghai time without an offset), "09:30" for its
 * next occurrence, "+90s", "+15m", "+2h", "+3d", and "+1d 09:00" for a time of day some days later. Undefined
 * for anything else.
 */
export function scriptTime(at: string, now: number): number | undefined {
  const [, days, clock] = at.match(/^\+(\d{1,4})d (\d\d:\d\d)$/) ?? [];
  if (days !== undefined && clock !== undefined) return atHour(now + Number(days) * DAY_MS, clock);
  const [, count, unit] = at.match(/^\+(\d{1,6})([smhd])$/) ?? [];
  if (count !== undefined) return now + Number(count) * (UNITS[unit ?? ""] ?? 0);
  if (/^\d\d:\d\d$/.test(at)) {
    const today = atHour(now, at);
    return today === undefined || today >= now ? today : today + DAY_MS;
  }
  if (!/^\d{4}-\d\d-\d\dT\d\d:\d\d/.test(at)) return undefined;
  const named = /(Z|[+-]\d\d:?\d\d)$/.test(at);
  const ms = Date.parse(named ? at : `${at}+08:00`);
  return Number.isNaN(ms) ? undefined : ms;
}

function atHour(day: number, clock: string): number | undefined {
  const [hour = 0, minute = 0] = clock.split(":").map(Number);
  if (hour > 23 || minute > 59) return undefined;
  const midnight = Math.floor((day + OFFSET_MS) / DAY_MS) * DAY_MS - OFFSET_MS;
  return midnight + hour * HOUR_MS + minute * MINUTE_MS;
}
