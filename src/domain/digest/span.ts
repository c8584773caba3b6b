import { addDays, shanghaiTime } from "../calendar/shanghai-time.ts";
import type { DigestKind } from "./digest-kind.ts";

/** The period a digest covers, UTC ms, `to` excluded; `before`: the period it is compared with. */
export type Span = { from: number; to: number; before: { from: number; to: number } };

const DAY = 86_400_000;

/**
 * The span of a digest: seven days for a weekly one, the named month for a monthly one, the time since the previous
 * publication for a quarterly one (`since`; without a previous publication, 92 days).
 */
export function spanOf(kind: DigestKind, period: string, now: number, since: number | null): Span {
  const month = /^(\d{4}-\d{2})$/.exec(period)?.[1];
  if (kind === "monthly" && month) {
    const first = `${month}-01`;
    const from = monthStart(first);
    const before = monthStart(`${addDays(first, -1).slice(0, 7)}-01`);
    return { from, to: monthStart(nextMonth(first)), before: { from: before, to: from } };
  }
  // `now` itself is included: a missed run is found and reported at the same moment.
  const to = now + 1;
  const from = kind === "quarterly" ? (since ?? to - 92 * DAY) : to - 7 * DAY;
  return { from, to, before: { from: from - (to - from), to: from } };
}

function nextMonth(first: string): string {
  return `${addDays(first, 31).slice(0, 7)}-01`;
}

function monthStart(day: string): number {
  return shanghaiTime(day, "00:00");
}
