import type { SandboxEvent } from "./protocol.ts";

type Unnumbered<E> = E extends { seq: number } ? Omit<E, "seq"> : never;

export type ChangeFeed = {
  seq(): number;
  /** Numbers a change and informs the listeners. `id` is the changed object, for `isNewer`. */
  tell(event: Unnumbered<SandboxEvent>, id?: string): void;
  /** Whether the object changed after this seq; all have after 0. */
  isNewer(id: string, since: number): boolean;
  /** Calls the listener for every later change; the returned function stops it. */
  listen(listener: (event: SandboxEvent) => void): () => void;
};

/** Numbers all changes of the sandbox in one sequence. */
export function createChangeFeed(): ChangeFeed {
  let seq = 0;
  const listeners = new Set<(event: SandboxEvent) => void>();
  const changedAt = new Map<string, number>();
  return {
    seq: () => seq,
    tell(event, id) {
      seq += 1;
      if (id !== undefined) changedAt.set(id, seq);
      const numbered = { ...event, seq };
      for (const listener of listeners) listener(numbered);
    },
    isNewer: (id, since) => since === 0 || (changedAt.get(id) ?? 0) > since,
    listen(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
