/** Results of calls by the caller's idempotency key, so that a repeated call has no further effect. */
export type Once<T> = {
  find(key: string): T | undefined;
  note(key: string, result: T): void;
};

/** `lifeMs`: how long a key is remembered, measured by `now`; by default forever. */
export function createOnce<T>(now: () => number, lifeMs = Number.POSITIVE_INFINITY): Once<T> {
  const known = new Map<string, { result: T; until: number }>();
  return {
    find(key) {
      const found = known.get(key);
      return found !== undefined && now() < found.until ? found.result : undefined;
    },
    note: (key, result) => void known.set(key, { result, until: now() + lifeMs }),
  };
}
