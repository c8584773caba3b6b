import { type Observable, observable } from "./observable.ts";

/**
 * A value for each key, created on first use; for example unsent messages, which are kept while another chat
 * is open.
 */
export function keepPerKey<T>(initial: T): (key: string) => Observable<T> {
  const kept = new Map<string, Observable<T>>();
  return (key) => {
    const known = kept.get(key);
    if (known) return known;
    const made = observable(initial);
    kept.set(key, made);
    return made;
  };
}
