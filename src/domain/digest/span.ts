import { addDays, shanghaiTime } from "../calendar/shanghai-time.ts";
import type { DigestKind } from "./digest-kind.ts";

/** The period a digest covers, UTC ms, `to` excluded; `before`: the period it is compared with. */
export type Span = { from: number; to: number; before: { from: number; to: number } };

const DAY = 86_400_000;

/** `published`: the publication before the quarter's; `covered`: how far earlier digests reach. UTC ms, null: none. */
type Before = { published: number | null; covered: number | null };

/**
 * The span of a digest: seven days for a weekly one, the named month for a monthly one, the time since the previous
 * publication for a quarterly one (92 days without one). A weekly one begins where earlier digests end, if that is longer
 * ago; one that stands for skipped ones (`late`) also reaches until now.
 */
export function spanOf(kind: DigestKind, period: string, now: number, before: Before, late = false): Span {
  const named = namedSpan(kind, period, now, before);
  const from = late || kind === "weekly" ? Math.min(named.from, before.covered ?? named.from) : named.from;
  // `now` itself is included: a missed run is found and reported at the same moment.
  const to = late ? now + 1 : named.to;
  const isNamed = from === named.from && to === named.to;
  return { from, to, before: { from: isNamed ? named.before : from - (to - from), to: from } };
}

function namedSpan(kind: DigestKind, period: string, now: number, { published }: Before) {
  const month = /^(\d{4}-\d{2})$/.exec(period)?.[1];
  if (kind === "monthly" && month) {
    const first = `${month}-01`;
    const before = monthStart(`${addDays(first, -1).slice(0, 7)}-01`);
    return { from: monthStart(first), to: monthStart(nextMonth(first)), before };
  }
  const to = now + 1;
  const from = kind === "quarterly" ? (published ?? to - 92 * DAY) : to - 7 * DAY;
  return { from, to, before: from - (to - from) };
}

function nextMonth(first: string): string {
  return `${addDays(first, 31).slice(0, 7)}-01`;
}

function monthStart(day: string): number {
  return shanghaiTime(day, "00:00");
}
