export type RateLimits = {
  /**
   * Counts one API call by an app: 1,000 a minute and usually 50 a second; a refusal has the wait in seconds.
   */
  takeApi(
    appId: string,
    api: string,
    perSecond?: number,
  ): { ok: true } | { ok: false; limit: number; reset: number };
  /**
   * Counts one message to a person or group, or update of a message, identified by `key`: usually 5 a second.
   */
  takeTarget(key: string, most?: number, windowMs?: number): boolean;
};

/** Rate limits as sliding windows on the machine's clock (feishu-contract 4.1). */
export function createRateLimits(machine: () => number): RateLimits {
  const windows = new Map<string, number[]>();

  function recent(key: string, windowMs: number): number[] {
    const taken = windows.get(key) ?? [];
    const first = taken.findIndex((at) => at > machine() - windowMs);
    if (first !== 0) taken.splice(0, first === -1 ? taken.length : first);
    windows.set(key, taken);
    return taken;
  }

  function waitFor(taken: number[], limit: number, windowMs: number): number {
    const oldest = taken[taken.length - limit];
    return oldest === undefined ? 0 : Math.max(0, oldest + windowMs - machine());
  }

  return {
    takeApi(appId, api, perSecond = 50) {
      const taken = recent(`${appId} ${api}`, 60_000);
      const second = waitFor(taken, perSecond, 1_000);
      const minute = waitFor(taken, 1_000, 60_000);
      if (minute > 0) return { ok: false, limit: 1_000, reset: Math.ceil(minute / 1000) };
      if (second > 0) return { ok: false, limit: perSecond, reset: Math.ceil(second / 1000) };
      taken.push(machine());
      return { ok: true };
    },
    takeTarget(key, most = 5, windowMs = 1_000) {
      const taken = recent(key, windowMs);
      if (taken.length >= most) return false;
      taken.push(machine());
      return true;
    },
  };
}
