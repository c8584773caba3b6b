/** The programme's time, UTC ms. Signature freshness uses the machine's own clock instead (design.md 7). */
export type Clock = { now: () => number };

/** A clock that can be moved forward, for rehearsals. */
export type RehearsalClock = Clock & { moveTo: (ms: number) => boolean };

export const realClock: Clock = { now: () => Date.now() };

/** Starts at `start` and runs on; `moveTo` refuses (false) to go back. */
export function rehearsalClock(start: number): RehearsalClock {
  let ahead = start - Date.now();
  const now = () => Date.now() + ahead;
  return {
    now,
    moveTo: (ms) => {
      if (ms < now()) return false;
      ahead = ms - Date.now();
      return true;
    },
  };
}
