/**
 * The sandbox clock. It runs at the speed of the machine's clock and can be moved forward, never back. Rate
 * limits and tokens use `machine`, because the bot's own client measures them with the real time; everything
 * else uses `now`.
 */
export type SandboxClock = {
  /** Sandbox time, UTC ms. */
  now(): number;
  /** Machine time, UTC ms. */
  machine(): number;
  /** Moves the clock to a later time (UTC ms); returns false, without effect, for an earlier one. */
  moveTo(ms: number): boolean;
};

/** `startAt` is UTC ms, by default the machine's time. `machine` is injected by tests. */
export function createClock(machine: () => number, startAt?: number): SandboxClock {
  let ahead = startAt === undefined ? 0 : startAt - machine();
  const now = () => machine() + ahead;
  return {
    now,
    machine,
    moveTo(ms) {
      const step = ms - now();
      if (step < 0) return false;
      ahead += step;
      return true;
    },
  };
}
