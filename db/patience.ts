import { AsyncLocalStorage } from "node:async_hooks";

// Somebody waits for the answer to a press, and Feishu only for three seconds. What cannot be stored by then because
// another program holds the database is cancelled, so that "not saved" is true when it is said. What merely takes long
// is stored: then nobody is told otherwise.

/** The change was cancelled before it was stored, because whoever waits for it could wait no longer. */
export class NotSaved extends Error {
  override name = "NotSaved";
  constructor() {
    super("not saved in time: the database is held by another program");
  }
}

const waiting = new AsyncLocalStorage<AbortSignal>();
const givingUp = new AsyncLocalStorage<() => boolean>();

/** Does work whose changes are cancelled (`NotSaved`) where the database is still held by another program after `ms`. */
export async function savedWithin<T>(ms: number, work: () => Promise<T> | T): Promise<T> {
  const over = new AbortController();
  const timer = setTimeout(() => over.abort(), ms);
  try {
    return await waiting.run(over.signal, async () => work());
  } finally {
    clearTimeout(timer);
  }
}

/** The end of the wait for the change being made; undefined where nobody waits. */
export function endOfWait(): AbortSignal | undefined {
  return waiting.getStore();
}

/** Waits for the database's lock only until `isOver`. */
export function lockUntil<T>(isOver: () => boolean, work: () => Promise<T>): Promise<T> {
  return givingUp.run(isOver, work);
}

/** Whether the lock need not be waited for any longer. */
export function lockIsGivenUp(): boolean {
  return givingUp.getStore()?.() ?? false;
}
