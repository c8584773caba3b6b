/** What waits for its time, `due` in UTC ms of the sandbox clock. */
export type Retries<T> = {
  add(one: T): void;
  /** Takes out everything whose time has come. */
  takeDue(): T[];
  /** Takes out everything that fits, due or not. */
  take(fits: (one: T) => boolean): T[];
  /** Sets the alarm for what is due next. */
  arm(): void;
  count(): number;
  stop(): void;
};

/** Calls `wake` when the next one is due, as the machine's clock passes; the sandbox clock may jump there before. */
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
