import { useEffect, useRef, useState } from "preact/hooks";

/** A value with listeners that are called when it is replaced. */
export type Observable<T> = {
  get(): T;
  set(next: T): void;
  subscribe(listener: () => void): () => void;
};

/** An observable with this initial value. */
export function observable<T>(initial: T): Observable<T> {
  let value = initial;
  const listeners = new Set<() => void>();
  return {
    get: () => value,
    set(next) {
      if (Object.is(value, next)) return;
      value = next;
      for (const listener of listeners) listener();
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

/** A selected part of the value; the component is redrawn only when that part changes. */
export function usePart<T, Part>(source: Observable<T>, select: (value: T) => Part): Part {
  const [, redraw] = useState({});
  const part = select(source.get());
  const seen = useRef({ part, select });
  seen.current = { part, select };
  useEffect(() => {
    const look = (): void => {
      if (!Object.is(seen.current.select(source.get()), seen.current.part)) redraw({});
    };
    // The value may have changed between drawing and this effect.
    look();
    return source.subscribe(look);
  }, [source]);
  return part;
}

/** The current value; the component is redrawn when it is replaced. */
export function useObservable<T>(source: Observable<T>): T {
  return usePart(source, (value) => value);
}
