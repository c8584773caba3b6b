// Documents are read and written as texts, and the same few again and again.

/** Texts kept for one kind of document, in characters: some hundred reports. A value takes about as much again. */
const KEPT = 2_000_000;

export type Kept<T> = {
  read: (stored: string) => T;
  write: (value: T) => string;
  /** What is kept now, in characters of text. */
  size: () => number;
};

/**
 * Reads each text once, and writes each value once: what was just written is read by the next press. What is read or
 * written is shared by everyone who asks, and therefore cannot be changed. Keeps at most `most` characters of text, those
 * used last; every change makes a text that no one reads again once there is a newer one.
 */
export function keepDocuments<T>(read: (stored: string) => T, most = KEPT): Kept<T> {
  const known = new Map<string, T>();
  const texts = new WeakMap<object, string>();
  let size = 0;

  function keep(stored: string, value: T): void {
    unchangeable(value);
    if (stored.length > most) return;
    forget(stored);
    known.set(stored, value);
    size += stored.length;
    for (const oldest of known.keys()) {
      if (size <= most) break;
      forget(oldest);
    }
  }

  function forget(stored: string): void {
    if (known.delete(stored)) size -= stored.length;
  }

  return {
    read: (stored) => {
      const found = known.get(stored);
      const value = found ?? read(stored);
      // Used last, forgotten last.
      keep(stored, value);
      return value;
    },
    write: (value) => {
      const isObject = typeof value === "object" && value !== null;
      const written = isObject ? texts.get(value) : undefined;
      if (written !== undefined) return written;
      const text = JSON.stringify(value);
      keep(text, value);
      if (isObject) texts.set(value, text);
      return text;
    },
    size: () => size,
  };
}

/** Freezes a value and everything in it. */
export function unchangeable(value: unknown): void {
  if (typeof value !== "object" || value === null || Object.isFrozen(value)) return;
  Object.freeze(value);
  for (const part of Object.values(value)) unchangeable(part);
}
