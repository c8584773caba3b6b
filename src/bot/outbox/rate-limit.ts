import { setTimeout as wait } from "node:timers/promises";

// Feishu's limits (feishu-contract 4.1): 50 a second and 1,000 a minute per call, 5 a second per receiver. The platform
// counts arrivals, we count starts, and one message's way may be three quarters of a second longer than another's: 100 in
// 6.075 s are 1,000 in any 60.75 s. Six seconds at a time, so that whoever waits for an answer never waits for the rest
// of a minute that a long push has used up.

type Window = { most: number; span: number };

const CALL: Window[] = [
  { most: 25, span: 1_000 },
  { most: 100, span: 6_075 },
];
/** One receiver's messages start one after another's answer, so none overtakes. */
const RECEIVER: Window[] = [{ most: 4, span: 1_000 }];
/** The longest rest the platform is given at a time, ms: what is claimed, for a minute, must not wait longer than that. */
const LONGEST_REST = 20_000;
/** Receivers remembered before those not written to for a second are forgotten. */
const REMEMBERED = 1_000;

export type RateLimit = {
  /** Takes a turn and resolves when one more call of this kind to this receiver is within the limits. */
  turn: (call: string, to: string) => Promise<void>;
  /** How long from now this receiver has had enough for a moment, ms; takes no turn. */
  pauseOf: (to: string) => number;
  /** The platform asks for a pause of `ms` before the next call of this kind; 20 s of it are kept before asking again. */
  rest: (call: string, ms: number) => void;
};

/** Keeps the limits over all calls it is asked about; `time` in ms. */
export function createRateLimit(
  time: () => number,
  pause: (ms: number) => Promise<unknown> = wait,
): RateLimit {
  const calls = new Map<string, number[]>();
  const receivers = new Map<string, number[]>();
  const resting = new Map<string, number>();
  let latest = Number.NEGATIVE_INFINITY;
  /** A clock that was set back takes with it what is remembered: else the next turn would be in a day. */
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
    pauseOf: (to) => {
      const from = now();
      return slot(receivers.get(to), from, RECEIVER) - from;
    },
    rest: (call, ms) => {
      const until = now() + Math.min(ms, LONGEST_REST);
      resting.set(call, Math.max(resting.get(call) ?? until, until));
    },
    turn: async (call, to) => {
      const from = now();
      const at = next(call, to, from);
      // The slot is taken before waiting, so that callers in one moment get one each.
      remember(calls, call, at, CALL);
      remember(receivers, to, at, RECEIVER);
      if (receivers.size > REMEMBERED) forget(receivers, from - 1000);
      if (at > from) await pause(at - from);
    },
  };
}

/** The earliest time from `at` on with fewer starts than each window holds in the time before it. */
function slot(starts: number[] | undefined, at: number, windows: Window[]): number {
  return windows.reduce((earliest, { most, span }) => {
    const nth = starts?.at(-most);
    return nth === undefined ? earliest : Math.max(earliest, nth + span);
  }, at);
}

/** Keeps as many of the latest starts as the largest window holds; one that had to wait may start after a later one. */
function remember(starts: Map<string, number[]>, key: string, at: number, windows: Window[]): void {
  const all = [...(starts.get(key) ?? []), at].sort((a, b) => a - b);
  starts.set(key, all.slice(-Math.max(...windows.map(({ most }) => most))));
}

function forget(receivers: Map<string, number[]>, before: number): void {
  for (const [to, starts] of receivers) if ((starts.at(-1) ?? 0) < before) receivers.delete(to);
}
