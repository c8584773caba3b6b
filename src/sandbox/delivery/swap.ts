/** Events held back so that the next event is delivered first. */
export type Swap<T> = {
  /** The events to deliver now, in this order; none while the event is held back. */
  pass(appId: string, event: T, hold: boolean): T[];
  /** Removes and returns the events still held back. */
  release(): T[];
  count(): number;
};

/** Holds back at most one event for each app. */
export function createSwap<T>(): Swap<T> {
  const held = new Map<string, T>();
  return {
    pass(appId, event, hold) {
      const first = held.get(appId);
      if (first !== undefined) {
        held.delete(appId);
        return [event, first];
      }
      if (!hold) return [event];
      held.set(appId, event);
      return [];
    },
    release() {
      const all = [...held.values()];
      held.clear();
      return all;
    },
    count: () => held.size,
  };
}
