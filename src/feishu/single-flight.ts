/**
 * Runs `work` once for all concurrent callers. After `patienceMs` the waiting callers run it themselves: on Workers the
 * request that started it may have ended, and its promise would never settle.
 */
export const singleFlight = <T>(patienceMs: number): ((work: () => Promise<T>) => Promise<T>) => {
  let flight: Promise<T> | undefined;
  const start = (work: () => Promise<T>): Promise<T> => {
    const own = work().finally(() => {
      if (flight === own) flight = undefined;
    });
    flight = own;
    return own;
  };
  return async (work) => {
    if (flight === undefined) return start(work);
    const outcome = await within(flight, patienceMs);
    return outcome === "too_long" ? start(work) : outcome.landed;
  };
};

const within = <T>(landing: Promise<T>, ms: number): Promise<{ landed: T } | "too_long"> =>
  new Promise((resolve, reject) => {
    const alarm = setTimeout(() => resolve("too_long"), ms);
    landing.then((landed) => resolve({ landed }), reject).finally(() => clearTimeout(alarm));
  });
