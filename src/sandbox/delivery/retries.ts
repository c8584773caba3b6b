/** Items waiting for their due time, `due` in UTC ms of the sandbox clock. */
export type Retries<T> = {
  add(one: T): void;
  /** Removes and returns everything that is due. */
  takeDue(): T[];
  /** Removes and returns the matching items, due or not. */
  take(fits: (one: T) => boolean): T[];
  /** Sets the timer for the next due item. */
  arm(): void;
  count(): number;
  stop(): void;
};

/**
 * Calls `wake` when the next item becomes due by the machine's clock; the sandbox clock may be moved past it
 * earlier.
 */
export function createRetries<T extends { due: number }>(now: () => number, wake: () => void): Retries<T> {
  const waiting = new Set<T>();
  let timer: ReturnType<typeof setTimeout> | undefined;
  let stopped = false;

  function take(fits: (one: T) => boolean): T[] {
    const taken = [...waiting].filter(fits);
    for (const one of taken) waiting.delete(one);
    return taken;
  }

  function arm(): void {
    clearTimeout(timer);
    if (stopped || waiting.size === 0) return;
    const next = Math.min(...[...waiting].map(({ due }) => due));
    timer = setTimeout(wake, Math.max(0, next - now()));
    timer.unref();
  }

  return {
    add(one) {
      if (stopped) return;
      waiting.add(one);
      arm();
    },
    takeDue: () => take(({ due }) => due <= now()),
    take,
    arm,
    count: () => waiting.size,
    stop() {
      stopped = true;
      clearTimeout(timer);
      waiting.clear();
    },
  };
}
