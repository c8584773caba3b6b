/** A time that only passes while everybody sleeps. */
export type VirtualTime = {
  /** UTC ms. */
  now: () => number;
  sleep: (ms: number) => Promise<void>;
  /** Lets time pass until this is done. */
  run: (work: Promise<unknown>) => Promise<void>;
};

type Sleeper = { at: number; wake: () => void };

export function virtualTime(start: number): VirtualTime {
  let now = start;
  const sleepers: Sleeper[] = [];
  return {
    now: () => now,
    sleep: (ms) =>
      new Promise((wake) => {
        const later = sleepers.findIndex(({ at }) => at > now + ms);
        sleepers.splice(later === -1 ? sleepers.length : later, 0, { at: now + ms, wake });
      }),
    run: async (work) => {
      const state = { over: false };
      const ending = work.finally(() => {
        state.over = true;
      });
      while (!state.over) {
        // Whoever is awake and has work to do gets to do it first.
        for (let n = 0; n < 3; n += 1) await new Promise((resolve) => setImmediate(resolve));
        const next = sleepers.shift();
        if (!next) continue;
        now = Math.max(now, next.at);
        next.wake();
      }
      await ending;
    },
  };
}
