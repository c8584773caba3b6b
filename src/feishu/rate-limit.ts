import { setTimeout as wait } from "node:timers/promises";

// Feishu's limits (feishu-contract 4.1): 50 a second and 1,000 a minute for each call, 5 a second for each receiver.
// The platform counts arrivals, we count starts, and transfer times differ by up to 0.75 s, so we allow 100 in 6.075 s,
// which is 1,000 in any 60.75 s. Windows of six seconds keep an answer from waiting for the rest of a minute that a
// long push has used up.

type Window = { most: number; span: number };

const CALL: Window[] = [
  { most: 25, span: 1_000 },
  { most: 100, span: 6_075 },
];
/** Messages to one receiver are sent one after another, so that none overtakes. */
const RECEIVER: Window[] = [{ most: 4, span: 1_000 }];
/**
 * The longest pause before asking the platform again, ms; entries are claimed for a minute and must not wait longer.
 */
const LONGEST_REST = 20_000;
/** Receivers remembered before those idle for some seconds are dropped. */
const REMEMBERED = 1_000;
const IDLE = 5_000;

export type RateLimit = {
  /** Waits until one more call of this kind to this receiver is within the limits, and counts it. */
  turn: (call: string, to: string) => Promise<void>;
  /**
   * How long from now this receiver's limit is exhausted, ms; counts nothing. `between`: at least so long after the call
   * before, ms.
   */
  pauseOf: (to: string, between?: number) => number;
  /**
   * The platform requested a pause of `ms` before the next call of this kind; at most 20 s of it are observed at a
   * time.
   */
  rest: (call: string, ms: number) => void;
};

/**
 * Enforces the limits over all calls; `time` in ms. `receivers`: where the latest calls to each are kept, some of a
 * thousand and those of the last seconds.
 */
export function createRateLimit(
  time: () => number,
  pause: (ms: number) => Promise<unknown> = wait,
  receivers = new Map<string, number[]>(),
): RateLimit {
  const calls = new Map<string, number[]>();
  const resting = new Map<string, number>();
  let latest = Number.NEGATIVE_INFINITY;
  /** After the clock was set back all counts are dropped: otherwise the next call could wait for a day. */
  const now = (): number => {
    const at = time();
    if (at < latest) {
      for (const [key, until] of resting) resting.set(key, until - (latest - at));
      for (const kept of [calls, receivers])
        for (const [key, starts] of kept)
          kept.set(
            key,
            starts.map((start) => start - (latest - at)),
          );
    }
    latest = at;
    return at;
  };
  const next = (call: string, to: string, from: number): number =>
    slot(receivers.get(to), slot(calls.get(call), Math.max(from, resting.get(call) ?? from), CALL), RECEIVER);
  return {
    pauseOf: (to, between = 0) => {
      const from = now();
      return (
        slot(receivers.get(to), from, between > 0 ? [...RECEIVER, { most: 1, span: between }] : RECEIVER) -
        from
      );
    },
    rest: (call, ms) => {
      const until = now() + Math.min(ms, LONGEST_REST);
      resting.set(call, Math.max(resting.get(call) ?? until, until));
    },
    turn: async (call, to) => {
      const from = now();
      const at = next(call, to, from);
      // The slot is taken before waiting, so that concurrent callers get one each.
      remember(calls, call, at, CALL);
      remember(receivers, to, at, RECEIVER);
      if (receivers.size > REMEMBERED) forget(receivers, from - IDLE);
      if (at > from) await pause(at - from);
    },
  };
}

/** The earliest time from `at` on at which every window has room for one more start. */
function slot(starts: number[] | undefined, at: number, windows: Window[]): number {
  return windows.reduce((earliest, { most, span }) => {
    const nth = starts?.at(-most);
    return nth === undefined ? earliest : Math.max(earliest, nth + span);
  }, at);
}

/** Keeps as many of the latest starts as the largest window needs, in order of time. */
function remember(starts: Map<string, number[]>, key: string, at: number, windows: Window[]): void {
  const all = [...(starts.get(key) ?? []), at].sort((a, b) => a - b);
  starts.set(key, all.slice(-Math.max(...windows.map(({ most }) => most))));
}

function forget(receivers: Map<string, number[]>, before: number): void {
  for (const [to, starts] of receivers) if ((starts.at(-1) ?? 0) < before) receivers.delete(to);
}
